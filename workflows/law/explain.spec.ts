import { bundledHolidays } from '../calendar';
import { explain, explainUntyped, RuleInputError, type RuleInputProblem } from '.';

describe('The two meanings of August', () => {
  it('lets an appeal that runs out in August be made on the first working day of September', () => {
    const { due, raw, trace } = explain('appeal.lodge', { noticeSent: '2026-06-10' });
    expect([raw, due]).toEqual(['2026-08-10', '2026-09-01']);
    expect(trace.join(' ')).toContain('Monday 10 August 2026 cannot be the last day (In August');
  });

  it('gives an appeal that only passes through August no more time', () => {
    expect(explain('appeal.lodge', { noticeSent: '2026-07-10' }).due).toBe('2026-09-10');
  });

  it('leaves the days of August out of the time to answer an appeal', () => {
    const { due, skipped } = explain('appeal.respond', { sentToAuthority: '2026-07-10' });
    expect(due).toBe('2026-09-21');
    expect(skipped.filter(({ date }) => date.startsWith('2026-08'))).toHaveLength(31);
  });

  it('knows no August for mediation, and warns that this date comes first', () => {
    expect(explain('mediation.contact', { noticeSent: '2026-06-10' }).due).toBe('2026-08-10');
    const { warnings } = explain('appeal.lodge', { noticeSent: '2026-06-10' });
    expect(warnings).toEqual([
      expect.stringContaining('must be contacted earlier: by Monday 10 August 2026'),
    ]);
  });

  it('does not warn of mediation once a certificate shows that the adviser was contacted', () => {
    const { warnings } = explain('appeal.lodge', {
      noticeSent: '2026-06-10',
      certificateIssued: '2026-07-05',
    });
    expect(warnings).toBeUndefined();
  });

  it('names the day until which either side can ask for costs, beside the time to have a decision set aside', () => {
    const until = (rule: 'appeal' | 'discrimination') =>
      explainUntyped(`${rule}.set-aside`, { decisionSent: '2021-12-23' }).warnings;
    // KM and DM v Cheshire West and Chester Council [2024] UKUT 89 (AAC): an application of 10 March was 55 days late.
    expect(until('appeal')?.[0]).toContain('ask for costs until Friday 14 January 2022');
    expect(until('discrimination')?.[0]).toContain('ask for costs until Thursday 6 January 2022');
  });

  it('gives disability claims no August at all', () => {
    expect(explain('discrimination.claim', { happened: '2026-02-11' }).due).toBe('2026-08-10');
    expect(explain('discrimination.permission', { decisionSent: '2026-07-20' }).due).toBe('2026-08-17');
    expect(explain('appeal.permission', { decisionSent: '2026-07-20' }).due).toBe('2026-09-17');
  });

  it('counts August for a date that the Tribunal named, and moves it off a weekend', () => {
    expect(explain('named.date.tribunal', { named: '2026-08-12' }).due).toBe('2026-08-12');
    expect(explain('named.date.tribunal', { named: '2026-08-15' }).due).toBe('2026-08-17');
    expect(explain('named.date', { named: '2026-08-15' }).due).toBe('2026-08-15');
  });

  it('takes the later of the two dates first and moves it once', () => {
    // 30 October and 1 January: the later falls in the Christmas days.
    const { raw, due } = explain('appeal.lodge', {
      noticeSent: '2023-08-30',
      certificateIssued: '2023-12-01',
    });
    expect([raw, due]).toEqual(['2024-01-01', '2024-01-02']);
  });

  it('shows both readings where rolling off a weekend lands in August', () => {
    const { due, readings, lateAfter, dueAt } = explain('appeal.lodge', { noticeSent: '2027-05-31' });
    expect(due).toBe('2027-08-02');
    expect(readings).toEqual([
      expect.objectContaining({ id: 'moved-out-of-closed-period', due: '2027-09-01' }),
    ]);
    expect(lateAfter).toBe('2027-09-01T16:00:00.000Z');
    expect(dueAt).toBe('2027-08-02T16:00:00.000Z');
  });

  it('shows both readings of a month from which days are left out', () => {
    const { due, readings } = explain('upper-tribunal.permission', { refusalSent: '2026-07-15' });
    expect(due).toBe('2026-09-01');
    expect(readings).toEqual([expect.objectContaining({ id: 'days-left-out-added', due: '2026-09-15' })]);
  });
});

describe('A disability claim in the Upper Tribunal', () => {
  it('has August counted to be safe; the older text stands beside it, and nobody is late before that', () => {
    const { due, readings, lateAfter, trace } = explain('upper-tribunal.claim.permission', {
      refusalSent: '2026-07-15',
    });
    expect(due).toBe('2026-08-17');
    expect(readings?.map(({ id, due: day }) => [id, day])).toEqual([
      ['closed-periods-left-out', '2026-09-01'],
      ['days-left-out-added', '2026-09-15'],
    ]);
    expect(lateAfter).toBe('2026-09-15T16:00:00.000Z');
    expect(trace.join(' ')).not.toContain('leaving out');
  });
});

describe('Where the law can be read two ways', () => {
  it('shows a family the earlier date for its own limit at the end of a month, and the usual one beside it', () => {
    const { due, readings, trace } = explain('discrimination.claim', { happened: '2026-08-31' });
    expect(due).toBe('2027-02-27');
    expect(readings).toContainEqual(expect.objectContaining({ id: 'usual', due: '2027-02-28' }));
    expect(trace).toContain('Read strictly it ends on Saturday 27 February 2027: rely on that date.');
  });

  it('does not call a body late before the last reading', () => {
    const { due, readings, lateAfter } = explain('nhs.respond', { received: '2026-08-31' });
    expect(due).toBe('2027-02-28');
    expect(readings).toEqual([expect.objectContaining({ id: 'month-end-strict', due: '2027-02-27' })]);
    expect(lateAfter).toBe('2027-02-28T23:59:59.999Z');
  });

  it('gives a mixed order five weeks, and shows the two weeks of a strict reading', () => {
    const { due, readings } = explain('order.amend-contents-and-placement', { ordered: '2026-11-02' });
    expect(due).toBe('2026-12-07');
    expect(readings).toEqual([expect.objectContaining({ id: 'placement-strict', due: '2026-11-16' })]);
  });

  it('shows the one day by which five weeks for a recommendation can differ', () => {
    const { readings } = explain('recommendation.respond', { sent: '2026-11-02' });
    expect(readings).toEqual([expect.objectContaining({ id: 'beginning-with', due: '2026-12-06' })]);
  });

  it('says nothing of readings where all come to the same day', () => {
    expect(explain('mediation.contact', { noticeSent: '2026-09-24' })).not.toHaveProperty('readings');
  });
});

describe("A family's own limit on a closed day", () => {
  it('is acted on by the working day before', () => {
    // Two months after 26 October is Saturday 26 December; Christmas Day and the weekend go before it.
    const { due, actBy, trace } = explain('mediation.contact', { noticeSent: '2026-10-26' });
    expect([due, actBy]).toEqual(['2026-12-26', '2026-12-24']);
    expect(trace).toContain('That is not a working day, so act by Thursday 24 December 2026.');
  });

  it("is not brought forward for a body's duty", () => {
    expect(explain('mediation.arrange.authority', { authorityInformed: '2026-07-10' })).not.toHaveProperty(
      'actBy',
    );
  });
});

describe('The working of a date', () => {
  it('names each day that was left out, and why', () => {
    const { skipped, trace } = explain('mediation.certificate.declined', { adviserInformed: '2026-12-23' });
    expect(skipped).toEqual([
      { date: '2026-12-25', why: 'Christmas Day' },
      { date: '2026-12-26', why: 'Saturday' },
      { date: '2026-12-27', why: 'Sunday' },
      { date: '2026-12-28', why: 'Boxing Day (substitute day)' },
    ]);
    expect(trace.slice(0, 3)).toEqual([
      'The mediation adviser was told on Wednesday 23 December 2026.',
      '3 working days, counting from the day after and leaving out Saturdays, Sundays and bank holidays: Wednesday 30 December 2026.',
      'On the way these days are not counted: Friday 25 December 2026 (Christmas Day); Monday 28 December 2026 (Boxing Day (substitute day)).',
    ]);
  });

  it('says at what hour it ends', () => {
    expect(explain('appeal.lodge', { noticeSent: '2026-10-05' }).trace).toContain(
      'It must arrive by 5pm on that day.',
    );
    expect(explain('appeal.lodge', { noticeSent: '2026-10-05' }).dueAt).toBe('2026-12-07T17:00:00.000Z');
    expect(explain('order.reconsider', { ordered: '2026-06-01' }).dueAt).toBe('2026-06-15T22:59:59.999Z');
  });

  it('says so where the rule could not be confirmed', () => {
    expect(explain('order.reconsider', { ordered: '2026-06-01' }).trace.join(' ')).toContain('unconfirmed');
    expect(explain('mediation.contact', { noticeSent: '2026-06-01' }).trace.join(' ')).not.toContain(
      'unconfirmed',
    );
  });

  it('can be changed by its reader without harm to the next one', () => {
    const first = explain('appeal.respond', { sentToAuthority: '2026-07-10' });
    const asGiven = JSON.stringify(first);
    first.skipped.length = 0;
    first.trace.push('scribble');
    expect(JSON.stringify(explain('appeal.respond', { sentToAuthority: '2026-07-10' }))).toBe(asGiven);
  });

  it('moves with a bank holiday that is proclaimed', () => {
    const holidays = bundledHolidays.with('2026-06-05', 'Proclaimed bank holiday');
    expect(explain('nhs.acknowledge', { received: '2026-06-03' }).due).toBe('2026-06-08');
    const moved = explain('nhs.acknowledge', { received: '2026-06-03' }, { holidays });
    expect(moved.due).toBe('2026-06-09');
    expect(moved.skipped).toContainEqual({ date: '2026-06-05', why: 'Proclaimed bank holiday' });
  });
});

describe('What a reader is warned of', () => {
  it('a date beyond the announced bank holidays', () => {
    expect(explain('ombudsman.phso.complain', { aware: '2028-03-01' }).warnings).toEqual([
      expect.stringContaining('Bank holidays after 2028 are worked out'),
    ]);
    expect(explain('ombudsman.phso.complain', { aware: '2027-03-01' })).not.toHaveProperty('warnings');
  });

  it('a date before this text of the rule had effect', () => {
    const { warnings } = explain('data.complaint.acknowledge', { received: '2026-06-18' });
    expect(warnings).toEqual([expect.stringContaining('has effect from Friday 19 June 2026')]);
    expect(explain('data.complaint.acknowledge', { received: '2026-06-19' })).not.toHaveProperty('warnings');
  });

  it('a judicial review that must be prompt', () => {
    expect(explain('judicial-review.claim', { happened: '2026-10-01' }).warnings).toEqual([
      expect.stringContaining('promptly'),
    ]);
  });

  it('a judicial review whose first day may count: the day before is shown, the usual day beside it', () => {
    const { due, readings, lateAfter } = explain('judicial-review.claim', { happened: '2026-01-26' });
    expect([due, lateAfter.slice(0, 10)]).toEqual(['2026-04-25', '2026-04-27']);
    expect(readings?.map(({ id, due: day }) => [id, day])).toEqual([
      ['usual', '2026-04-26'],
      ['next-open-day', '2026-04-27'],
    ]);
    const atMonthEnd = explain('judicial-review.claim', { happened: '2026-11-30' });
    expect([atMonthEnd.due, atMonthEnd.actBy]).toEqual(['2027-02-27', '2027-02-26']);
  });

  it('school days counted without the terms of the school: the earliest day for a family, no lateness of a body before the last', () => {
    // Six school days to the autumn half-term at its widest, then fourteen, and five of training, from 9 November.
    const body = explain('school.stage-1', { received: '2026-10-01' });
    expect([body.due, body.dueAt, body.lateAfter]).toEqual([
      '2026-10-29',
      '2026-10-29T23:59:59.999Z',
      '2026-12-03T23:59:59.999Z',
    ]);
    expect(body).not.toHaveProperty('readings');
    expect(body.warnings).toEqual([
      "The school's term dates are not known here: every working day was counted as a school day. So this is the earliest day on which the time can end. Nobody is called late before Thursday 3 December 2026 has passed: by then it has ended whatever the holidays are.",
    ]);
    const family = explain('exclusion.review.apply', { decided: '2026-10-01' });
    expect(family.due).toBe('2026-10-22');
    expect(family.lateAfter > family.dueAt).toBe(true);
    expect(family.warnings).toEqual([expect.stringMatching(/earliest day .* can end: act by it\.$/)]);
  });

  it('school days that run beyond the terms that are known', () => {
    const settings = { schoolTerms: [{ from: '2026-09-02', to: '2026-10-23' }] };
    const within = explain('school.stage-1', { received: '2026-09-15' }, { settings });
    expect([within.due, within.lateAfter]).toEqual(['2026-10-13', within.dueAt]);
    const beyond = explain('school.stage-1', { received: '2026-10-15' }, { settings });
    expect([beyond.due, beyond.lateAfter.slice(0, 10)]).toEqual(['2026-11-12', '2026-12-03']);
    expect(beyond.warnings).toEqual([
      expect.stringMatching(/known from .* to Friday 23 October 2026 only\..*Nobody is called late/),
    ]);
  });
});

describe("A school's or a council's own settings", () => {
  const schoolTerms = [
    { from: '2026-09-02', to: '2026-10-23' },
    { from: '2026-11-02', to: '2026-12-18' },
  ];

  it('leaves out the days outside term', () => {
    const { due, skipped, warnings } = explain(
      'school.stage-1',
      { received: '2026-10-15' },
      { settings: { schoolTerms } },
    );
    expect(due).toBe('2026-11-19');
    expect(skipped.filter(({ why }) => why.includes('outside term'))).toHaveLength(5);
    expect(warnings).toBeUndefined();
  });

  it('says that the terms were counted with, and keeps them so that the count can be done again', () => {
    const inTerm = explain('school.stage-1', { received: '2026-10-15' }, { settings: { schoolTerms } });
    expect(inTerm.trace).toContain("School days are counted by the school's own term dates.");
    expect(inTerm.schoolTerms).toEqual(schoolTerms);
    const other = explain('council.stage-1', { acknowledged: '2026-10-15' }, { settings: { schoolTerms } });
    expect(other.schoolTerms).toBeUndefined();
  });

  it('counts every working day outside the terms that are known, which is the earlier date, and says so', () => {
    const { due, warnings } = explain(
      'school.stage-1',
      { received: '2026-12-15' },
      { settings: { schoolTerms } },
    );
    // Three school days to 18 December, then seventeen working days.
    expect(due).toBe('2027-01-15');
    expect(warnings).toEqual([
      expect.stringContaining('from Wednesday 2 September 2026 to Friday 18 December 2026 only'),
    ]);
    const before = explain('school.stage-1', { received: '2026-08-24' }, { settings: { schoolTerms } });
    expect(before.warnings).toEqual([expect.stringContaining('known from')]);
    const onTheEve = explain('school.stage-1', { received: '2026-09-01' }, { settings: { schoolTerms } });
    expect(onTheEve.warnings).toBeUndefined();
  });

  it("takes the body's own period for a policy, and says it", () => {
    const settings = { periods: { 'council.stage-2.request': 10 } };
    const { due, trace } = explain('council.stage-2.request', { responded: '2026-11-02' }, { settings });
    expect(due).toBe('2026-11-16');
    expect(trace[1]).toContain('10 working days');
  });

  it('never lets a setting change the law', () => {
    const settings = { periods: { 'nhs.acknowledge': 30 } };
    expect(() => explain('nhs.acknowledge', { received: '2026-11-02' }, { settings })).toThrow(
      'cannot be set',
    );
  });
});

describe('Dates from outside that make no sense', () => {
  it.each<[RuleInputProblem, string, unknown, string]>([
    ['unknown-rule', 'appeal.lodg', { noticeSent: '2026-01-05' }, 'There is no rule "appeal.lodg"'],
    ['unknown-rule', 'toString', {}, 'There is no rule'],
    ['not-an-object', 'appeal.lodge', null, 'needs inputs'],
    ['not-an-object', 'appeal.lodge', ['2026-01-05'], 'needs inputs'],
    ['missing-input', 'appeal.lodge', {}, 'appeal.lodge needs the date noticeSent'],
    ['missing-input', 'appeal.lodge', { certificateIssued: '2026-01-05' }, 'needs the date noticeSent'],
    [
      'unknown-input',
      'appeal.lodge',
      { noticeSent: '2026-01-05', sent: '2026-01-05' },
      'does not know the input "sent"',
    ],
    ['not-a-date', 'appeal.lodge', { noticeSent: '5 January 2026' }, 'must be a date written YYYY-MM-DD'],
    ['not-a-date', 'appeal.lodge', { noticeSent: 20260105 }, 'must be a date written YYYY-MM-DD'],
    [
      'not-a-date',
      'appeal.lodge',
      { noticeSent: '2026-01-05', certificateIssued: '' + 'soon' },
      'certificateIssued must be',
    ],
    [
      'impossible-date',
      'appeal.lodge',
      { noticeSent: '2026-02-30' },
      'noticeSent is "2026-02-30": there is no such day',
    ],
    ['out-of-range', 'appeal.lodge', { noticeSent: '1066-10-14' }, 'must lie between'],
    ['out-of-range', 'appeal.lodge', { noticeSent: '2999-01-01' }, 'must lie between'],
  ])('%s: %s %j', (problem, rule, inputs, message) => {
    const act = () => explainUntyped(rule, inputs);
    expect(act).toThrow(RuleInputError);
    expect(act).toThrow(message);
    expect(act).toThrow(expect.objectContaining({ problem, rule }));
  });

  it('takes an optional date that is null as one that is not there', () => {
    expect(explainUntyped('appeal.lodge', { noticeSent: '2026-10-05', certificateIssued: null }).due).toBe(
      '2026-12-07',
    );
  });

  it('refuses an impossible date from typed callers too', () => {
    expect(() => explain('appeal.lodge', { noticeSent: '2026-02-30' })).toThrow('there is no such day');
  });
});

describe('A time that is counted back', () => {
  it('ends the months or weeks before the day that lies ahead', () => {
    const { due, trace } = explain('ehc.transfer.between-colleges', { transfer: '2027-09-01' });
    expect(due).toBe('2027-04-01');
    expect(trace[1]).toBe('5 months before, counting back from that day: Thursday 1 April 2027.');
    expect(explain('ehc.review.papers', { reviewMeeting: '2026-11-11' }).due).toBe('2026-10-28');
  });

  it('reads "before 15 February" strictly beside the usual reading, and calls nobody late before both', () => {
    const { due, lateAfter, readings } = explain('ehc.transfer.school', { transferLimit: '2027-02-15' });
    expect(due).toBe('2027-02-15');
    expect(lateAfter).toBe('2027-02-15T23:59:59.999Z');
    expect(readings).toEqual([expect.objectContaining({ id: 'before', due: '2027-02-14' })]);
  });
});
