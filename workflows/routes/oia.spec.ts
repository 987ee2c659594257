import { Journey } from '../../test/journey';
import { oia } from './oia';

const begin = (facts: Record<string, unknown> = {}) =>
  new Journey(oia, { happened: '2026-03-02', ...facts }, '2026-10-01');
const sent = () => begin({ finished: '2026-08-20', letter: '2026-09-07', asked: '2026-11-02' });

describe('The Office of the Independent Adjudicator', () => {
  it('waits for the university, which has 28 days for its letter after the last answer', () => {
    const journey = begin();
    expect([journey.stage, journey.responsible]).toEqual(['university', 'university']);
    expect(journey.due).toEqual({});
    journey.send('finished', '2026-12-17');
    expect(journey.due).toEqual({ 'oia.completion-letter': '2027-01-14' });
    journey.miss('oia.completion-letter', '2027-01-15').send('asked', '2027-01-18');
    expect([journey.stage, journey.responsible]).toEqual(['sent', 'OIA']);
  });

  it('counts twelve months from the date on the letter, not from the day it came', () => {
    const journey = begin().send('finished', '2026-08-20').send('letter-came', '2026-09-14', {
      dated: '2026-09-07',
    });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'oia.complain': '2027-09-07' });
    journey.miss('oia.complain', '2027-09-08').send('given-up', '2027-09-09');
    expect(journey.over).toBe(true);
  });

  it('starts where the student stands: with the letter, or with the complaint sent', () => {
    expect(begin({ letter: '2026-09-07' }).due).toEqual({ 'oia.complain': '2027-09-07' });
    expect(sent().stage).toBe('sent');
  });

  it('lets the student ask again when the Adjudicator cannot look, or come back with the letter', () => {
    const journey = sent().send('not-eligible', '2026-11-16', { why: 'outside', askAgainBy: '2026-11-30' });
    expect(journey.due).toEqual({ 'named.date': '2026-11-30' });
    expect(journey.send('asked-again', '2026-11-27').stage).toBe('sent');
    const early = begin({ asked: '2026-11-02' })
      .send('not-eligible', '2026-11-16', { why: 'not-finished', askAgainBy: '2026-11-30' })
      .miss('named.date', '2026-12-01')
      .send('letter-came', '2026-12-14', { dated: '2026-12-10' });
    expect(early.due).toEqual({ 'oia.complain': '2027-12-10' });
  });

  it('watches each point that the university must do, decided or agreed', () => {
    const journey = sent().send('decided', '2027-03-01', {
      finding: 'partly-justified',
      promises: [
        { what: 'Pay', by: '2027-03-31' },
        { what: 'Look at it again', by: '2027-04-30' },
      ],
    });
    expect([journey.stage, journey.responsible]).toEqual(['university-acts', 'university']);
    expect(journey.due).toEqual({ 'named.date#1': '2027-03-31', 'named.date#2': '2027-04-30' });
    journey.send('promise-kept', '2027-03-30', { point: '1' }).miss('named.date', '2027-05-04', '2');
    expect(journey.send('promise-kept', '2027-05-10', { point: '2' }).stage).toBe('put-right');
    const agreed = sent().send('settled', '2026-12-01', {
      promises: [{ what: 'Apologise', by: '2026-12-15' }],
    });
    expect(agreed.due).toEqual({ 'named.date#1': '2026-12-15' });
  });

  it('is over when nothing is to be done', () => {
    expect(sent().send('decided', '2027-03-01', { finding: 'not-justified' }).stage).toBe('over');
  });

  it('shows the six months for a court claim about disability', () => {
    const journey = begin({ happened: '2026-09-14', disability: true });
    expect(journey.due).toEqual({ 'county-court.equality.claim': '2027-03-13' });
    journey.miss('county-court.equality.claim', '2027-03-16').send('claim-sent', '2027-03-17');
    expect(journey.stage).toBe('university');
  });

  it('refuses days in an impossible order', () => {
    expect(() => begin().send('letter-came', '2026-09-01', { dated: '2026-09-07' })).toThrow(
      'later than the day',
    );
    expect(() => begin({ letter: '2026-09-07' }).send('asked', '2026-09-06')).toThrow(
      'earlier than the letter',
    );
    expect(() => sent().send('decided', '2026-11-01', { finding: 'justified' })).toThrow(
      'earlier than your complaint',
    );
  });
});
