import { Journey } from '../../test/journey';
import { annualReview } from './annual-review';
import { mediationInformation } from './mediation-information';

const facts = { planMade: '2026-01-20', arrangedBy: 'school' };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(annualReview, { ...facts, ...more }, '2026-10-01');
const afterMeeting = (more: Record<string, unknown> = {}) =>
  begin(more).send('meeting-set', '2026-10-02', { meeting: '2026-10-28' }).send('meeting-held', '2026-10-28');

describe('The review of a plan', () => {
  it('is due within a year, with the reports two weeks before the meeting', () => {
    const journey = begin();
    expect([journey.stage, journey.responsible]).toEqual(['due', 'council SEND casework']);
    expect(journey.due).toEqual({ 'ehc.review.next': '2027-01-19' });
    journey.send('meeting-set', '2026-10-02', { meeting: '2026-10-28' });
    expect(journey.due['ehc.review.papers']).toBe('2026-10-14');
    journey.send('papers-sent', '2026-10-13');
    expect(journey.due).not.toHaveProperty(['ehc.review.papers']);
  });

  it('counts 2, 4 and 12 weeks from the meeting and 8 from the proposed changes', () => {
    const journey = afterMeeting();
    expect(journey.due).toEqual({
      'ehc.review.report': '2026-11-11',
      'ehc.review.decide': '2026-11-25',
      'ehc.review.outer': '2027-01-20',
      'ehc.review.next': '2027-01-19',
    });
    journey.send('report-sent', '2026-11-10').send('amendments-sent', '2026-11-20', { served: '2026-11-23' });
    expect(journey.due).toEqual({
      'ehc.draft.representations': '2026-12-07',
      'ehc.review.final': '2027-01-15',
      'ehc.review.outer': '2027-01-20',
    });
    journey.send('comments-sent', '2026-12-04', { comments: 'More speech therapy', meeting: true });
    expect(journey.due).not.toHaveProperty(['ehc.draft.representations']);
    journey.send('final-plan', '2027-01-14');
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'mediation.contact': '2027-03-14', 'appeal.lodge': '2027-03-15' });
    journey.send('disagreed', '2027-01-25', { sections: ['F', 'I'] });
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'mediation-information',
        once: false,
        facts: [{ decision: 'contents', noticeSent: '2027-01-14', sections: ['F', 'I'] }],
      },
    ]);
    const linked = new Journey(
      mediationInformation,
      { decision: 'contents', noticeSent: '2027-01-14', sections: ['F', 'I'] },
      '2027-01-25',
    );
    expect(linked.due).toEqual({ 'mediation.contact': '2027-03-14', 'appeal.lodge': '2027-03-15' });
  });

  it.each([
    ['kept', [], 'refuse-to-amend'],
    ['ceased', [], 'cease'],
  ])('gives a right to appeal when the plan is %s', (decision, sections, appealed) => {
    const journey = afterMeeting().send(decision, '2026-11-20').send('disagreed', '2026-12-01', { sections });
    expect(journey.over).toBe(true);
    expect(journey.effects).toEqual([
      expect.objectContaining({ facts: [{ decision: appealed, noticeSent: '2026-11-20', sections: [] }] }),
    ]);
  });

  it('gives a right to appeal when the council changes its mind about changing the plan', () => {
    const journey = afterMeeting()
      .send('amendments-sent', '2026-11-20')
      .send('no-amendment', '2027-01-04')
      .send('disagreed', '2027-01-11', { sections: ['B'] });
    expect(journey.effects).toEqual([
      expect.objectContaining({
        facts: [{ decision: 'refuse-to-amend', noticeSent: '2027-01-04', sections: ['B'] }],
      }),
    ]);
  });

  it('keeps the four weeks running when changes are announced but not sent', () => {
    const journey = afterMeeting().send('amendment-announced', '2026-11-20');
    expect(journey.stage).toBe('changes-awaited');
    expect(journey.due).toMatchObject({
      'ehc.review.decide': '2026-11-25',
      'ehc.review.outer': '2027-01-20',
    });
    journey.miss('ehc.review.decide', '2026-11-26').send('amendments-sent', '2026-12-15');
    // Eight weeks from the late notice would be 9 February; the twelve weeks from the meeting end before.
    expect(journey.due).toMatchObject({ 'ehc.review.final': '2027-02-09', 'ehc.review.outer': '2027-01-20' });
  });

  it('opens the appeal at once where the family disagrees with the school alone', () => {
    const facts = { decision: 'contents', noticeSent: '2027-01-14', sections: ['I'] };
    expect(new Journey(mediationInformation, facts, '2027-01-25').opened).toEqual(['tribunal.sen-appeal']);
  });

  it('survives every silence of the council and of the family', () => {
    const journey = begin()
      .send('meeting-set', '2026-10-02', { meeting: '2026-10-28' })
      .miss('ehc.review.papers', '2026-10-15')
      .send('meeting-held', '2026-10-28')
      .miss('ehc.review.report', '2026-11-12')
      .miss('ehc.review.decide', '2026-11-26')
      .miss('ehc.review.next', '2027-01-20')
      .miss('ehc.review.outer', '2027-01-21')
      .send('amendments-sent', '2027-02-01')
      .miss('ehc.draft.representations', '2027-02-16')
      .miss('ehc.review.final', '2027-03-30')
      .send('final-plan', '2027-04-01')
      .miss('mediation.contact', '2027-06-02')
      .miss('appeal.lodge', '2027-06-02');
    expect(journey.stage).toBe('appeal');
    expect(journey.send('disagreed', '2027-06-03', { sections: ['I'] }).opened).toEqual([
      'mediation-information',
    ]);
  });

  it('starts where the family stands: early, before or after the meeting', () => {
    const early = begin({ early: true });
    expect(early.stage).toBe('early');
    expect(early.send('early-refused', '2026-10-20', { reason: 'Wait' }).stage).toBe('due');
    expect(begin({ early: true }).send('early-agreed', '2026-10-20').stage).toBe('due');
    const coming = begin({ meeting: '2026-10-28', arrangedBy: 'council' });
    expect([coming.stage, coming.due['ehc.review.papers']]).toEqual(['before-the-meeting', '2026-10-14']);
    const held = begin({ meeting: '2026-09-09', held: true });
    expect([held.stage, held.due['ehc.review.decide']]).toEqual(['after-the-meeting', '2026-10-07']);
  });

  it('ends with agreement, or when the family stops', () => {
    expect(afterMeeting().send('kept', '2026-11-20').send('accepted', '2026-12-01').stage).toBe('finished');
    expect(begin().send('stopped', '2026-10-02').over).toBe(true);
  });

  it('refuses an impossible order of days', () => {
    expect(() => begin().send('meeting-held', '2026-01-19')).toThrow('the plan or the last review');
    expect(() => begin().send('meeting-set', '2026-10-05', { meeting: '2026-10-01' })).toThrow('in the past');
    expect(() => afterMeeting().send('kept', '2026-10-27')).toThrow('the review meeting');
    expect(() => afterMeeting().send('amendments-sent', '2026-11-20', { served: '2026-11-19' })).toThrow(
      'before they were sent',
    );
    expect(() =>
      afterMeeting().send('amendments-sent', '2026-11-20').send('final-plan', '2026-11-19'),
    ).toThrow('the proposed changes');
  });
});

describe('A move to a new phase of education', () => {
  it.each([
    ['school', '2027-09-01', 'ehc.transfer.school', '2027-02-15'],
    ['post-16', '2027-09-01', 'ehc.transfer.post-16', '2027-03-31'],
    ['between-colleges', '2027-09-06', 'ehc.transfer.between-colleges', '2027-04-06'],
  ])('%s on %s must be ready by its own date', (move, moveOn, rule, due) => {
    const journey = begin({ move, moveOn });
    expect(journey.due).toEqual({ 'ehc.review.next': '2027-01-19', [rule]: due });
    journey.send('meeting-held', '2026-11-11').send('amendments-sent', '2026-12-01');
    expect(journey.due[rule]).toBe(due);
    journey.miss(rule, '2027-04-07').send('final-plan', '2027-04-08');
    expect(journey.due).not.toHaveProperty([rule]);
  });
});
