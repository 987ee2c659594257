import { Journey } from '../../test/journey';
import { countyCourtEquality } from './county-court-equality';

const begin = (more: Record<string, unknown> = {}) =>
  new Journey(
    countyCourtEquality,
    { against: 'college', happened: '2026-06-10', what: 'No extra time in the exam', ...more },
    '2026-06-20',
  );

const written = (against = 'college') =>
  begin({ against }).send('letter-sent', '2026-09-01', { replyBy: '2026-09-15' });

describe('A disability claim in the County Court', () => {
  it('has six months, the day itself included, through every stage before the claim', () => {
    expect(begin().due).toEqual({ 'county-court.equality.claim': '2026-12-09' });
    expect(begin({ happened: '2026-08-31' }).due).toEqual({ 'county-court.equality.claim': '2027-02-27' });
    expect(written().due).toEqual({
      'named.date': '2026-09-15',
      'county-court.equality.claim': '2026-12-09',
    });
  });

  it.each([
    ['college', 'college'],
    ['university', 'university'],
    ['nursery', 'nursery provider'],
    ['council', 'council complaints team'],
    ['nhs', 'NHS provider'],
  ])('asks the body itself for an answer to the letter: %s', (against, party) => {
    expect(written(against).responsible).toBe(party);
  });

  it('goes from a refusal to the court, which sets its own dates', () => {
    const journey = written().send('answered', '2026-09-14', { offer: 'no' });
    expect(journey.stage).toBe('decide');
    journey
      .send('claimed', '2026-11-02')
      .send('date-set', '2026-11-20', { what: 'papers', who: 'other', by: '2026-12-04' })
      .send('date-set', '2026-11-20', { what: 'hearing', who: 'family', by: '2027-03-10' });
    expect(journey.due).toEqual({ 'named.date#1': '2026-12-04', 'named.date#2': '2027-03-10' });
    expect(journey.miss('named.date', '2026-12-07', '1').stage).toBe('court');
    expect(journey.send('court-decided', '2027-03-10', { result: 'won' }).stage).toBe('won');
  });

  it('lets silence be answered with a claim', () => {
    const journey = written().miss('named.date', '2026-09-16');
    expect(journey.responsible).toBe('parent or young person');
    expect(
      journey.send('claimed', '2026-10-01').send('court-decided', '2027-03-10', { result: 'lost' }).over,
    ).toBe(true);
  });

  it('can be late, with reasons, even when the answer to the letter is still out', () => {
    const journey = begin()
      .send('letter-sent', '2026-12-01', { replyBy: '2026-12-22' })
      .miss('county-court.equality.claim', '2026-12-10');
    expect(journey.stage).toBe('late');
    expect(() => journey.send('claimed', '2026-12-11')).toThrow('not possible at late');
    expect(journey.send('claimed-late', '2026-12-11', { reason: 'I was ill' }).stage).toBe('court');
  });

  it('can be settled or left at any time', () => {
    expect(written().send('settled', '2026-09-10').over).toBe(true);
    expect(begin().send('closed', '2026-09-10').over).toBe(true);
  });

  it('refuses days that cannot be', () => {
    expect(() => begin().send('claimed', '2026-06-09')).toThrow('cannot be earlier than what it is about');
    expect(() => begin().send('letter-sent', '2026-09-01', { replyBy: '2026-08-31' })).toThrow(
      'cannot be before the letter',
    );
    expect(() => written().send('answered', '2026-08-31', { offer: 'no' })).toThrow(
      'cannot be earlier than the letter',
    );
  });
});
