import { Journey } from '../../test/journey';
import { ombudsmanReview } from './ombudsman-review';

const facts = { which: 'lgsco', decided: '2027-05-14' };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(ombudsmanReview, { ...facts, ...more }, '2027-05-17');
const why = { because: 'facts', why: 'The dates in paragraph 12 are wrong' };

describe("A review of an Ombudsman's decision", () => {
  it('must be asked for within a month, or by the last day in the letter', () => {
    expect(begin().due).toEqual({ 'ombudsman.review': '2027-06-14' });
    expect(begin({ lastDay: '2027-08-13' }).due).toEqual({ 'named.date': '2027-08-13' });
    expect(begin().miss('ombudsman.review', '2027-06-15').stage).toBe('lapsed');
    expect(begin({ lastDay: '2027-08-13' }).miss('named.date', '2027-08-14').stage).toBe('lapsed');
  });

  it('can be followed from the day it was asked, even late', () => {
    expect(begin({ asked: '2027-06-20' }).responsible).toBe('LGSCO');
    expect(begin({ which: 'phso', asked: '2027-06-20' }).responsible).toBe('PHSO');
    expect(begin({ which: 'joint' }).send('asked', '2027-06-01', why).responsible).toBe('LGSCO');
  });

  it('never stops the time for a court, which runs from the decision itself', () => {
    const journey = begin().send('asked', '2027-06-01', why);
    expect(journey.due).toEqual({ 'judicial-review.claim': '2027-08-13' });
    journey.send('answered', '2027-07-20', { answer: 'stands' });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'judicial-review.claim': '2027-08-13' });
    expect(journey.miss('judicial-review.claim', '2027-08-17').stage).toBe('final');

    const late = begin().send('asked', '2027-06-01', why).miss('judicial-review.claim', '2027-08-17');
    expect(late.send('answered', '2027-09-01', { answer: 'refused' }).stage).toBe('stands');
    expect(begin().send('asked', '2027-06-01', why).send('court-asked', '2027-06-10').stage).toBe('court');
  });

  it('follows the complaint again where the Ombudsman looks again and the dates are known', () => {
    const known = { aware: '2026-06-30', complained: '2026-07-10' };
    const journey = begin({ which: 'phso', ...known })
      .send('asked', '2027-06-01', why)
      .send('answered', '2027-07-20', { answer: 'again' });
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'ombudsman.phso',
        once: true,
        facts: [{ ...known, answered: true, asked: '2027-06-01' }],
      },
    ]);
    const unknown = begin()
      .send('asked', '2027-06-01', why)
      .send('answered', '2027-07-20', { answer: 'again' });
    expect(unknown.stage).toBe('again');
    expect(unknown.opened).toEqual([]);
  });

  it('refuses days in an impossible order, and ends when the family does not want it', () => {
    expect(() => begin().send('asked', '2027-05-13', why)).toThrow('earlier than the decision');
    expect(() =>
      begin().send('asked', '2027-06-01', why).send('answered', '2027-05-31', { answer: 'stands' }),
    ).toThrow('earlier than the request');
    expect(begin().send('not-wanted', '2027-05-20').stage).toBe('closed');
  });
});
