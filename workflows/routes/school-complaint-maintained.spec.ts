import { Journey } from '../../test/journey';
import { schoolComplaintMaintained } from './school-complaint-maintained';

const talked = {
  about: 'support',
  against: 'staff',
  happened: '2026-09-14',
  complaint: 'No help came',
};
const written = { ...talked, complained: '2026-10-01' };
const begin = (facts: Record<string, unknown> = written) =>
  new Journey(schoolComplaintMaintained, facts, '2026-10-01');
const notUpheld = { finding: 'not-upheld', reasons: 'We did enough' };
const answered = () =>
  begin().send('acknowledged', '2026-10-02').send('stage-1-answered', '2026-10-28', notUpheld);

describe('A complaint to a maintained school', () => {
  it('starts with a talk and three months to put it in writing, also when that comes late', () => {
    const journey = begin(talked).send('talked', '2026-10-05');
    expect(journey.stage).toBe('informal');
    expect(journey.responsible).toBe('school governing board');
    expect(journey.due).toEqual({ 'school.raise': '2026-12-14' });
    journey.miss('school.raise', '2026-12-15').send('complained', '2026-12-16');
    expect(journey.stage).toBe('received');
    // Christmas Day, the day after Boxing Day and New Year are not counted.
    expect(journey.due).toEqual({
      'school.stage-1.acknowledge': '2026-12-23',
      'school.stage-1': '2027-01-18',
    });
  });

  it('counts the acknowledgement and the answer from the day the complaint came', () => {
    const journey = begin();
    expect(journey.due).toEqual({
      'school.stage-1.acknowledge': '2026-10-08',
      'school.stage-1': '2026-10-29',
    });
    journey.send('acknowledged', '2026-10-05');
    expect(journey.due).toEqual({ 'school.stage-1': '2026-10-29' });
  });

  it('goes from the written answer to three governors and then to the Department', () => {
    const journey = answered();
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'school.stage-2.request': '2026-11-11' });
    journey.send('hearing-asked', '2026-11-09');
    expect(journey.responsible).toBe('school governing board');
    expect(journey.due).toEqual({ 'school.stage-2.hearing': '2026-12-07' });
    journey.send('hearing-set', '2026-11-12', { hearing: '2026-12-03', panel: 'proper' });
    expect(journey.due).toEqual({ 'named.date': '2026-12-03', 'school.stage-2.hearing': '2026-12-07' });
    journey.send('hearing-held', '2026-12-03');
    expect(journey.due).toEqual({ 'school.stage-2.respond': '2026-12-17' });
    journey.send('panel-decided', '2026-12-15', notUpheld).send('went-outside', '2027-01-06');
    expect(journey.responsible).toBe('Department for Education');
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'dfe-school-complaint',
        once: true,
        facts: [{ kind: 'maintained', happened: '2026-09-14', why: 'finished', asked: '2027-01-06' }],
      },
    ]);
    journey.send('outside-over', '2027-03-01');
    expect([journey.over, journey.stage]).toEqual([true, 'over-outside']);
  });

  it('takes the days of the school’s own letters before those of the model', () => {
    const journey = begin().send('acknowledged', '2026-10-02', { answerBy: '2026-10-16' });
    expect(journey.due).toEqual({ 'named.date': '2026-10-16' });
    journey.send('more-time', '2026-10-15', { reason: 'The teacher is ill', by: '2026-10-23' });
    expect(journey.due).toEqual({ 'named.date': '2026-10-23' });
    journey.send('stage-1-answered', '2026-10-22', { ...notUpheld, askBy: '2026-11-20' });
    expect(journey.due).toEqual({ 'named.date': '2026-11-20' });
  });

  it('lets a family whose answer does not come ask for the hearing, but not before', () => {
    const journey = begin().send('acknowledged', '2026-10-02');
    expect(() => journey.send('hearing-asked', '2026-10-20')).toThrow('still in time to answer');
    expect(() => journey.send('went-outside', '2026-10-20')).toThrow('too early');
    journey.miss('school.stage-1', '2026-10-30').send('hearing-asked', '2026-11-02');
    expect(journey.due).toEqual({ 'school.stage-2.hearing': '2026-11-30' });
    expect(() => journey.send('went-outside', '2026-11-03')).toThrow('too early');
    journey.miss('school.stage-2.hearing', '2026-12-01').send('went-outside', '2026-12-02');
    expect(journey.effects).toMatchObject([{ facts: [{ why: 'no-hearing' }] }]);
  });

  it('lets a family that the school puts off ask for the hearing without waiting', () => {
    const journey = begin()
      .send('acknowledged', '2026-10-02')
      .send('more-time', '2026-10-20', { reason: 'Busy', by: '2026-12-18' })
      .send('hearing-asked', '2026-10-21');
    expect(journey.stage).toBe('hearing-asked');
  });

  it('shows what a refusal opens, and starts the clock again where the school takes it up after all', () => {
    const journey = begin().send('refused', '2026-10-06', { why: 'late', reasons: 'It is old' });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({});
    journey.send('taken-up', '2026-10-12');
    expect(journey.stage).toBe('answering');
    expect(journey.due).toEqual({ 'school.stage-1': '2026-11-09' });
    expect(() => journey.send('went-outside', '2026-10-13')).toThrow('too early');
  });

  it('takes a refused hearing to the Department, and comes back when the hearing is granted', () => {
    const journey = answered()
      .miss('school.stage-2.request', '2026-11-12')
      .send('hearing-asked', '2026-11-16')
      .send('hearing-refused', '2026-11-18', { reason: 'Too late' })
      .send('went-outside', '2026-11-19');
    expect(journey.effects).toMatchObject([{ facts: [{ why: 'no-hearing' }] }]);
    journey.send('hearing-granted', '2026-12-10');
    expect(journey.stage).toBe('hearing-asked');
    expect(journey.due).toEqual({ 'school.stage-2.hearing': '2027-01-12' });
  });

  it('tells the Department where others sat on the panel than should have', () => {
    const journey = answered()
      .send('hearing-asked', '2026-11-09')
      .send('hearing-set', '2026-11-12', { hearing: '2026-12-03', panel: 'other' })
      .send('hearing-held', '2026-12-03')
      .miss('school.stage-2.respond', '2026-12-18')
      .send('panel-decided', '2027-01-05', notUpheld)
      .send('went-outside', '2027-01-06');
    expect(journey.effects).toMatchObject([{ facts: [{ why: 'not-followed' }] }]);
  });

  it('watches each promise until it is kept, after the family is content', () => {
    const journey = begin()
      .send('acknowledged', '2026-10-02')
      .send('stage-1-answered', '2026-10-20', {
        finding: 'partly-upheld',
        reasons: 'Some of it',
        points: [
          { point: 'No help', finding: 'upheld' },
          { point: 'Rude', finding: 'not-upheld' },
        ],
        promises: [
          { what: 'Reading help', by: '2026-11-02' },
          { what: 'A meeting', by: '2026-11-16' },
        ],
      })
      .send('satisfied', '2026-10-22');
    expect(journey.stage).toBe('promised');
    expect(journey.responsible).toBe('school governing board');
    expect(journey.due).toEqual({ 'named.date#1': '2026-11-02', 'named.date#2': '2026-11-16' });
    journey.send('promise-kept', '2026-10-30', { point: '1' });
    expect(journey.stage).toBe('promised');
    journey.miss('named.date', '2026-11-17', '2').send('promise-kept', '2026-11-20', { point: '2' });
    expect(journey.stage).toBe('put-right');
  });

  it('does not take a broken promise for a late answer: the hearing comes before the Department', () => {
    const journey = begin()
      .send('stage-1-answered', '2026-10-20', {
        finding: 'upheld',
        reasons: 'Yes',
        promises: [{ what: 'Reading help', by: '2026-11-02' }],
      })
      .send('satisfied', '2026-10-22')
      .miss('named.date', '2026-11-03', '1');
    expect(() => journey.send('went-outside', '2026-11-04')).toThrow('too early');
    journey.send('hearing-asked', '2026-11-04');
    expect(journey.due).toMatchObject({ 'school.stage-2.hearing': '2026-12-02' });
  });

  it('shows the six months for a disability claim beside the complaint until it is sent', () => {
    const journey = begin({ ...written, disability: true });
    expect(journey.due['discrimination.claim']).toBe('2027-03-13');
    journey.miss('discrimination.claim', '2027-03-15').send('claim-sent', '2027-03-16');
    expect(journey.stage).toBe('received');
    expect(begin().due['discrimination.claim']).toBeUndefined();
  });

  it('ends when the family is content with no promise open, or takes the complaint back', () => {
    expect(answered().send('satisfied', '2026-11-02').stage).toBe('settled');
    expect(begin().send('withdrawn', '2026-10-03').over).toBe(true);
  });

  it('refuses days in an impossible order', () => {
    expect(() => begin(talked).send('complained', '2026-09-01')).toThrow('earlier than what it is about');
    expect(() => begin().send('acknowledged', '2026-09-30')).toThrow('earlier than the complaint');
    expect(() => begin().send('stage-1-answered', '2026-09-30', notUpheld)).toThrow(
      'earlier than the complaint',
    );
    expect(() => answered().send('hearing-asked', '2026-10-27')).toThrow('earlier than the answer');
    const hearing = answered().send('hearing-asked', '2026-11-09');
    expect(() => hearing.send('hearing-held', '2026-11-08')).toThrow('earlier than the request');
    expect(() =>
      hearing.send('hearing-set', '2026-11-12', { hearing: '2026-11-11', panel: 'proper' }),
    ).toThrow('cannot be in the past');
    hearing.send('hearing-held', '2026-12-03');
    expect(() => hearing.send('panel-decided', '2026-12-02', notUpheld)).toThrow('earlier than the hearing');
  });
});
