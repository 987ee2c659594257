import { readBounce } from './bounces';
import { isNoMailbox } from './channels';

const ROW = 'dbc83ad5-0516-46b7-b01a-1b502f9fb24f';

const report = (to: string, status: string, returned: string[] = []) =>
  [
    'From: MAILER-DAEMON@mx.example.org',
    `To: ${to}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Sorry.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Action: failed',
    `Status: ${status}`,
    '',
    ...returned,
    '--b--',
    '',
  ].join('\r\n');

describe('A mail that came back', () => {
  it('says by the address it was sent to what it is about, where the server returns nothing of it', async () => {
    expect(await readBounce(report(`bounces+${ROW}@recourse.example`, '5.1.1'))).toEqual({
      messageId: ROW,
      permanent: true,
      status: '5.1.1',
    });
  });

  it('says so by our header in what is returned, however it is returned', async () => {
    for (const type of ['text/rfc822-headers', 'message/rfc822']) {
      const returned = [
        '--b',
        `Content-Type: ${type}`,
        '',
        'Subject: x',
        `X-Recourse-Message: ${ROW}`,
        '',
        'y',
      ];
      const bounce = await readBounce(report('bounces@recourse.example', '5.1.1', returned));
      expect([type, bounce?.messageId]).toEqual([type, ROW]);
    }
  });

  it('is none without a report, and about nothing of ours without its row', async () => {
    expect(await readBounce(`To: bounces+${ROW}@recourse.example\r\n\r\nI am on holiday.`)).toBeUndefined();
    expect(await readBounce(report('bounces@recourse.example', '5.1.1'))).toBeUndefined();
  });

  it.each([
    ['5.1.1', true],
    ['5.1.10', true],
    ['5.2.1', true],
    ['5.2.2', false],
    ['5.7.1', false],
    ['5.4.4', false],
    ['4.1.1', false],
    ['', false],
  ])('with status %s ends the use of the address: %s', (status, ends) => {
    expect(isNoMailbox(status)).toBe(ends);
  });
});
