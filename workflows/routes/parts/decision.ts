// The decision a family disputes: what it is, when it was sent, which sections it is about. Asked once, used by mediation and appeal.

import { z } from 'zod';
import { choice, choices, date, type CaseContext } from '../../kit';

export const decisions = {
  'refuse-to-assess': 'The council will not assess',
  'refuse-to-reassess': 'The council will not assess again',
  'refuse-to-issue': 'The council will not make a plan (EHC plan)',
  contents: 'The plan is wrong: needs, help or school',
  'refuse-to-amend': 'The council will not change the plan after a review',
  cease: 'The council is ending the plan',
} as const;

export const sections = {
  B: 'Needs (Section B)',
  F: 'Help in education (Section F)',
  I: 'School or college (Section I)',
  C: 'Health needs (Section C)',
  G: 'Health care (Section G)',
  D: 'Social care needs (Section D)',
  H: 'Social care (Section H)',
} as const;

export const decisionFacts = z.object({
  decision: choice({ label: 'What did the council decide?' }, decisions),
  noticeSent: date({
    label: 'When was the decision letter sent?',
    hint: 'Use the date printed on the letter if you do not know when it was sent.',
  }),
  sections: choices(
    { label: 'Which parts of the plan do you disagree with?', hint: 'Leave this empty if there is no plan.' },
    sections,
  ).default([]),
});

export type DecisionFacts = z.infer<typeof decisionFacts>;

const EDUCATION = new Set(['B', 'F', 'I']);

/** An appeal about the school alone needs no certificate (Children and Families Act 2014 s55(2)). */
export const needsCertificate = ({ decision, sections: parts }: DecisionFacts): boolean =>
  !(
    decision === 'contents' &&
    parts.length > 0 &&
    parts.filter((part) => EDUCATION.has(part)).every((p) => p === 'I') &&
    parts.includes('I')
  );

export const aboutHealth = ({ sections: parts }: DecisionFacts): boolean =>
  parts.includes('C') || parts.includes('G');

export const onlyHealth = (facts: DecisionFacts): boolean =>
  aboutHealth(facts) && facts.sections.every((part) => part === 'C' || part === 'G');

/** Refuses an event dated before the decision it is about. */
export const notBeforeNotice =
  (what: string) =>
  (c: CaseContext<{ noticeSent: string }>, { on }: { on: string }): string | undefined =>
    on < c.facts.noticeSent
      ? `${what} cannot be earlier than the decision letter. Check the two dates.`
      : undefined;

export const decidedOn = (facts: { noticeSent: string }): string => facts.noticeSent;
