import { Journey } from '../../test/journey';
import { collegeComplaint } from './college-complaint';

const talked = { about: 'adjustments', happened: '2026-06-10', complaint: 'No extra time in the exam' };
const written = { ...talked, complained: '2026-10-01' };
const begin = (facts: Record<string, unknown> = written) =>
  new Journey(collegeComplaint, facts, '2026-10-01');
const no = { finding: 'not-upheld', reasons: 'We did enough' };

describe('A complaint to a college', () => {
  it('counts the answer from the complaint and the Department from what happened', () => {
    const journey = begin(talked);
    expect([journey.stage, journey.responsible]).toEqual(['talking', 'college']);
    expect(journey.due).toEqual({ 'college.department': '2027-06-10' });
    journey.send('complained', '2026-10-01');
    expect(journey.due).toEqual({ 'college.respond': '2026-10-29', 'college.department': '2027-06-10' });
  });

  it('goes from the answer to the appeal inside the college and then to the Department', () => {
    const journey = begin().send('answered', '2026-10-28', { ...no, appealBy: '2026-11-17' });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due['named.date']).toBe('2026-11-17');
    journey.send('appealed', '2026-11-16');
    expect(journey.responsible).toBe('college');
    expect(journey.due['college.respond']).toBe('2026-12-14');
    journey.send('appeal-answered', '2026-12-10', no).send('went-outside', '2027-01-11');
    expect(journey.responsible).toBe('Department for Education');
    expect(journey.due).toEqual({});
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'dfe-school-complaint',
        once: true,
        facts: [{ kind: 'college', happened: '2026-06-10', why: 'finished', asked: '2027-01-11' }],
      },
    ]);
    expect(journey.send('outside-over', '2027-03-01').stage).toBe('over-outside');
  });

  it('takes the day the college names, for the complaint and again for the appeal', () => {
    const journey = begin().send('day-named', '2026-10-05', {
      by: '2026-11-06',
      reason: 'The tutor is away',
    });
    expect(journey.due['named.date']).toBe('2026-11-06');
    expect(journey.due['college.respond']).toBeUndefined();
    journey.send('answered', '2026-11-06', no).send('appealed', '2026-11-16');
    expect(journey.due['college.respond']).toBe('2026-12-14');
    journey.send('day-named', '2026-11-18', { by: '2026-12-01' });
    expect(journey.due['named.date']).toBe('2026-12-01');
  });

  it('lets a silent college be taken to the Department', () => {
    const journey = begin().miss('college.respond', '2026-10-30').send('went-outside', '2026-11-02');
    expect(journey.effects).toMatchObject([{ facts: [{ why: 'silent' }] }]);
  });

  it('takes a late appeal, which the college can refuse with reasons', () => {
    const journey = begin()
      .send('answered', '2026-10-28', { ...no, appealBy: '2026-11-11' })
      .miss('named.date', '2026-11-12')
      .send('appealed', '2026-11-16')
      .send('refused', '2026-11-18', { reasons: 'Too late' });
    expect(journey.responsible).toBe('parent or young person');
    journey.send('went-outside', '2026-11-20');
    expect(journey.effects).toMatchObject([{ facts: [{ why: 'refused' }] }]);
  });

  it('shows the six months for a claim to the County Court beside the complaint', () => {
    const journey = begin({ ...written, disability: true });
    expect(journey.due['county-court.equality.claim']).toBe('2026-12-09');
    journey.miss('county-court.equality.claim', '2026-12-10').send('claim-sent', '2026-12-11');
    expect(journey.stage).toBe('received');
  });

  it('watches promises of both answers to the end', () => {
    const journey = begin()
      .send('answered', '2026-10-20', {
        finding: 'partly-upheld',
        reasons: 'Some of it',
        promises: [{ what: 'Extra time', by: '2026-11-30' }],
      })
      .send('appealed', '2026-10-27')
      .send('appeal-answered', '2026-11-17', {
        finding: 'upheld',
        reasons: 'Yes',
        promises: [{ what: 'A new exam', by: '2027-01-15' }],
      })
      .send('satisfied', '2026-11-18');
    expect(journey.responsible).toBe('college');
    expect(journey.due).toMatchObject({ 'named.date#1': '2026-11-30', 'named.date#2': '2027-01-15' });
    journey.send('promise-kept', '2026-11-27', { point: '1' }).miss('named.date', '2027-01-18', '2');
    expect(journey.send('promise-kept', '2027-01-20', { point: '2' }).stage).toBe('put-right');
  });

  it('ends with the learner content or the complaint taken back, also after twelve months', () => {
    expect(begin().send('answered', '2026-10-28', no).send('satisfied', '2026-11-02').stage).toBe('settled');
    expect(begin().miss('college.department', '2027-06-11').send('withdrawn', '2027-06-14').over).toBe(true);
  });

  it('refuses days in an impossible order', () => {
    expect(() => begin().send('answered', '2026-09-30', no)).toThrow('earlier than the complaint');
    expect(() => begin(talked).send('complained', '2026-06-09')).toThrow('earlier than what it is about');
    const answered = begin().send('answered', '2026-10-28', no);
    expect(() => answered.send('appealed', '2026-10-27')).toThrow('earlier than the answer');
    answered.send('appealed', '2026-11-16');
    expect(() => answered.send('appeal-answered', '2026-11-15', no)).toThrow('earlier than the complaint or');
  });
});
