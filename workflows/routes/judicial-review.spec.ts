import { Journey } from '../../test/journey';
import { judicialReview } from './judicial-review';

const begin = (more: Record<string, unknown> = {}) =>
  new Journey(
    judicialReview,
    { against: 'council', happened: '2026-09-14', what: 'No therapy since September', ...more },
    '2026-10-01',
  );

const written = (against = 'council') => begin({ against }).send('letter-sent', '2026-10-05');

describe('Judicial review', () => {
  it('shows three months as the very latest, and 14 days for the answer to the letter', () => {
    expect(begin().due).toEqual({ 'judicial-review.claim': '2026-12-13' });
    expect(written().due).toEqual({
      'judicial-review.reply': '2026-10-19',
      'judicial-review.claim': '2026-12-13',
    });
    expect(begin({ happened: '2026-11-30' }).due).toEqual({ 'judicial-review.claim': '2027-02-27' });
  });

  it.each([
    ['council', 'council SEND casework'],
    ['icb', 'ICB (responsible commissioner)'],
    ['social-care', "council children's social care"],
    ['governors', 'school governing board'],
    ['trust', 'academy trust'],
    ['dfe', 'Department for Education'],
    ['lgsco', 'LGSCO'],
    ['phso', 'PHSO'],
  ])('asks the body itself for the answer: %s', (against, party) => {
    expect(written(against).responsible).toBe(party);
  });

  it('takes a shorter time where the letter says that it is urgent', () => {
    const journey = begin().send('letter-sent', '2026-10-05', { replyBy: '2026-10-08' });
    expect(journey.due).toEqual({ 'named.date': '2026-10-08', 'judicial-review.claim': '2026-12-13' });
    expect(journey.miss('named.date', '2026-10-09').stage).toBe('decide');
  });

  it('goes on from silence to a claim', () => {
    const journey = written().miss('judicial-review.reply', '2026-10-20');
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.send('claimed', '2026-10-26').stage).toBe('court');
  });

  it('watches what was promised while the time for the claim goes on', () => {
    const journey = written().send('answered', '2026-10-16', { says: 'part', doneBy: '2026-11-02' });
    expect(journey.due).toEqual({ 'named.date#1': '2026-11-02', 'judicial-review.claim': '2026-12-13' });
    expect(journey.miss('named.date', '2026-11-03', '1').stage).toBe('decide');
    journey.send('promise-kept', '2026-11-06', { point: '1' });
    expect(journey.send('settled', '2026-11-07').over).toBe(true);
  });

  it('can be urgent enough for a claim without a letter', () => {
    expect(begin().send('claimed', '2026-10-02').stage).toBe('court');
  });

  it('late needs very good reasons', () => {
    const journey = written().miss('judicial-review.claim', '2026-12-15');
    expect(journey.stage).toBe('late');
    expect(() => journey.send('claimed', '2026-12-16')).toThrow('not possible at late');
    expect(journey.send('claimed-late', '2026-12-16', { reason: 'Legal aid came late' }).stage).toBe('court');
  });

  it('follows permission, its refusal and the hearing, by the dates of the court', () => {
    const journey = begin()
      .send('claimed', '2026-10-02')
      .send('date-set', '2026-10-09', { what: 'papers', who: 'other', by: '2026-10-30' });
    expect(journey.due).toEqual({ 'named.date#1': '2026-10-30' });
    journey.send('date-kept', '2026-10-29', { point: '1' }).send('permission-refused', '2026-11-16', {
      renewBy: '2026-11-23',
    });
    expect(journey.due).toEqual({ 'named.date': '2026-11-23' });
    expect(journey.miss('named.date', '2026-11-24').stage).toBe('refused');
    journey
      .send('hearing-asked', '2026-11-24')
      .send('permission-granted', '2026-12-08')
      .send('court-decided', '2027-02-01', { result: 'won' });
    expect(journey.stage).toBe('won');
    expect(begin().send('claimed', '2026-10-02').send('permission-refused', '2026-11-16').stage).toBe('lost');
  });

  it('refuses days that cannot be', () => {
    expect(() => begin().send('claimed', '2026-09-13')).toThrow('cannot be earlier than what it is about');
    expect(() => written().send('answered', '2026-10-04', { says: 'no' })).toThrow(
      'cannot be earlier than the letter',
    );
    expect(() => begin().send('letter-sent', '2026-10-05', { replyBy: '2026-10-04' })).toThrow(
      'cannot be before the letter',
    );
  });
});
