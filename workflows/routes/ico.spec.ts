import { Journey } from '../../test/journey';
import { ico } from './ico';

const begin = (more: Record<string, unknown> = {}) =>
  new Journey(ico, { complained: '2026-10-01', ...more }, '2026-11-24');

describe('The Information Commissioner', () => {
  it('is asked within three months of the last answer of the body', () => {
    const journey = begin({ contact: '2026-11-02' });
    expect([journey.responsible, journey.due]).toEqual([
      'parent or young person',
      { 'data.ico': '2027-02-02' },
    ]);
    journey.send('asked', '2026-12-01');
    expect([journey.responsible, journey.due]).toEqual(['Information Commissioner', {}]);
    journey.send('decided', '2027-05-04', { outcome: 'broken', told: 'Give the copy' });
    expect([journey.over, journey.stage]).toEqual([true, 'decided']);
  });

  it('can send a complaint back; a new answer of the body starts the three months anew', () => {
    const journey = begin({ asked: '2026-11-20' });
    expect(journey.stage).toBe('sent');
    journey.send('sent-back', '2026-12-01');
    expect(journey.due).toEqual({});
    journey.send('body-answered', '2026-12-30');
    expect(journey.due).toEqual({ 'data.ico': '2027-03-30' });
    journey.miss('data.ico', '2027-03-31');
    expect(journey.send('asked', '2027-04-01').stage).toBe('sent');
  });

  it('can be given up, and refuses an impossible order of days', () => {
    expect(begin().send('given-up', '2026-12-01').over).toBe(true);
    expect(() => begin().send('asked', '2026-09-30')).toThrow('your complaint to the body');
    expect(() =>
      begin().send('asked', '2026-12-01').send('decided', '2026-11-30', { outcome: 'kept' }),
    ).toThrow('your complaint to the Commissioner');
  });
});
