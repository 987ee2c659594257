import { Journey } from '../../test/journey';
import { ombudsmanJoint } from './ombudsman-joint';

const facts = { health: 'icb', aware: '2026-06-30', complained: '2026-07-10', answered: false };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(ombudsmanJoint, { ...facts, ...more }, '2026-07-13');

const investigating = (scope = 'both', more: Record<string, unknown> = {}) =>
  begin(more)
    .send('asked', '2026-12-10')
    .send('accepted', '2027-01-11', scope === 'both' ? { scope } : { scope, leftOut: 'appeal' });

const bothAtFault = {
  council: 'upheld',
  health: 'upheld',
  report: false,
  remedies: [
    { who: 'council', what: 'Apologise', by: '2027-06-14' },
    { who: 'health', what: 'Send the advice', by: '2027-06-28' },
    { who: 'council', what: 'Pay for the lost terms', by: '2027-08-16' },
  ],
};

describe('Both Ombudsmen together', () => {
  it('shows the two limits, one day apart, and the 12 weeks of the council', () => {
    const journey = begin();
    expect(journey.due).toEqual({
      'ombudsman.lgsco.complain': '2027-06-29',
      'ombudsman.phso.complain': '2027-06-30',
      'ombudsman.premature': '2026-10-02',
    });
    journey.miss('ombudsman.premature', '2026-10-03').miss('ombudsman.lgsco.complain', '2027-06-30');
    journey.miss('ombudsman.phso.complain', '2027-07-01').send('asked', '2027-07-02');
    expect(journey.stage).toBe('checking');
    expect(begin({ answered: true }).due).not.toHaveProperty(['ombudsman.premature']);
  });

  it('tells a family that appealed to leave the appeal out of the complaint', () => {
    const journey = begin({ appeal: 'used' });
    expect(journey.stage).toBe('beside-an-appeal');
    journey.send('asked', '2026-12-10').send('sent-back', '2026-12-15');
    expect(journey.stage).toBe('beside-an-appeal');
    expect(journey.due['ombudsman.lgsco.complain']).toBe('2027-06-29');
    expect(begin({ appeal: 'not-used' }).stage).toBe('before');
  });

  it('declines what can be appealed, wholly or in part, and offers a review', () => {
    const declined = begin({ asked: '2026-07-12' }).send('declined', '2026-08-03', { why: 'appeal' });
    expect(declined.opened).toEqual(['ombudsman-review']);
    expect(declined.over).toBe(true);
    expect(() => begin({ asked: '2026-07-12' }).send('accepted', '2026-08-03', { scope: 'health' })).toThrow(
      'Say why',
    );
    const onlyHealth = investigating('health').send('decided', '2027-05-14', {
      council: 'not-looked-at',
      health: 'upheld',
      report: false,
      remedies: [{ who: 'health', what: 'Send the advice', by: '2027-06-28' }],
    });
    expect(onlyHealth.responsible).toBe('ICB complaints team');
    expect(onlyHealth.opened).toEqual(['ombudsman-review']);
  });

  it('owes an explanation after twelve months only where the NHS is looked at', () => {
    expect(investigating().due).toEqual({ 'ombudsman.phso.explain-delay': '2027-12-09' });
    expect(investigating('council').due).toEqual({});
    const journey = investigating().miss('ombudsman.phso.explain-delay', '2027-12-10');
    expect(journey.send('delay-explained', '2027-12-13').stage).toBe('investigating');
  });

  it('gives every remedy its own date and body, and the turn to whoever still owes one', () => {
    const journey = investigating()
      .send('draft-sent', '2027-04-12', { commentsBy: '2027-04-26' })
      .send('commented', '2027-04-26')
      .send('decided', '2027-05-14', bothAtFault);
    expect(journey.responsible).toBe('council complaints team');
    expect(journey.due).toEqual({
      'named.date#1': '2027-06-14',
      'named.date#2': '2027-06-28',
      'named.date#3': '2027-08-16',
    });
    journey
      .send('remedy-done', '2027-06-14', { point: '1' })
      .send('remedy-done', '2027-06-15', { point: '3' });
    expect(journey.responsible).toBe('ICB complaints team');
    journey.miss('named.date', '2027-06-29', '2').send('remedy-done', '2027-07-05', { point: '2' });
    expect(journey.stage).toBe('put-right');
    expect(journey.opened).toEqual([]);
    const trust = investigating('both', { health: 'provider' }).send('decided', '2027-05-14', {
      ...bothAtFault,
      remedies: bothAtFault.remedies.slice(1, 2),
    });
    expect(trust.responsible).toBe('NHS provider');
  });

  it('waits for the answer to a public report, and begins again with a further one', () => {
    const journey = investigating().send('decided', '2027-05-14', {
      council: 'upheld',
      health: 'not-upheld',
      report: true,
    });
    expect(journey.due).toEqual({ 'report.council-response': '2027-08-13' });
    expect(journey.opened).toEqual(['ombudsman-review']);
    journey.miss('report.council-response', '2027-08-14').send('further-report', '2027-09-01');
    expect(journey.due).toEqual({ 'report.council-response': '2027-11-30' });
    expect(() => journey.send('report-answered', '2027-08-31')).toThrow('earlier than the report');
    journey.send('report-answered', '2027-11-01');
    expect(journey.stage).toBe('put-right');
    expect(journey.opened).toEqual(['ombudsman-review']);
  });

  it('ends with the decision where nothing is to be done, and when the family stops', () => {
    const nothing = { council: 'not-upheld', health: 'not-upheld', report: false };
    const journey = investigating().send('decided', '2027-05-14', nothing);
    expect(journey.stage).toBe('decided');
    expect(journey.opened).toEqual(['ombudsman-review']);
    expect(investigating().send('given-up', '2027-02-01').stage).toBe('closed');
    expect(() => investigating().send('decided', '2026-12-01', nothing)).toThrow(
      'earlier than your complaint',
    );
  });
});
