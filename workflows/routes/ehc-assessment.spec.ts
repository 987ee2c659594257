import { Journey } from '../../test/journey';
import { ehcAssessment } from './ehc-assessment';

const begin = (more: Record<string, unknown> = {}, opened = '2026-09-14') =>
  new Journey(ehcAssessment, { requested: '2026-09-01', ...more }, opened);
const assessing = (more: Record<string, unknown> = {}) => begin(more).send('assessment-agreed', '2026-10-05');

describe('The way to a plan', () => {
  it('gives the council 6 weeks from the request to decide, and 20 for the final plan', () => {
    const journey = begin();
    expect([journey.stage, journey.responsible]).toEqual(['deciding', 'council SEND casework']);
    expect(journey.due).toEqual({ 'ehc.assess.decide': '2026-10-13' });
    journey.send('assessment-agreed', '2026-10-05');
    expect(journey.due).toEqual({ 'ehc.plan.final': '2027-01-19' });
  });

  it('gives everyone who is asked for advice 6 weeks of their own, by name', () => {
    const journey = assessing()
      .send('advice-asked', '2026-10-06', { from: 'icb' })
      .send('advice-asked', '2026-10-08', { from: 'psychologist' });
    expect(journey.due).toMatchObject({
      'ehc.health-advice#1': '2026-11-17',
      'ehc.health-advice#2': '2026-11-19',
    });
    journey.miss('ehc.health-advice', '2026-11-18', '1').send('advice-given', '2026-11-19', { point: '2' });
    expect(journey.due).not.toHaveProperty(['ehc.health-advice#2']);
    expect(() => journey.send('advice-given', '2026-11-20', { point: '7' })).toThrow('Nobody was asked');
  });

  it('gives the family 15 days beginning with the day the draft came', () => {
    const journey = assessing().send('draft-sent', '2026-12-01', { served: '2026-12-03' });
    expect(journey.due).toMatchObject({
      'ehc.draft.representations': '2026-12-17',
      'ehc.plan.final': '2027-01-19',
    });
    journey.send('comments-sent', '2026-12-10').send('final-plan', '2027-01-15');
    expect([journey.stage, journey.responsible]).toEqual(['appeal', 'parent or young person']);
    expect(journey.due).toEqual({ 'mediation.contact': '2027-03-15', 'appeal.lodge': '2027-03-15' });
  });

  it.each([
    ['first', 'assessment-refused', 'refuse-to-assess'],
    ['again', 'assessment-refused', 'refuse-to-reassess'],
  ])('leads a %s request that is refused to an appeal about it', (kind, sent, decision) => {
    const journey = begin({ kind }).send(sent, '2026-10-05').send('disagreed', '2026-10-20');
    expect(journey.effects.at(-1)).toMatchObject({
      route: 'mediation-information',
      facts: [{ decision, noticeSent: '2026-10-05', sections: [] }],
    });
  });

  it.each([
    ['first', 'refuse-to-issue'],
    ['again', 'cease'],
  ])('leads no plan after a %s assessment to an appeal about it', (kind, decision) => {
    const journey = assessing({ kind }).send('plan-refused', '2026-12-01').send('disagreed', '2026-12-10');
    expect(journey.effects.at(-1)).toMatchObject({ facts: [{ decision, noticeSent: '2026-12-01' }] });
  });

  it('counts a reassessment by its own periods: 15 days, and 14 weeks from the notice', () => {
    const journey = begin({ kind: 'again' });
    expect(journey.due).toEqual({ 'ehc.reassess.decide': '2026-09-16' });
    journey.send('assessment-agreed', '2026-09-15');
    expect(journey.due).toEqual({ 'ehc.reassess.final': '2026-12-22' });
  });

  it('keeps its dates where the council gives a reason, and goes on after each is missed', () => {
    const journey = begin()
      .send('excused', '2026-10-01', { why: 'closed', reason: 'The school was closed in summer' })
      .miss('ehc.assess.decide', '2026-10-14');
    expect(journey.stage).toBe('deciding');
    expect(() => journey.send('assessment-agreed', '2026-08-01')).toThrow('Check the two dates');
  });
});
