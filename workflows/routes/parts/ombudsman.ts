// What every ombudsman does alike: checks whether it can look, investigates, sends a draft, decides, names remedies.

import { z } from 'zod';
import { date, event, last, personalLine, yesNo, type CaseContext, type PartyId } from '../../kit';
import { aboutPoint, nothing } from './data';
import { from } from './days';

const FAMILY = 'parent or young person';

/** Facts that any ombudsman route asks for; `body` is whom the complaint was about, in words. */
export const ombudsmanFacts = (body: string) => ({
  aware: date({ label: 'When did you first know about the problem?' }),
  complained: date({ label: `When did you complain to ${body}?` }),
  answered: yesNo({ label: `Has ${body} given its final answer?` }).default(false),
  asked: date({
    label: 'When did you complain to the Ombudsman?',
    hint: 'Leave it out if you have not yet.',
  }).optional(),
});

export const ombudsmanRemedy = (body: string) =>
  z.object({
    what: personalLine({ label: `What must ${body} do?` }),
    by: date({ label: 'By which date?' }).meta({ future: true }),
  });

/** `by`: the family and the bodies that get the ombudsman's letters. Nobody of an ombudsman signs in. */
export const ombudsmanEvents = (body: string, by: readonly PartyId[]) => ({
  asked: event({
    title: 'Record your complaint to the Ombudsman',
    past: 'The family complained to the Ombudsman',
    when: 'When did you send it?',
    by: [FAMILY],
    data: nothing,
    check: (c: CaseContext, { on }) =>
      on < (c.facts as { aware: string }).aware
        ? 'It cannot be earlier than the day you knew of the problem.'
        : undefined,
  }),
  'sent-back': event({
    title: 'Record that it is too early',
    past: `The Ombudsman said that ${body} must have its chance first`,
    by,
    data: nothing,
  }),
  accepted: event({
    title: 'Record that the Ombudsman will investigate',
    past: 'The Ombudsman decided to investigate',
    by,
    data: nothing,
  }),
  'draft-sent': event({
    title: 'Record the draft decision',
    past: 'The Ombudsman sent a draft decision',
    by,
    data: z.object({ commentsBy: date({ label: 'By when can you comment?' }).meta({ future: true }) }),
  }),
  commented: event({
    title: 'Say that you commented',
    past: 'The family commented on the draft',
    by: [FAMILY],
    data: nothing,
  }),
  'remedy-done': event({
    title: 'Say that a remedy is done',
    past: 'A remedy was done',
    by,
    data: aboutPoint,
  }),
  'given-up': event({
    title: 'Do not go on',
    past: 'The family did not go on',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders about the date for the Ombudsman stop.',
  }),
});

type C = CaseContext<unknown, Pick<ReturnType<typeof ombudsmanEvents>, 'draft-sent'>>;

/** The family's time to comment on a draft, by the date in its letter. */
export const commentOnDraft = {
  title: 'You can comment on the draft',
  responsible: FAMILY,
  duty: 'can comment on the draft decision',
  deadlines: [
    {
      rule: 'named.date',
      inputs: (c: C) => from('named', last(c, 'draft-sent')?.data.commentsBy),
      metBy: ['commented', 'decided'],
      familyRight: true,
      ifMissed: 'The Ombudsman may decide without your comments. Call if you need more time.',
    },
  ],
} as const;

/** While the ombudsman checks whether it can look. */
export const whileChecking = {
  accepted: 'investigating',
  declined: 'not-investigated',
  'sent-back': 'before',
  'given-up': 'closed',
} as const;

export const notGoneOn = {
  title: 'You did not go on',
  outcome: 'You can come back while the date for the Ombudsman has not passed.',
} as const;

/** When the family complained to the ombudsman, however the case learned of it. */
export const askedOn = (c: CaseContext): string | undefined =>
  c.happened.asked?.at(-1)?.on ?? (c.facts as { asked?: string }).asked;
