import { Journey } from '../../test/journey';
import { earlyYearsComplaint } from './early-years-complaint';

const talked = { setting: 'nursery', about: 'support', happened: '2026-09-14', complaint: 'No help came' };
const written = { ...talked, complained: '2026-10-01' };
const begin = (facts: Record<string, unknown> = written) =>
  new Journey(earlyYearsComplaint, facts, '2026-10-01');

describe('A complaint to a nursery', () => {
  it('starts the 28 days with the complaint in writing, not with a talk', () => {
    const journey = begin(talked).send('talked', '2026-10-02');
    expect([journey.stage, journey.responsible]).toEqual(['talking', 'nursery provider']);
    expect(journey.due).toEqual({});
    journey.send('complained', '2026-12-17');
    // Every day counts, Christmas too.
    expect(journey.due).toEqual({ 'early-years.respond': '2027-01-14' });
  });

  it('gives the family its turn when the outcome comes in time', () => {
    const journey = begin();
    expect(journey.due).toEqual({ 'early-years.respond': '2026-10-29' });
    journey.send('answered', '2026-10-29', { finding: 'not-upheld', reasons: 'We did enough' });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.send('satisfied', '2026-10-30').stage).toBe('settled');
  });

  it('stays with the nursery when 28 days pass in silence, and Ofsted can be told meanwhile', () => {
    const journey = begin().miss('early-years.respond', '2026-10-30').send('ofsted-told', '2026-10-30');
    expect([journey.stage, journey.responsible]).toEqual(['answering', 'nursery provider']);
    journey.send('answered', '2026-11-06', { finding: 'upheld', reasons: 'We were late' });
    expect(journey.stage).toBe('answered');
  });

  it('starts 28 new days when the family complains again about the answer or a refusal', () => {
    const journey = begin()
      .send('refused', '2026-10-05', { why: 'contract', reasons: 'It is about fees' })
      .send('complained', '2026-10-12');
    expect(journey.due).toEqual({ 'early-years.respond': '2026-11-09' });
  });

  it('watches each promise, and a broken one can be complained about', () => {
    const journey = begin()
      .send('answered', '2026-10-20', {
        finding: 'upheld',
        reasons: 'Yes',
        promises: [
          { what: 'A key person', by: '2026-11-02' },
          { what: 'A plan', by: '2026-11-16' },
        ],
      })
      .send('satisfied', '2026-10-21');
    expect(journey.due).toEqual({ 'named.date#1': '2026-11-02', 'named.date#2': '2026-11-16' });
    journey.send('promise-kept', '2026-11-02', { point: '1' }).miss('named.date', '2026-11-17', '2');
    expect(journey.stage).toBe('promised');
    journey.send('complained', '2026-11-18');
    expect(journey.due['early-years.respond']).toBe('2026-12-16');
  });

  it('ends when the last promise is kept, or when the family stops', () => {
    const journey = begin()
      .send('answered', '2026-10-20', {
        finding: 'upheld',
        reasons: 'Yes',
        promises: [{ what: 'A plan', by: '2026-11-16' }],
      })
      .send('satisfied', '2026-10-21')
      .send('promise-kept', '2026-11-10', { point: '1' });
    expect(journey.stage).toBe('put-right');
    expect(begin().send('stopped', '2026-10-02').over).toBe(true);
  });

  it('shows the six months for a claim to the County Court, for a nursery is no school', () => {
    const journey = begin({ ...written, disability: true });
    expect(journey.due['county-court.equality.claim']).toBe('2027-03-13');
    journey.miss('county-court.equality.claim', '2027-03-16').send('claim-sent', '2027-03-17');
    expect(journey.over).toBe(false);
  });

  it('refuses an answer before the complaint, and a complaint before the matter', () => {
    expect(() => begin().send('answered', '2026-09-30', { finding: 'upheld', reasons: 'x' })).toThrow(
      'earlier than the complaint',
    );
    expect(() => begin(talked).send('complained', '2026-09-13')).toThrow('earlier than what it is about');
  });
});
