// What can happen in a complaint to a school, and what may not: the words that the three kinds of school share.
// What differs between them is in `SchoolProcedure`.

import { z } from 'zod';
import type { RuleId } from '../../law';
import {
  all,
  choice,
  date,
  event,
  last,
  line,
  text,
  yesNo,
  type CaseContext,
  type PartyId,
  type RouteId,
} from '../../kit';
import { answer } from './complaint-answer';
import { notInThePast } from './days';
import { promisesAhead, promisesIn, promisedBy } from './promises';
import { aboutPoint, nothing, withReason } from './data';
import { claimSent } from './disability-claim';

export const FAMILY = 'parent or young person';

/** What a part of the procedure rests on, and what the school must do in it. */
interface Part {
  duty: string;
  law: readonly string[];
}

export interface SchoolProcedure {
  id: Extract<RouteId, `school-complaint.${string}`>;
  effective: { from: string };
  title: string;
  summary: string;
  law: readonly string[];
  school: Extract<PartyId, 'school governing board' | 'academy trust' | 'independent school proprietor'>;
  /** Who answers when it is about the head teacher. */
  aboutHead: string;
  informal: Part;
  written: Part;
  hearing: Part & {
    /** Who hears it, to follow "Ask for": "a hearing by the panel". */
    by: string;
    /** Who must sit on it, as the answer to "Who will hear it?". */
    proper: string;
    /** What the family may do there. */
    rights: string;
  };
  /** Where it goes when the school has finished, or will not finish. */
  outside: Part & {
    body: Extract<PartyId, 'Department for Education'>;
    ask: string;
    asked: string;
    title: string;
    /** What the family can do at a miss or a refusal. */
    next: string;
    over: string;
    /** The Department's own route, for a school of this kind; left out where it is only the regulator. */
    department?: 'maintained' | 'academy';
  };
}

export const facts = z.object({
  about: choice(
    { label: 'What is it about?' },
    {
      support: 'Help for special needs (SEN support)',
      treatment: 'How my child or I were treated',
      bullying: 'Bullying',
      records: 'What the school wrote or passed on',
      other: 'Something else',
    },
  ),
  against: choice(
    { label: 'Who is it about?', hint: 'It decides who at the school must answer.' },
    { staff: 'A teacher or other staff', head: 'The head teacher', board: 'The people who run the school' },
  ),
  disability: yesNo({
    label: 'Is it about unfair treatment because of a disability?',
    hint: 'Then another date runs as well, and we show it.',
  }).default(false),
  happened: date({
    label: 'When did it happen?',
    hint: 'If it happened more than once, use the last time.',
  }),
  complained: date({
    label: 'When did the school get your complaint in writing?',
    hint: 'Leave it out if you have only talked. If it came in the holidays, use the first school day after them.',
  }).optional(),
  complaint: text({ label: 'What happened?' }),
  wanted: text({ label: 'What should the school do?' }).optional(),
});

/** A day that the school's letter names counts before the day of the common policy. */
const ownDay = (label: string) =>
  date({ label, hint: 'Leave it out if none is named.' }).meta({ future: true });

export const eventsFor = ({ school, hearing, outside, aboutHead }: SchoolProcedure) => {
  const BOTH = [school, FAMILY] as const;
  return {
    talked: event({
      title: 'Record a talk with the school',
      past: 'The family and the school talked about it',
      when: 'When did you talk?',
      by: BOTH,
      data: z.object({ note: text({ label: 'What was said?' }).optional() }),
    }),
    complained: event({
      title: 'Complain in writing',
      past: 'The family complained in writing',
      when: 'When did the school get your letter or email?',
      by: [FAMILY],
      data: nothing,
      interruption: `Keep a copy. If it is about the head teacher, send it to ${aboutHead}.`,
      check: (c: Happened, { on }) =>
        on < c.facts.happened ? 'The complaint cannot be earlier than what it is about.' : undefined,
    }),
    acknowledged: event({
      title: 'Say that the complaint has come',
      past: 'The school said that it has the complaint',
      paper: 'acknowledgement',
      when: 'When did it say so?',
      by: BOTH,
      data: z.object({
        understanding: text({ label: 'How does the school understand the complaint?' }).optional(),
        answerBy: ownDay('By which day will the school answer?').optional(),
      }),
      check: (c: Happened, { on, data }) =>
        before(on, complainedOn(c), 'This', 'the complaint') ??
        notInThePast('The day for the answer', on, data.answerBy),
    }),
    'more-time': event({
      title: 'Take more time to answer',
      past: 'The school took more time to answer',
      by: [school],
      data: z.object({
        reason: text({ label: 'Why do you need more time?', hint: 'The family will read it.' }),
        by: date({ label: 'By which day will you answer?' }).meta({ future: true }),
      }),
      interruption: 'The family will read your reason. It can now ask for the hearing without waiting.',
      check: (_c, { on, data }) => notInThePast('The new day', on, data.by),
    }),
    refused: event({
      title: 'Refuse to look at the complaint',
      past: 'The school refused to look at the complaint, with reasons',
      when: 'When was the refusal sent?',
      by: BOTH,
      data: z.object({
        why: choice(
          { label: 'Why?' },
          {
            'other-procedure': 'Another procedure covers it (say which)',
            late: 'It came too late',
            'not-a-parent': 'The person is not a parent of a pupil',
            repeated: 'It was answered before',
            other: 'Another reason',
          },
        ),
        reasons: text({ label: 'What are the reasons?' }),
      }),
      interruption: outside.next,
      check: (c: Happened, { on }) => before(on, complainedOn(c), 'The refusal', 'the complaint'),
    }),
    'taken-up': event({
      title: 'Look at the complaint after all',
      past: 'The school agreed to look at the complaint after all',
      by: BOTH,
      data: z.object({ answerBy: ownDay('By which day will the school answer?').optional() }),
      check: (_c, { on, data }) => notInThePast('The day for the answer', on, data.answerBy),
    }),
    'stage-1-answered': event({
      title: 'Answer in writing',
      past: 'The school answered in writing',
      paper: 'reply',
      when: 'When did the answer come?',
      by: BOTH,
      data: answer.extend({
        askBy: ownDay('Until which day can the family ask for the hearing?').optional(),
      }),
      check: (c: Happened, { on, data }) =>
        before(on, complainedOn(c), 'The answer', 'the complaint') ??
        notInThePast('The day for asking', on, data.askBy) ??
        promisesAhead(on, promisedBy(data)),
    }),
    'hearing-asked': event({
      title: `Ask for ${hearing.by}`,
      past: `The family asked for ${hearing.by}`,
      when: 'When did the school get your request?',
      by: [FAMILY],
      data: z.object({ why: text({ label: 'What is still wrong?' }).optional() }),
      check: (c: Happened, { on }) => {
        if (c.happened['panel-decided']) return 'The hearing has been held and decided.';
        const answered = c.happened['stage-1-answered']?.at(-1)?.on;
        if (answered === undefined && dayOf(c, 'more-time') === undefined && !silent(c))
          return 'The school is still in time to answer. Ask for the hearing when its day has passed.';
        return before(on, answered, 'The request', 'the answer');
      },
    }),
    'hearing-refused': event({
      title: 'Refuse the hearing',
      past: 'The school refused the hearing, with reasons',
      paper: 'reply',
      when: 'When was the refusal sent?',
      by: BOTH,
      data: withReason('Why is there no hearing?', 'The family will read it.'),
      interruption: outside.next,
      check: (c: Happened, { on }) => before(on, requestedOn(c), 'The refusal', 'the request'),
    }),
    'hearing-granted': event({
      title: 'Hold the hearing after all',
      past: 'The school agreed to hold the hearing after all',
      by: BOTH,
      data: nothing,
    }),
    'hearing-set': event({
      title: 'Set the day of the hearing',
      past: 'The day of the hearing was set',
      when: 'When was the day set?',
      by: BOTH,
      data: z.object({
        hearing: date({ label: 'What day is the hearing?' }).meta({ future: true }),
        panel: choice(
          { label: 'Who will hear it?' },
          { proper: hearing.proper, other: 'Other people, or not known' },
        ),
      }),
      check: (c: Happened, { on, data }) =>
        before(on, requestedOn(c), 'This', 'the request') ?? notInThePast('The hearing', on, data.hearing),
    }),
    'hearing-held': event({
      title: 'Say that the hearing was held',
      past: 'The hearing was held',
      when: 'When was it held?',
      by: BOTH,
      data: nothing,
      check: (c: Happened, { on }) => before(on, requestedOn(c), 'The hearing', 'the request'),
    }),
    'panel-decided': event({
      title: 'Send the findings of the hearing',
      past: 'The findings of the hearing were sent',
      paper: 'reply',
      when: 'When were the findings sent?',
      by: BOTH,
      data: answer,
      check: (c: Happened, { on, data }) =>
        before(on, c.happened['hearing-held']?.at(-1)?.on, 'The findings', 'the hearing') ??
        promisesAhead(on, promisedBy(data)),
    }),
    'promise-kept': event({
      title: 'Say that a promise was kept',
      past: 'The school did something that it promised',
      when: 'When was it done?',
      by: BOTH,
      data: aboutPoint,
    }),
    'went-outside': event({
      title: outside.ask,
      past: outside.asked,
      when: 'When did you send it?',
      by: [FAMILY],
      data: nothing,
      check: (c: Happened) =>
        outside.department === undefined || finishedOrBlocked(c)
          ? undefined
          : 'It is too early: the school is still in time. Go there when it has finished, refused or let its day pass.',
    }),
    'outside-over': event({
      title: 'Record that it is over outside the school',
      past: 'It is over outside the school',
      by: BOTH,
      data: nothing,
    }),
    'claim-sent': claimSent,
    satisfied: event({
      title: 'Close the complaint: I am content',
      past: 'The family is content',
      by: [FAMILY],
      data: nothing,
      interruption: 'We go on watching the dates of what the school promised. The complaint goes no further.',
    }),
    withdrawn: event({
      title: 'Take the complaint back',
      past: 'The family took the complaint back',
      by: [FAMILY],
      data: nothing,
      interruption: 'All reminders stop, and the school need not answer. Tell the school in writing.',
    }),
    'note-added': event({
      title: 'Add a note to the history',
      past: 'A note was added',
      by: BOTH,
      data: z.object({ subject: line({ label: 'What is it about?' }), note: text({ label: 'Your note' }) }),
    }),
  };
};

type Facts = z.infer<typeof facts>;
/** A complaint to a school, as its stages see it. */
export type SchoolComplaint = CaseContext<Facts, ReturnType<typeof eventsFor>>;
/** The case as a check sees it: the events are only known by name there. */
type Happened = CaseContext<Facts>;

const before = (on: string, earliest: string | undefined, what: string, than: string): string | undefined =>
  earliest !== undefined && on < earliest ? `${what} cannot be earlier than ${than}.` : undefined;

export const dayOf = (c: Happened | SchoolComplaint, type: string): string | undefined =>
  (c as Happened).happened[type]?.at(-1)?.on;

/** The day on which the school's time to answer began: again from the day it took up what it had refused. */
export const complainedOn = (c: Happened | SchoolComplaint): string | undefined =>
  dayOf(c, 'taken-up') ?? dayOf(c, 'complained') ?? c.facts.complained;

export const requestedOn = (c: Happened | SchoolComplaint): string | undefined =>
  dayOf(c, 'hearing-granted') ?? dayOf(c, 'hearing-asked');

/** Whether one of the school's own days passed after this one; promises, which carry a point, are not meant. */
const missedAfter = (c: Happened | SchoolComplaint, since: string | undefined, ...rules: RuleId[]): boolean =>
  rules.some((rule) =>
    (c.missed[rule] ?? []).some(
      (miss) => miss.data.point === undefined && (since === undefined || miss.on > since),
    ),
  );

/** The school neither answered nor refused in time. */
const silent = (c: Happened | SchoolComplaint): boolean =>
  dayOf(c, 'stage-1-answered') === undefined &&
  missedAfter(c, complainedOn(c), 'school.stage-1', 'named.date');

/** The hearing, or its findings, did not come in time. */
const noHearing = (c: Happened | SchoolComplaint): boolean =>
  requestedOn(c) !== undefined &&
  missedAfter(c, requestedOn(c), 'school.stage-2.hearing', 'school.stage-2.respond', 'named.date');

/** Refused, and not taken up since. */
const stillRefused = (c: Happened | SchoolComplaint, refused: string, granted: string): boolean => {
  const no = dayOf(c, refused);
  return no !== undefined && no >= (dayOf(c, granted) ?? no);
};

/** The school has finished, will not go on, or let its day pass: somebody outside can look. */
const finishedOrBlocked = (c: Happened | SchoolComplaint): boolean =>
  dayOf(c, 'panel-decided') !== undefined ||
  stillRefused(c, 'refused', 'taken-up') ||
  stillRefused(c, 'hearing-refused', 'hearing-granted') ||
  (requestedOn(c) === undefined ? silent(c) : noHearing(c));

/** The day the school named for its answer: the one it said last. */
export function namedAnswer(c: SchoolComplaint): string | undefined {
  const said = [
    ...all(c, 'acknowledged').map((each) => ({ on: each.on, day: each.data.answerBy })),
    ...all(c, 'taken-up').map((each) => ({ on: each.on, day: each.data.answerBy })),
    ...all(c, 'more-time').map((each) => ({ on: each.on, day: each.data.by })),
  ];
  return said.sort((a, b) => a.on.localeCompare(b.on)).at(-1)?.day;
}

export const promises = (c: SchoolComplaint) =>
  promisesIn([...all(c, 'stage-1-answered'), ...all(c, 'panel-decided')]);

/** Why it goes to the Department, in the words of the Department's own route. */
export function whyOutside(c: SchoolComplaint): string {
  if (dayOf(c, 'panel-decided'))
    return last(c, 'hearing-set')?.data.panel === 'other' ? 'not-followed' : 'finished';
  if (requestedOn(c)) return 'no-hearing';
  return stillRefused(c, 'refused', 'taken-up') ? 'refused' : 'silent';
}
