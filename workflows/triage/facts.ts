// What triage may be told. Everything is optional: "I don't know" is an answer, and an unknown word never a dead end.

import { z } from 'zod';
import { isPlainDate } from '../calendar';

const day = (description: string) =>
  z.string().refine(isPlainDate, { message: 'Enter a real date, like 2026-11-24' }).describe(description);
const word = (description: string) => z.string().trim().toLowerCase().max(100).describe(description);

export const triageFacts = z.strictObject({
  age: z.number().int().min(0).max(30).describe('Age of the child or young person in years').optional(),
  setting: word(
    'Kind of school, nursery or college, e.g. `maintained mainstream`, `academy`, `FE college`',
  ).optional(),
  plan: z.boolean().describe('Whether there is an EHC plan').optional(),
  looked_after: z.boolean().describe('Whether the child is in care').optional(),
  decision: word('A decision the council has made, e.g. `refuse-to-assess`').optional(),
  issue: word('What went wrong, where it is not a decision, e.g. `provision-not-delivered`').optional(),
  section: word('The section of the plan it is about').optional(),
  sections: z.array(word('A section of the plan')).max(20).optional(),
  bodies: z.array(word('A body that takes part')).max(10).optional(),
  stage: word('How far a complaint has come, e.g. `written-answered`').optional(),
  noticeSent: day('The day the decision letter was sent').optional(),
  certificateIssued: day('The day the mediation certificate was issued').optional(),
  requested: day('The day the council received the request for an assessment').optional(),
  reviewMeeting: day('The day of the annual review meeting').optional(),
  ordered: day('The day the Tribunal made its order').optional(),
  agreed: day('The day of the mediation agreement').optional(),
  sent: day('The day the recommendation or decision was sent').optional(),
  received: day('The day the body received the request or complaint').optional(),
  escalated: day('The day stage 2 was asked for').optional(),
  happened: day('The day it happened').optional(),
  since: day('The day since which it has been going on').optional(),
  aware: day('The day you first knew of it').optional(),
});

export type TriageFacts = z.infer<typeof triageFacts>;

/** The facts with one word for each idea, as the table of grievances uses them. */
export interface Situation extends TriageFacts {
  /** Letters of the plan's sections, upper case. */
  parts: string[];
  bodies: string[];
  schoolKind:
    'maintained' | 'academy' | 'independent' | 'college' | 'nursery' | 'university' | 'custody' | 'unknown';
  adult: boolean;
  grievance: string;
}

/** Other words for the same decision or issue; the law's word is on the right. */
const sameAs: Record<string, string> = {
  'refusal-to-assess': 'refuse-to-assess',
  'refuse-assessment': 'refuse-to-assess',
  'refuse-reassessment': 'refuse-to-reassess',
  'refusal-to-reassess': 'refuse-to-reassess',
  'refusal-to-issue': 'refuse-to-issue',
  'refuse-plan': 'refuse-to-issue',
  'refuse-to-make-plan': 'refuse-to-issue',
  'refusal-to-amend': 'refuse-to-amend',
  'no-amendment': 'refuse-to-amend',
  'cease-plan': 'cease',
  'cease-to-maintain': 'cease',
  ceasing: 'cease',
  'end-plan': 'cease',
  'final-plan': 'contents',
  'plan-contents': 'contents',
  'plan-content': 'contents',
  'amended-plan': 'contents',
  'amend-plan': 'contents',
  placement: 'contents',
  'school-named': 'contents',
  'name-school': 'contents',
  'plan-delay': 'assessment-delay',
  'late-plan': 'assessment-delay',
  'decision-late': 'assessment-delay',
  'no-decision': 'assessment-delay',
  'advice-late': 'health-advice-late',
  'review-late': 'review-delay',
  'annual-review-late': 'review-delay',
  'annual-review-delay': 'review-delay',
  'no-review': 'review-delay',
  'phase-transfer': 'phase-transfer-late',
  'transfer-late': 'phase-transfer-late',
  'phase-transfer-delay': 'phase-transfer-late',
  'provision-missing': 'provision-not-delivered',
  'order-not-complied': 'order-not-obeyed',
  'order-ignored': 'order-not-obeyed',
  'tribunal-order': 'order-not-obeyed',
  'order-not-followed': 'order-not-obeyed',
  'non-compliance': 'order-not-obeyed',
  'recommendation-ignored': 'recommendation-unanswered',
  'recommendation-refused': 'recommendation-unanswered',
  recommendation: 'recommendation-unanswered',
  'agreement-broken': 'agreement-not-kept',
  'agreement-not-carried-out': 'agreement-not-kept',
  'mediation-agreement': 'agreement-not-kept',
  'mediation-refused': 'mediation-not-arranged',
  'mediation-delay': 'mediation-not-arranged',
  'no-mediation': 'mediation-not-arranged',
  'certificate-late': 'certificate-delay',
  'no-certificate': 'certificate-delay',
  discrimination: 'disability-discrimination',
  'disability-claim': 'disability-discrimination',
  'reasonable-adjustments': 'adjustments',
  suspension: 'exclusion',
  'permanent-exclusion': 'exclusion',
  excluded: 'exclusion',
  admissions: 'admission',
  'school-place': 'admission',
  'sen-provision': 'sen-support',
  'no-sen-support': 'sen-support',
  bullying: 'school-conduct',
  'school-behaviour': 'school-conduct',
  'school-complaint': 'school-conduct',
  'out-of-school': 'no-education',
  'missing-education': 'no-education',
  travel: 'transport',
  'waiting-list': 'nhs-commissioning',
  commissioning: 'nhs-commissioning',
  'nhs-wait': 'nhs-service',
  wait: 'nhs-service',
  discharge: 'nhs-service',
  camhs: 'nhs-service',
  treatment: 'nhs-service',
  'nhs-delay': 'nhs-service',
  'health-refused': 'nhs-commissioning',
  'short-breaks': 'social-care',
  respite: 'social-care',
  'social-care-refused': 'social-care',
  'social-care-assessment': 'social-care',
  'pathway-plan': 'leaving-care',
  'data-breach': 'data',
  breach: 'data',
  'wrong-record': 'data',
  'inaccurate-record': 'data',
  'access-request': 'access-request-late',
  sar: 'access-request-late',
  'complaint-unanswered': 'complaint-delay',
  'complaint-not-answered': 'complaint-delay',
  'complaint-ignored': 'complaint-delay',
  'complaint-late': 'complaint-delay',
  'ombudsman-remedy-late': 'remedy-not-done',
  'remedy-late': 'remedy-not-done',
  'ombudsman-wrong': 'ombudsman-decision',
  ombudsman: 'ombudsman-decision',
  'budget-refused': 'personal-budget',
  'direct-payment': 'personal-budget',
  communication: 'rudeness',
  conduct: 'rudeness',
  'officer-conduct': 'rudeness',
  'local-offer': 'council-service',
  'moved-area': 'move',
  'bodies-disagree': 'two-bodies',
  dispute: 'two-bodies',
  danger: 'harm',
  abuse: 'harm',
  safeguarding: 'harm',
};

const schoolKinds: [pattern: RegExp, kind: Situation['schoolKind']][] = [
  [/custody|offender|secure/, 'custody'],
  [/university|higher/, 'university'],
  [/college|further|\bfe\b|sixth|post-16/, 'college'],
  [/academy|free school|trust/, 'academy'],
  [/independent|private school|non-maintained/, 'independent'],
  [/maintained nursery/, 'maintained'],
  [/nursery|early|childminder|pre-?school/, 'nursery'],
  [/maintained|mainstream|special|school|community|voluntary|foundation|referral/, 'maintained'],
];

export function situationOf(facts: TriageFacts): Situation {
  const setting = facts.setting?.toLowerCase() ?? '';
  const said = facts.decision ?? facts.issue ?? '';
  const word = said.replace(/[\s_]+/g, '-');
  const placement = word === 'placement' || word === 'school-named' || word === 'name-school';
  const stated = [...(facts.sections ?? []), ...(facts.section ? [facts.section] : [])];
  const parts = stated.flatMap(
    (section) =>
      section
        .toUpperCase()
        .replace('SECTION', '')
        .match(/[A-K][12]?/g) ?? [],
  );
  return {
    ...facts,
    bodies: facts.bodies?.map((body) => body.toLowerCase()) ?? [],
    parts: [...new Set(parts.length === 0 && placement ? ['I'] : parts)],
    schoolKind: schoolKinds.find(([pattern]) => pattern.test(setting))?.[1] ?? 'unknown',
    adult: (facts.age ?? 0) >= 18,
    grievance: sameAs[word] ?? word,
  };
}
