// Ways too deep for the search, written by hand: facts and acts whose answers and days fit together. Each names the
// transitions that it was written for.

import type { PlainDate } from '../../workflows/calendar';
import type { RouteId } from '../../workflows/kit';
import { pointRules } from '../../workflows/routes/parts/points';

type Data = Record<string, unknown>;

/** Somebody acts on a day. */
export interface Sent {
  on: PlainDate;
  type: string;
  data: Data;
}

export interface Story {
  /** `stage | event | stage`. */
  takes: string[];
  facts: Data;
  /** What somebody does, or the next date that passes. */
  acts: (Sent | { passes: string })[];
}

/** The date that comes next, whichever it is. */
export const WHATEVER = 'whatever is next';

const sent = (on: PlainDate, type: string, data: Data = {}): Sent => ({ on, type, data });
const passes = (rule: string) => ({ passes: `missed.${rule}` });

const complaint = {
  happened: '2026-02-20',
  received: '2026-03-02',
  how: 'written',
  complaint: 'Nobody came.',
};

/** An agreed time that replaces the six months is asked for, agreed to, and then passes. */
const aLongerTime = (about: string): Story => ({
  takes: ['investigating|missed.named.date|overdue'],
  facts: { ...complaint, about },
  acts: [
    sent('2026-03-04', 'acknowledged', { talkOffered: true }),
    sent('2026-03-09', 'period-agreed', { by: '2026-05-29' }),
    sent('2026-05-20', 'more-time-asked', { reason: 'A report is missing.', by: '2026-12-01' }),
    sent('2026-05-21', 'more-time-agreed', { by: '2026-12-01' }),
    passes('named.date'),
    sent('2026-12-03', 'delay-explained', { reason: 'The report is still missing.' }),
  ],
});

/** The family agrees that one body reads its complaint and takes it back for another, before it is asked and after. */
const agreementTakenBack = (about: string, stays: string, goes: string): Story => ({
  takes: ['consent', 'consent-asked'].flatMap((stage) =>
    ['details-sent', 'working-together-by-agreement', 'consent-withdrawn'].map(
      (type) => `${stage}|${type}|${stage}`,
    ),
  ),
  facts: { ...complaint, about, whose: 'other' },
  acts: [
    sent('2026-03-02', 'consent-given', { to: stays }),
    sent('2026-03-02', 'consent-given', { to: goes }),
    sent('2026-03-04', 'acknowledged', { talkOffered: true }),
    sent('2026-03-05', 'details-sent', { to: stays }),
    sent('2026-03-05', 'working-together-by-agreement', { other: stays, lead: 'us' }),
    sent('2026-03-06', 'consent-withdrawn', { to: goes }),
    sent('2026-03-09', 'consent-asked', { to: goes }),
    sent('2026-03-10', 'details-sent', { to: stays }),
    sent('2026-03-10', 'working-together-by-agreement', { other: stays, lead: 'them' }),
    sent('2026-03-11', 'consent-withdrawn', { to: stays }),
    sent('2026-03-12', 'consent-refused', { to: goes }),
    sent('2026-03-13', 'kept'),
  ],
});

/** A school promises something after its hearing, and the family goes to the Department all the same. */
const promisedAndTakenFurther: Story = {
  takes: ['promised|went-outside|outside'],
  facts: {
    about: 'support',
    against: 'staff',
    happened: '2026-02-20',
    complained: '2026-03-02',
    complaint: 'There was no help in class.',
  },
  acts: [
    sent('2026-03-04', 'acknowledged'),
    sent('2026-03-16', 'stage-1-answered', { finding: 'not-upheld', reasons: 'There was help.' }),
    sent('2026-03-18', 'hearing-asked'),
    sent('2026-03-23', 'hearing-set', { hearing: '2026-04-14', panel: 'proper' }),
    sent('2026-04-14', 'hearing-held'),
    sent('2026-04-17', 'panel-decided', {
      finding: 'upheld',
      reasons: 'The help stopped in January.',
      promises: [{ what: 'Help in every lesson', by: '2026-06-30' }],
    }),
    sent('2026-04-20', 'satisfied'),
    sent('2026-05-11', 'went-outside'),
  ],
};

/** The Department finds against a college, with or without a question to the family first. */
const againstACollege = (asksFirst: boolean): Story => ({
  takes: [`${asksFirst ? 'more-wanted' : 'looking'}|decided|college-acts`],
  facts: { kind: 'college', happened: '2026-01-30', why: 'finished', asked: '2026-02-27' },
  acts: [
    sent('2026-03-10', 'accepted'),
    ...(asksFirst ? [sent('2026-03-12', 'more-asked', { by: '2026-04-13' })] : []),
    sent('2026-03-30', 'decided', {
      wrong: true,
      promises: [{ what: 'Hear the complaint again', by: '2026-05-29' }],
    }),
    sent('2026-05-12', 'promise-kept', { point: '1' }),
  ],
});

/** The council has done its part, and the NHS has two things to do: one is done, the other late. */
const remediesOfBoth = (health: 'icb' | 'provider'): Story => ({
  takes: [
    `remedies-council|remedy-done|remedies-${health}`,
    `remedies-${health}|remedy-done|remedies-${health}`,
  ],
  facts: {
    health,
    aware: '2026-01-12',
    complained: '2026-01-19',
    answered: true,
    asked: '2026-02-27',
  },
  acts: [
    sent('2026-03-09', 'accepted', { scope: 'both' }),
    sent('2026-06-01', 'decided', {
      council: 'upheld',
      health: 'upheld',
      report: false,
      remedies: [
        { who: 'council', what: 'An apology', by: '2026-06-30' },
        { who: 'health', what: 'An apology', by: '2026-06-30' },
        { who: 'health', what: 'The missed therapy', by: '2026-09-01' },
      ],
    }),
    sent('2026-06-15', 'remedy-done', { point: '1' }),
    sent('2026-06-16', 'remedy-done', { point: '2' }),
    passes('named.date'),
    sent('2026-09-14', 'remedy-done', { point: '3' }),
  ],
});

/** A public report that asks the council only for an answer; what is to be done is for the NHS provider. */
const reportToTheCouncil: Story = {
  takes: ['remedies-council|report-answered|remedies-provider'],
  facts: {
    health: 'provider',
    aware: '2026-01-12',
    complained: '2026-01-19',
    answered: true,
    asked: '2026-02-27',
  },
  acts: [
    sent('2026-03-09', 'accepted', { scope: 'both' }),
    sent('2026-06-01', 'decided', {
      council: 'upheld',
      health: 'upheld',
      report: true,
      remedies: [{ who: 'health', what: 'The missed therapy', by: '2026-09-01' }],
    }),
    sent('2026-07-06', 'report-answered'),
    sent('2026-08-10', 'remedy-done', { point: '1' }),
  ],
};

/** Recommendations to two bodies: one is complained about, the time for the other passes, and then it gives way. */
const recommendedToTwo: Story = {
  takes: ['unfollowed|answer-read|complained', 'unfollowed|missed.ombudsman.lgsco.complain|unfollowed'],
  facts: {
    decision: 'contents',
    noticeSent: '2026-02-16',
    sections: ['B', 'F', 'G', 'H'],
    certificateIssued: '2026-02-27',
  },
  acts: [
    sent('2026-03-10', 'asked', { about: ['icb', 'social-care'], wanted: 'Therapy and short breaks' }),
    sent('2026-03-18', 'registered'),
    sent('2026-04-20', 'responded', { covers: ['icb'] }),
    sent('2026-04-27', 'hearing-listed', { hearing: '2026-06-10', how: 'video' }),
    sent('2026-06-10', 'heard'),
    sent('2026-06-18', 'recommended', {
      sent: '2026-06-18',
      recommendations: [
        { what: 'Therapy each week', to: 'icb' },
        { what: 'A short break each month', to: 'social-care' },
      ],
    }),
    sent('2026-07-20', 'answer-read', { from: 'icb', follows: 'none' }),
    sent('2026-07-23', 'answer-read', { from: 'social-care', follows: 'some' }),
    sent('2026-08-03', 'complained', { point: 'icb' }),
    passes('ombudsman.lgsco.complain'),
    sent('2027-08-02', 'answer-read', { from: 'social-care', follows: 'all' }),
  ],
};

/** A body owes one point of every kind and does none of them. */
const everythingLate = (owedBy: 'icb' | 'social-care'): Story => {
  const kinds = pointRules.filter((kind) => kind !== 'named.date');
  return {
    takes: kinds.map((kind) => `${owedBy}|missed.${kind}|${owedBy}`),
    facts: {
      source: 'order',
      made: '2026-02-27',
      owedBy,
      points: kinds.map((kind, n) => ({ key: `${n + 1}`, what: 'What was ordered', kind })),
    },
    acts: kinds.map(() => ({ passes: WHATEVER })),
  };
};

export const written: Partial<Record<RouteId, Story[]>> = {
  compliance: [everythingLate('icb'), everythingLate('social-care')],
  'adult-social-care-complaint': [
    aLongerTime('assessment'),
    agreementTakenBack('assessment', 'social-care', 'send'),
  ],
  'nhs-complaint.provider': [aLongerTime('waiting'), agreementTakenBack('waiting', 'school', 'icb')],
  'nhs-complaint.icb': [aLongerTime('waiting'), agreementTakenBack('provider', 'school', 'provider')],
  'school-complaint.maintained': [promisedAndTakenFurther],
  'school-complaint.academy': [promisedAndTakenFurther],
  'dfe-school-complaint': [againstACollege(false), againstACollege(true)],
  'ombudsman.joint': [remediesOfBoth('icb'), remediesOfBoth('provider'), reportToTheCouncil],
  'tribunal.extended': [recommendedToTwo],
};
