import { Journey } from '../../test/journey';
import { schoolComplaintAcademy } from './school-complaint-academy';

const facts = {
  about: 'support',
  against: 'head',
  happened: '2026-09-14',
  complained: '2026-10-01',
  complaint: 'No help came',
};
const begin = () => new Journey(schoolComplaintAcademy, facts, '2026-10-01');
const answered = () =>
  begin().send('stage-1-answered', '2026-10-28', { finding: 'not-upheld', reasons: 'That is the end' });

describe('A complaint to an academy', () => {
  it('is owed by the trust at each step, on the common days of a policy', () => {
    const journey = begin();
    expect(journey.responsible).toBe('academy trust');
    expect(journey.due).toEqual({
      'school.stage-1.acknowledge': '2026-10-08',
      'school.stage-1': '2026-10-29',
    });
    journey.send('acknowledged', '2026-10-08').send('stage-1-answered', '2026-10-29', {
      finding: 'partly-upheld',
      reasons: 'Some of it',
    });
    expect(journey.due).toEqual({ 'school.stage-2.request': '2026-11-12' });
    journey.send('hearing-asked', '2026-11-12');
    expect([journey.stage, journey.responsible]).toEqual(['hearing-asked', 'academy trust']);
    expect(journey.due).toEqual({ 'school.stage-2.hearing': '2026-12-10' });
    journey.send('hearing-held', '2026-12-10');
    expect(journey.due).toEqual({ 'school.stage-2.respond': '2026-12-24' });
  });

  it('goes on to the panel, and to the Department, where the academy says that its letter is the end', () => {
    const journey = answered()
      .send('hearing-asked', '2026-11-02')
      .send('hearing-refused', '2026-11-05', { reason: 'Our letter was the end' });
    expect(journey.responsible).toBe('parent or young person');
    journey.send('went-outside', '2026-11-06');
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'dfe-school-complaint',
        once: true,
        facts: [{ kind: 'academy', happened: '2026-09-14', why: 'no-hearing', asked: '2026-11-06' }],
      },
    ]);
    journey.send('hearing-granted', '2026-12-01');
    expect(journey.stage).toBe('hearing-asked');
    // 20 school days from 1 December: 25 and 28 December are bank holidays.
    expect(journey.due).toEqual({ 'school.stage-2.hearing': '2026-12-31' });
  });

  it('lets the family go to the Department where the hearing is set and not held', () => {
    const journey = answered()
      .send('hearing-asked', '2026-11-02')
      .send('hearing-set', '2026-11-04', { hearing: '2026-11-20', panel: 'proper' })
      .miss('named.date', '2026-11-21')
      .send('went-outside', '2026-11-23');
    expect(journey.responsible).toBe('Department for Education');
  });

  it('keeps watching promises when the Department has finished', () => {
    const journey = answered()
      .send('hearing-asked', '2026-11-02')
      .send('hearing-held', '2026-11-20')
      .send('panel-decided', '2026-11-25', {
        finding: 'upheld',
        reasons: 'The policy was not followed',
        promises: [{ what: 'Train the staff', by: '2027-01-29' }],
      })
      .send('went-outside', '2026-12-01');
    expect(journey.due).toEqual({ 'named.date#1': '2027-01-29' });
    journey.send('outside-over', '2027-01-11');
    expect([journey.stage, journey.responsible]).toEqual(['promised', 'academy trust']);
    journey.send('promise-kept', '2027-01-28', { point: '1' });
    expect(journey.stage).toBe('put-right');
  });
});
