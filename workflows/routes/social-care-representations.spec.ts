import { Journey } from '../../test/journey';
import { socialCareRepresentations } from './social-care-representations';

const facts = {
  about: 'short-breaks',
  happened: '2026-09-14',
  received: '2026-10-01',
  complaint: 'Six short breaks were cancelled',
};
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(socialCareRepresentations, { ...facts, ...more }, '2026-10-01');

const answer = {
  findings: [
    { point: 'Cancelled breaks', finding: 'upheld' },
    { point: 'Nobody called', finding: 'upheld' },
  ],
  reasons: 'The service was short of staff',
};
const people = { investigator: 'Ms A', independentPerson: 'Mr B', independent: 'yes' };
const statement = { points: [{ point: 'Cancelled breaks' }, { point: 'Nobody called' }] };
const panel = {
  chair: 'Ms C',
  second: 'Mr D',
  third: 'Ms E',
  independent: 'yes',
  meeting: '2027-02-01',
};

const inStage2 = () =>
  begin()
    .send('stage-1-answered', '2026-10-14', answer)
    .send('stage-2-asked', '2026-11-02')
    .send('statement-agreed', '2026-11-06', statement)
    .send('people-appointed', '2026-11-09', people);

const inPanel = () =>
  inStage2()
    .send('stage-2-answered', '2026-12-07', { ...answer, reports: true, panelTold: true })
    .send('panel-asked', '2026-12-18', { why: 'The breaks have not begun again' });

describe("A complaint about children's social care", () => {
  it('goes through three stages with the date of each, and ends with the director and the Ombudsman', () => {
    const journey = begin();
    expect(journey.responsible).toBe("council children's social care");
    expect(journey.due).toEqual({
      'social-care.stage-1': '2026-10-15',
      'ombudsman.lgsco.complain': '2027-09-13',
    });
    journey.send('stage-1-answered', '2026-10-14', answer);
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due['social-care.stage-2.request']).toBe('2026-11-11');
    journey.send('stage-2-asked', '2026-11-02');
    // The clock runs from the request, not from the day on which the council has written the complaint down.
    expect(journey.due['social-care.stage-2']).toBe('2026-12-07');
    journey.send('people-appointed', '2026-11-05', people);
    expect(journey.stage).toBe('stage-2-asked');
    journey.send('statement-agreed', '2026-11-06', statement);
    expect(journey.stage).toBe('stage-2');
    expect(journey.due['social-care.stage-2']).toBe('2026-12-07');
    journey.send('stage-2-answered', '2026-12-07', { ...answer, reports: true, panelTold: true });
    expect(journey.due['social-care.panel.request']).toBe('2027-01-07');
    journey.send('panel-asked', '2026-12-18', { why: 'Nothing has changed' });
    expect(journey.due['social-care.panel']).toBe('2027-02-03');
    journey.send('panel-named', '2027-01-06', panel).send('panel-held', '2027-02-01');
    expect(journey.responsible).toBe('independent panel');
    expect(journey.due['social-care.panel.report']).toBe('2027-02-08');
    journey.send('panel-reported', '2027-02-08', { recommendations: 'Begin again' });
    expect(journey.responsible).toBe("director of children's services");
    expect(journey.due['social-care.panel.response']).toBe('2027-03-01');
    journey.send('final-answer', '2027-02-26', { follows: 'part', reasons: 'Cost', ombudsman: 'yes' });
    expect(journey.due).toEqual({ 'ombudsman.lgsco.complain': '2027-09-13' });
    journey.send('ombudsman-asked', '2027-03-15');
    expect(journey.over).toBe(true);
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'ombudsman.lgsco',
        once: true,
        facts: [{ aware: '2026-09-14', complained: '2026-10-01', asked: '2027-03-15', answered: true }],
      },
    ]);
  });

  it("keeps the family's own year to complain, and counts from the day it did", () => {
    const { received: _received, ...notYet } = facts;
    const journey = new Journey(socialCareRepresentations, notYet, '2026-10-01');
    expect(journey.stage).toBe('before');
    expect(journey.due['social-care.complain']).toBe('2027-09-14');
    expect(() => journey.send('complained', '2026-09-13')).toThrow('earlier than the day it happened');
    expect(() => journey.send('ombudsman-asked', '2026-10-02')).toThrow('Complain to the council first');
    journey.miss('social-care.complain', '2027-09-15').send('complained', '2027-09-16');
    expect(journey.stage).toBe('stage-1');
    expect(journey.due['social-care.stage-1']).toBe('2027-09-30');
  });

  it('lets the family ask for stage 2 as soon as stage 1 is late, and not before', () => {
    const journey = begin();
    expect(() => journey.send('stage-2-asked', '2026-10-12')).toThrow('not possible');
    journey.miss('social-care.stage-1', '2026-10-16');
    expect(journey.stage).toBe('stage-1-late');
    expect(journey.due['social-care.stage-1']).toBe('2026-10-15');
    journey.send('stage-2-asked', '2026-10-16');
    expect(journey.due['social-care.stage-2']).toBe('2026-11-20');
  });

  it('gives 20 working days in all where an advocate is needed, and none if asked too late', () => {
    const more = { because: 'advocate', reason: 'Sam asked for one' };
    const journey = begin()
      .send('advocate-asked', '2026-10-02')
      .send('stage-1-extended', '2026-10-15', more)
      .send('advocate-arranged', '2026-10-20');
    expect(journey.due['social-care.stage-1.extended']).toBe('2026-10-29');
    journey.miss('social-care.stage-1.extended', '2026-10-30').send('stage-2-asked', '2026-10-30');
    expect(journey.stage).toBe('stage-2-asked');
    expect(() => begin().send('stage-1-extended', '2026-10-16', more)).toThrow('10 working days have passed');
  });

  it('takes a late request for stage 2, because the 20 days are guidance', () => {
    const journey = begin()
      .send('stage-1-answered', '2026-10-14', answer)
      .miss('social-care.stage-2.request', '2026-11-12')
      .send('stage-2-asked', '2026-12-01');
    expect(journey.stage).toBe('stage-2-asked');
  });

  it('never lets stage 2 go past 65 working days, whatever date the council names', () => {
    const more = (by: string) => ({ reason: 'Two witnesses were ill', by });
    expect(() => inStage2().send('stage-2-extended', '2026-12-01', more('2027-02-05'))).toThrow(
      'no date after 2027-02-04',
    );
    const journey = inStage2().send('stage-2-extended', '2026-12-01', more('2027-01-15'));
    expect(journey.due).toMatchObject({
      'named.date': '2027-01-15',
      'social-care.stage-2.extended': '2027-02-04',
    });
    expect(journey.due).not.toHaveProperty(['social-care.stage-2']);
    journey.miss('named.date', '2027-01-16').miss('social-care.stage-2.extended', '2027-02-05');
    expect(journey.stage).toBe('stage-2-extended');
    journey.send('ombudsman-asked', '2027-02-05');
    expect(journey.opened).toEqual(['ombudsman.lgsco']);
  });

  it('shows the longest limit when stage 2 is late without an extension, and refuses one afterwards', () => {
    const journey = inStage2().miss('social-care.stage-2', '2026-12-08');
    expect(journey.stage).toBe('stage-2-late');
    expect(journey.due).toMatchObject({
      'social-care.stage-2': '2026-12-07',
      'social-care.stage-2.extended': '2027-02-04',
    });
    expect(() => journey.send('stage-2-extended', '2026-12-08', { reason: 'x', by: '2027-01-04' })).toThrow(
      '25 working days have passed',
    );
  });

  it('stays with the complaints team when stage 2 is late before it has begun', () => {
    const journey = begin()
      .send('stage-1-answered', '2026-10-14', answer)
      .send('stage-2-asked', '2026-11-02')
      .miss('social-care.stage-2', '2026-12-08')
      .send('people-appointed', '2026-12-09', people)
      .send('statement-agreed', '2026-12-10', statement);
    expect(journey.stage).toBe('stage-2-late');
    expect(journey.responsible).toBe('council complaints team');
  });

  it('wants an independent person and a panel without ties to the council', () => {
    expect(() =>
      begin()
        .send('stage-1-answered', '2026-10-14', answer)
        .send('stage-2-asked', '2026-11-02')
        .send('people-appointed', '2026-11-05', { ...people, independent: 'no' }),
    ).toThrow();
    expect(() => inPanel().send('panel-named', '2027-01-06', { ...panel, independent: 'no' })).toThrow();
    const { third: _third, ...two } = panel;
    expect(() => inPanel().send('panel-named', '2027-01-06', two)).toThrow();
  });

  it('keeps the way to the Ombudsman open when the panel, its report or the last answer is late', () => {
    const journey = inPanel().miss('social-care.panel', '2027-02-04').send('panel-held', '2027-02-10');
    journey.miss('social-care.panel.report', '2027-02-18');
    journey.send('panel-reported', '2027-02-19', { recommendations: 'Begin again' });
    expect(journey.due['social-care.panel.response']).toBe('2027-03-12');
    journey.miss('social-care.panel.response', '2027-03-13').send('ombudsman-asked', '2027-03-15');
    expect(journey.opened).toEqual(['ombudsman.lgsco']);
    expect(journey.effects[0]).toMatchObject({ facts: [{ answered: false }] });
  });

  it('offers the Ombudsman without a panel only where stage 2 upheld the points and promised action', () => {
    const why = { reason: 'All upheld' };
    const remedies = [{ what: 'Begin the breaks again', by: '2027-01-11' }];
    const stage2 = { ...answer, reports: true, panelTold: true };
    const notAll = { ...stage2, remedies, findings: [{ point: 'Breaks', finding: 'partly-upheld' }] };
    expect(() =>
      inStage2()
        .send('stage-2-answered', '2026-12-07', notAll)
        .send('early-referral-offered', '2026-12-08', why),
    ).toThrow('The family has a right to a panel');
    const journey = inStage2()
      .send('stage-2-answered', '2026-12-07', { ...stage2, remedies })
      .send('early-referral-offered', '2026-12-08', why);
    expect(journey.stage).toBe('stage-2-answered');
    expect(journey.due).toMatchObject({
      'social-care.panel.request': '2027-01-07',
      'named.date#1': '2027-01-11',
    });
  });

  it('counts promises of both stages one by one, each on its own date', () => {
    const journey = begin().send('stage-1-answered', '2026-10-14', {
      ...answer,
      remedies: [
        { what: 'Apologise', by: '2026-10-28' },
        { what: 'Book the next break', by: '2026-11-13' },
      ],
    });
    expect(journey.due).toMatchObject({ 'named.date#1': '2026-10-28', 'named.date#2': '2026-11-13' });
    expect(() => journey.send('remedy-done', '2026-10-20', { point: '3' })).toThrow('no such promise');
    journey.send('remedy-done', '2026-10-20', { point: '1' }).miss('named.date', '2026-11-14', '2');
    expect(journey.stage).toBe('stage-1-answered');
    expect(() =>
      begin().send('stage-1-answered', '2026-10-14', {
        ...answer,
        remedies: [{ what: 'Apologise', by: '2026-10-13' }],
      }),
    ).toThrow('cannot be in the past');
  });

  it('starts the clock anew when a complaint on hold is taken up again, at the stage it had reached', () => {
    const hold = { because: 'court', reason: 'The same facts are before the court' };
    const first = begin().send('put-on-hold', '2026-10-08', hold);
    expect(first.due).toEqual({ 'ombudsman.lgsco.complain': '2027-09-13' });
    first.send('taken-up-again', '2026-12-01');
    expect(first.stage).toBe('stage-1');
    expect(first.due['social-care.stage-1']).toBe('2026-12-15');

    const second = inStage2()
      .send('stage-2-extended', '2026-11-20', { reason: 'Holidays', by: '2027-01-15' })
      .send('put-on-hold', '2026-11-27', hold)
      .send('taken-up-again', '2027-03-01');
    expect(second.stage).toBe('stage-2');
    expect(second.due['social-care.stage-2']).toBe('2027-04-07');
    expect(second.due).not.toHaveProperty(['named.date']);
  });

  it('opens the Ombudsman at once when the council refuses, and closes when the family wants', () => {
    const refusal = { why: 'late', reason: 'Over a year', ombudsman: 'yes' };
    expect(() => begin().send('refused', '2026-09-30', refusal)).toThrow('earlier than the complaint');
    const journey = begin().send('refused', '2026-10-06', refusal);
    expect(journey.responsible).toBe('parent or young person');
    journey.send('ombudsman-asked', '2026-10-07');
    expect(journey.effects[0]).toMatchObject({ facts: [{ answered: true }] });
    expect(begin().send('withdrawn', '2026-10-07').stage).toBe('closed');
  });

  it('refuses days in an impossible order', () => {
    expect(() => begin().send('stage-1-answered', '2026-09-30', answer)).toThrow(
      'earlier than the complaint',
    );
    expect(() => inPanel().send('panel-held', '2026-12-17')).toThrow('earlier than the request');
  });
});
