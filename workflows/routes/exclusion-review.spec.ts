import { Journey } from '../../test/journey';
import { exclusionReview } from './exclusion-review';

// Thursday 1 October 2026. In the tests every working day is a school day.
const facts = { kind: 'permanent', school: 'maintained', excluded: '2026-10-01', notified: '2026-10-01' };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(exclusionReview, { ...facts, ...more }, '2026-10-01');
const upheld = { decision: 'not-back', reasons: 'Serious breach' };
const reviewAsked = (more: Record<string, unknown> = {}) =>
  begin(more)
    .send('board-decided', '2026-10-20', upheld)
    .send('review-asked', '2026-11-02', { expert: true });

describe('A permanent exclusion', () => {
  it('gives the board 15 school days, the family 15 and the panel 15', () => {
    const journey = begin();
    expect(journey.due).toEqual({ 'exclusion.board': '2026-10-22' });
    expect(journey.responsible).toBe('school governing board');
    journey.send('case-sent', '2026-10-12', { case: 'He was not supported' });
    journey.send('board-decided', '2026-10-20', upheld);
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'exclusion.review.apply': '2026-11-10' });
    journey.send('review-asked', '2026-11-02', { expert: true });
    expect(journey.responsible).toBe('council SEND casework');
    expect(journey.due).toEqual({ 'exclusion.review.hear': '2026-11-23' });
  });

  it('gives the board 10 school days to think again after a quashed decision, and follows the child back', () => {
    const journey = reviewAsked()
      .send('hearing-set', '2026-11-05', { hearing: '2026-11-18' })
      .send('panel-met', '2026-11-18', { expertCame: true, adjourned: false });
    expect(journey.responsible).toBe('independent panel');
    journey.send('panel-decided', '2026-11-20', { decision: 'quashed' });
    expect(journey.responsible).toBe('school governing board');
    expect(journey.due).toEqual({ 'exclusion.reconsider': '2026-12-04' });
    journey.send('reconsidered', '2026-12-01', { decision: 'back', backOn: '2026-12-07' });
    expect(journey.due).toEqual({ 'named.date': '2026-12-07' });
    journey.send('returned', '2026-12-07');
    expect([journey.over, journey.stage]).toEqual([true, 'back']);
  });

  it('lets the child back at once where the board names no day', () => {
    const journey = begin().send('board-decided', '2026-10-20', { decision: 'back' });
    expect(journey.due).toEqual({ 'named.date': '2026-10-20' });
    journey.miss('named.date', '2026-10-21').send('returned', '2026-10-23');
    expect(journey.over).toBe(true);
  });

  it('asks the trust of an academy for the panel, and ends without the Ombudsman', () => {
    const journey = reviewAsked({ school: 'academy' });
    expect(journey.responsible).toBe('academy trust');
    journey.send('panel-decided', '2026-11-20', { decision: 'upheld' });
    expect([journey.over, journey.stage]).toEqual([true, 'academy-panel-upheld']);
  });

  it('leads from a panel of the council to the Ombudsman, a year from the decision', () => {
    const journey = reviewAsked().send('panel-decided', '2026-11-20', { decision: 'upheld' });
    expect(journey.due).toEqual({ 'ombudsman.lgsco.complain': '2027-11-19' });
    journey.send('ombudsman-asked', '2026-12-01');
    expect(journey.opened).toEqual(['ombudsman.lgsco']);
    expect(journey.effects).toEqual([
      expect.objectContaining({
        facts: [{ aware: '2026-11-20', complained: '2026-11-02', asked: '2026-12-01', answered: true }],
      }),
    ]);
  });

  it('keeps the clock of a panel that is put off or silent', () => {
    const journey = reviewAsked()
      .send('panel-met', '2026-11-18', { expertCame: false, adjourned: true })
      .miss('exclusion.review.hear', '2026-11-24');
    expect(journey.stage).toBe('panel-of-the-council');
    journey.send('panel-decided', '2026-12-01', { decision: 'recommended' });
    journey.miss('exclusion.reconsider', '2026-12-16');
    expect(journey.stage).toBe('reconsider');
    journey.send('reconsidered', '2026-12-17', { decision: 'not-back' });
    expect([journey.over, journey.stage]).toEqual([true, 'still-out']);
  });

  it('is not over when the time for a review has passed: a claim made later and decided gives 15 new school days', () => {
    const journey = begin({ disability: true }).miss('exclusion.board', '2026-10-23');
    expect(journey.stage).toBe('board');
    journey.send('board-decided', '2026-10-26', upheld).miss('exclusion.review.apply', '2026-11-17');
    expect([journey.over, journey.stage, journey.responsible]).toEqual([
      false,
      'too-late',
      'parent or young person',
    ]);
    expect(journey.due).toEqual({ 'discrimination.claim': '2027-03-31' });
    expect(journey.send('claim-made', '2027-01-11').stage).toBe('claim-running');
    expect(journey.send('claim-decided', '2027-05-10').due).toEqual({
      'exclusion.review.apply': '2027-06-01',
    });
    expect(journey.send('review-asked', '2027-05-20', { expert: true }).stage).toBe('panel-of-the-council');
  });

  it('takes the end of a claim that was never recorded here, and a second claim', () => {
    const journey = begin()
      .send('board-decided', '2026-10-26', upheld)
      .miss('exclusion.review.apply', '2026-11-17')
      .send('claim-decided', '2027-01-11');
    expect(journey.due).toEqual({ 'exclusion.review.apply': '2027-02-01' });
    journey.send('claim-made', '2027-01-18').miss('exclusion.review.apply', '2027-02-02');
    expect(journey.stage).toBe('claim-running');
    expect(journey.send('withdrawn', '2027-02-03').over).toBe(true);
  });

  it('is refused for coming late, and can be asked for again once a claim is decided', () => {
    const refused = () => reviewAsked().send('request-refused', '2026-11-12', { reason: 'Late' });
    expect(refused().send('claim-made', '2026-11-20').responsible).toBe('SEND Tribunal');
    expect(refused().send('claim-decided', '2027-03-01').due).toEqual({
      'exclusion.review.apply': '2027-03-22',
    });
    const running = begin()
      .send('board-decided', '2026-10-20', upheld)
      .send('claim-made', '2026-10-30')
      .send('review-asked', '2026-11-12', { expert: true })
      .send('request-refused', '2026-11-16', { reason: 'Late' });
    expect(running.stage).toBe('claim-running');
  });

  it('gives the time anew when a discrimination claim that was running is decided', () => {
    const journey = begin({ disability: true });
    expect(journey.due['discrimination.claim']).toBe('2027-03-31');
    journey
      .send('board-decided', '2026-10-20', upheld)
      .send('claim-made', '2026-10-30')
      .miss('exclusion.review.apply', '2026-11-11');
    expect(journey.responsible).toBe('SEND Tribunal');
    journey.send('claim-decided', '2027-03-01');
    expect(journey.due).toEqual({ 'exclusion.review.apply': '2027-03-22' });
    journey.miss('exclusion.review.apply', '2027-03-23');
    expect(journey.stage).toBe('too-late');
  });

  it('counts from the letter of the board where the claim was decided before it', () => {
    const journey = begin({ disability: true })
      .send('claim-made', '2026-10-05')
      .send('claim-decided', '2026-10-12')
      .send('board-decided', '2026-10-20', upheld);
    expect(journey.due['exclusion.review.apply']).toBe('2026-11-10');
  });

  it('can be refused, or given up', () => {
    expect(reviewAsked().send('request-refused', '2026-11-10', { reason: 'Late' }).stage).toBe(
      'request-refused',
    );
    expect(reviewAsked().send('withdrawn', '2026-11-10').over).toBe(true);
  });

  it('refuses an impossible order of days', () => {
    expect(() => begin().send('board-decided', '2026-09-30', upheld)).toThrow('the day the board was told');
    expect(() =>
      begin().send('board-decided', '2026-10-20', { decision: 'back', backOn: '2026-10-01' }),
    ).toThrow('cannot be in the past');
    expect(() =>
      begin()
        .send('board-decided', '2026-10-20', upheld)
        .send('review-asked', '2026-10-19', { expert: false }),
    ).toThrow('cannot be earlier than the decision of the board');
  });
});

describe('A suspension', () => {
  it('of 6 to 15 school days is considered within 50 school days, if the family asks', () => {
    const journey = begin({ kind: 'middle' });
    expect([journey.responsible, journey.due]).toEqual(['parent or young person', {}]);
    journey.send('case-sent', '2026-10-05');
    expect(journey.due).toEqual({ 'exclusion.board.on-request': '2026-12-10' });
    journey.miss('exclusion.board.on-request', '2026-12-11').send('board-decided', '2026-12-14', upheld);
    expect([journey.over, journey.stage]).toEqual([true, 'suspension-stands']);
  });

  it('of more than 15 school days is considered like an exclusion, but goes to no panel', () => {
    const journey = begin({ kind: 'long' });
    expect(journey.due).toEqual({ 'exclusion.board': '2026-10-22' });
    expect(journey.send('board-decided', '2026-10-20', upheld).stage).toBe('suspension-stands');
  });

  it('of 5 school days or fewer can be written about, no more', () => {
    const journey = begin({ kind: 'short' }).send('case-sent', '2026-10-05');
    expect([journey.responsible, journey.due]).toEqual(['school governing board', {}]);
    expect(journey.send('board-decided', '2026-10-20', upheld).stage).toBe('short-considered');
  });
});
