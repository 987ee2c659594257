import { Journey } from '../../test/journey';
import { dataComplaint } from './data-complaint';
import { ico } from './ico';

const facts = { about: 'access', requested: '2026-09-20', received: '2026-11-24' };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(dataComplaint, { ...facts, ...more }, '2026-11-24');

describe('A complaint about data', () => {
  it('counts the month for the copy, 30 days to acknowledge and three months for the Commissioner', () => {
    const journey = begin();
    expect(journey.responsible).toBe('data controller');
    // 20 October is a Tuesday. The 30 days end on Christmas Eve.
    expect(journey.due).toEqual({ 'data.access': '2026-10-20', 'data.complaint.acknowledge': '2026-12-24' });
    journey.send('acknowledged', '2026-12-01');
    expect(journey.due).toEqual({ 'data.access': '2026-10-20', 'data.ico': '2027-03-01' });
    journey.send('progress-told', '2026-12-15').send('copy-given', '2026-12-16', { complete: 'withheld' });
    expect(journey.due).toEqual({ 'data.ico': '2027-03-15' });
  });

  it('gives each promise its date, and leads to the Commissioner from the last contact', () => {
    const journey = begin({ about: 'wrong', requested: undefined })
      .send('acknowledged', '2026-12-01')
      .send('answered', '2026-12-14', {
        finding: 'upheld',
        promises: [{ what: 'Correct the report', by: '2027-01-08' }],
      });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'data.ico': '2027-03-14', 'named.date#1': '2027-01-08' });
    journey.miss('named.date', '2027-01-09', '1').send('promise-kept', '2027-01-11', { point: '1' });
    expect(journey.due).toEqual({ 'data.ico': '2027-03-14' });
    journey.send('commissioner-asked', '2027-02-01');
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'ico',
        once: true,
        facts: [{ complained: '2026-11-24', contact: '2026-12-14', asked: '2027-02-01' }],
      },
    ]);
  });

  it('goes to the Commissioner from silence too', () => {
    const journey = begin()
      .miss('data.access', '2026-11-24')
      .miss('data.complaint.acknowledge', '2026-12-29')
      .send('commissioner-asked', '2026-12-30');
    const [effect] = journey.effects;
    expect(effect).toMatchObject({ facts: [{ complained: '2026-11-24', asked: '2026-12-30' }] });
    const linked = new Journey(ico, { complained: '2026-11-24', asked: '2026-12-30' }, '2026-12-30');
    expect(linked.stage).toBe('sent');
  });

  it('lets a complex copy take three months, but only if told within the first', () => {
    const early = begin({ received: '2026-10-01' }).send('access-extended', '2026-10-20', {
      reason: 'Four boxes',
    });
    // 20 December is a Sunday: the date moves to Monday.
    expect(early.due['data.access.extended']).toBe('2026-12-21');
    expect(early.due).not.toHaveProperty(['data.access']);
    expect(early.miss('data.access.extended', '2026-12-22').stage).toBe('received');
    expect(() => begin().send('access-extended', '2026-10-21', { reason: 'Busy' })).toThrow(
      'The first month is over',
    );
    expect(() =>
      begin({ requested: undefined }).send('access-extended', '2026-10-21', { reason: 'x' }),
    ).toThrow('no request');
  });

  it('can lapse at the Commissioner and still be answered or closed', () => {
    const journey = begin().send('acknowledged', '2026-12-01').miss('data.ico', '2027-03-02');
    expect(journey.stage).toBe('looking');
    journey.send('answered', '2027-03-03', { finding: 'no' });
    expect(journey.due['data.ico']).toBe('2027-06-03');
    expect(journey.send('satisfied', '2027-03-04').over).toBe(true);
  });

  it('refuses an impossible order of days', () => {
    expect(() => begin().send('acknowledged', '2026-11-23')).toThrow('cannot be earlier than the complaint');
    expect(() =>
      begin().send('answered', '2026-12-14', {
        finding: 'upheld',
        promises: [{ what: 'x', by: '2026-12-01' }],
      }),
    ).toThrow('in the past');
    expect(() => begin().send('copy-given', '2026-09-19', { complete: 'yes' })).toThrow('the request');
  });
});
