// A complaint under the 2009 Regulations (SI 2009/309): the NHS and adult social care have one and the same procedure.
// What differs is who handles it, whom it may be passed to, and which Ombudsman follows.

import { z } from 'zod';
import type { PlainDate } from '../../calendar';
import { explain } from '../../law';
import {
  choice,
  date,
  event,
  last,
  line,
  text,
  vocabulary,
  yesNo,
  type CaseContext,
  type PartyId,
  type RouteId,
} from '../../kit';
import { answerToPoints, ombudsmanTold } from './complaint-answer';
import { aboutPoint, nothing, withReason } from './data';
import { dayOfLast, from, notBeforeDay } from './days';
import { knownPromise, promiseClocks, promisesAhead, promisedBy } from './promises';
import { numbered } from './points';

const FAMILY = 'parent or young person';

type ComplaintRoute = Extract<
  RouteId,
  'nhs-complaint.provider' | 'nhs-complaint.icb' | 'adult-social-care-complaint'
>;

/** Another body that a complaint can concern too, or belong to. */
export interface OtherBody {
  name: string;
  /** The route that follows when the complaint is passed on; none where the body keeps a procedure of its own. */
  route?: RouteId;
  /** It belongs to the other side of health and care: both Ombudsmen look together. */
  acrossTheLine?: true;
}

export interface Handler {
  id: ComplaintRoute;
  title: string;
  summary: string;
  /** The body in a sentence: "the ICB". */
  body: string;
  team: PartyId;
  /** Others of the body who may answer and record. */
  staff: readonly PartyId[];
  about: Record<string, string>;
  whose: { label: string; own: string; other: string };
  /** Bodies under the same Regulations: working together is a duty (reg 9). */
  byLaw: Record<string, OtherBody>;
  /** Bodies under another procedure: working together rests on agreement and consent. */
  byAgreement: Record<string, OtherBody>;
  /** The regulation under which a complaint about another body is passed on. */
  passing: string;
  ombudsman: 'ombudsman.phso' | 'ombudsman.lgsco';
  /** What the route of a single Ombudsman asks beside the dates. */
  ombudsmanFacts: Record<string, string>;
  /** For a joint investigation: which part of the NHS it is, given the body across the line. */
  healthBody: (other: string) => 'icb' | 'provider';
}

const names = (bodies: Record<string, OtherBody>): Record<string, string> =>
  Object.fromEntries(Object.entries(bodies).map(([key, { name }]) => [key, name]));

interface Facts {
  about: string;
  whose: 'own' | 'other';
  happened: PlainDate;
  aware?: PlainDate | undefined;
  received?: PlainDate | undefined;
  how: 'written' | 'spoken';
  complaint: string;
}

const factsOf = (c: CaseContext): Facts => c.facts as Facts;

const awareOf = (c: CaseContext): PlainDate => factsOf(c).aware ?? factsOf(c).happened;

const receivedOn = (c: CaseContext): PlainDate | undefined =>
  factsOf(c).received ?? dayOfLast('complained')(c);

/** The end of the six months within which an answer is due where no longer time was agreed (reg 14(3)). */
const sixMonthsEnd = (c: CaseContext): PlainDate | undefined => {
  const received = receivedOn(c);
  return received && explain('nhs.respond', { received }).due;
};

interface Dated {
  on: PlainDate;
  data: { by: PlainDate };
}

const lastDate = (c: CaseContext, type: string): Dated | undefined => c.happened[type]?.at(-1) as Dated;

/** The day by which the body will answer: agreed with the family or, where there was no talk, set by the body. */
const answerBy = (c: CaseContext): PlainDate | undefined =>
  (lastDate(c, 'more-time-agreed') ?? lastDate(c, 'period-agreed') ?? lastDate(c, 'period-set'))?.data.by;

/** A time beyond the six months counts only where the family agreed to it before they ended (reg 14(3)(b)). */
const longerAgreed = (c: CaseContext): boolean => {
  const end = sixMonthsEnd(c);
  const agreed = (c.happened['more-time-agreed'] ?? []) as Dated[];
  return end !== undefined && agreed.some(({ on, data }) => on <= end && data.by > end);
};

const consents = (c: CaseContext, to: string): boolean => {
  const said = (type: string) =>
    (c.happened[type] ?? []).filter(({ data }) => (data as { to: string }).to === to).length;
  return said('consent-given') > said('consent-withdrawn');
};

const promisedIn = (c: CaseContext) =>
  numbered((c.happened.answered ?? []).flatMap(({ data }) => promisedBy(data as object)));

const ahead = (by: PlainDate, on: PlainDate): string | undefined =>
  by < on ? 'The day for the answer cannot be in the past.' : undefined;

/** Nobody grants itself more than the law's time: the family has to agree to that in its own name. */
const withinSixMonths = (c: CaseContext, by: PlainDate): string | undefined => {
  const end = sixMonthsEnd(c);
  return end !== undefined && by > end
    ? `It cannot be later than ${end}. For more time, ask the family and give your reasons.`
    : undefined;
};

export function complaintUnder2009(handler: Handler) {
  const { body, team, staff } = handler;
  const handlers = [team, ...staff];
  const all = { ...handler.byLaw, ...handler.byAgreement };
  const other = (label: string) => choice({ label }, names(all));

  const facts = z.object({
    about: choice({ label: 'What is it about?' }, handler.about),
    whose: choice(
      { label: handler.whose.label },
      { own: handler.whose.own, other: handler.whose.other },
    ).default('own'),
    happened: date({ label: 'When did it happen?', hint: 'If it goes on, use the last day it happened.' }),
    aware: date({
      label: 'When did you first know about it?',
      hint: 'Leave it out if you knew on the day it happened.',
    }).optional(),
    received: date({
      label: 'When did you complain?',
      hint: 'Leave it out if you have not done it yet.',
    }).optional(),
    how: choice(
      { label: 'How did you complain?' },
      { written: 'In writing, by e-mail or online', spoken: 'By talking to someone' },
    ).default('written'),
    complaint: text({ label: 'What happened?' }),
    wanted: text({ label: 'What do you want to happen?' }).optional(),
  });

  const events = {
    complained: event({
      title: 'Record your complaint',
      past: 'The family complained',
      when: 'When did you complain?',
      by: [FAMILY, ...handlers],
      data: z.object({
        how: choice({ label: 'How?' }, { written: 'In writing', spoken: 'By talking to someone' }),
      }),
      check: notBeforeDay('The complaint', 'the day it happened', (c) => factsOf(c).happened),
    }),
    'put-right-at-once': event({
      title: 'Say that it was put right at once',
      past: 'The family said that it was put right at once',
      by: [FAMILY],
      data: nothing,
      interruption: 'There will be no formal complaint and no written answer.',
      check: (c: CaseContext, { on }) => {
        const received = receivedOn(c);
        return received && on > explain('nhs.same-day', { received }).due
          ? 'The next working day is over: it is a formal complaint now. You can close it instead.'
          : notBeforeDay('It', 'the complaint', receivedOn)(c, { on });
      },
    }),
    'formal-wanted': event({
      title: 'Ask for a formal answer',
      past: 'The family asked for a formal answer',
      by: [FAMILY],
      data: nothing,
    }),
    refused: event({
      title: 'Refuse to look at the complaint',
      past: 'The body refused to look at the complaint, with reasons',
      by: [team],
      data: z.object({
        why: choice(
          { label: 'Why can it not be looked at?' },
          {
            late: 'It is more than 12 months old and there is no good reason',
            already: 'It was already investigated under these Regulations',
            person: 'This person cannot complain for the patient',
            'not-ours': 'It is about another body',
            other: 'Another reason',
          },
        ),
        reason: text({ label: 'What are the reasons?', hint: 'The family gets them in writing.' }),
        ...ombudsmanTold,
      }),
      interruption: 'The family can go to the Ombudsman at once.',
      check: notBeforeDay('The refusal', 'the complaint', receivedOn),
    }),
    acknowledged: event({
      title: 'Acknowledge the complaint and offer a talk',
      past: 'The complaint was acknowledged',
      paper: 'acknowledgement',
      when: 'When was it acknowledged?',
      by: [...handlers, FAMILY],
      data: z.object({
        talkOffered: yesNo({
          label: 'Was a talk offered?',
          hint: 'About how the complaint will be handled and when the answer will come.',
        }),
      }),
      check: notBeforeDay('The acknowledgement', 'the complaint', receivedOn),
    }),
    'consent-asked': event({
      title: 'Ask whether details may go to another body',
      past: 'The family was asked whether details may go to another body',
      by: handlers,
      data: z.object({ to: other('To which body?') }),
      check: notBeforeDay('The question', 'the complaint', receivedOn),
    }),
    'consent-given': event({
      title: 'Agree that details go to another body',
      past: 'The family agreed that details go to another body',
      by: [FAMILY],
      data: z.object({ to: other('To which body?') }),
      interruption: 'That body will read your complaint. You can take this back, but not what it has read.',
      check: (c: CaseContext, { data }) =>
        consents(c, data.to) ? 'You have agreed to this already.' : undefined,
    }),
    'consent-refused': event({
      title: 'Do not agree that details go to another body',
      past: 'The family did not agree that details go to another body',
      by: [FAMILY],
      data: z.object({ to: other('To which body?') }),
    }),
    'consent-withdrawn': event({
      title: 'Take back your agreement',
      past: 'The family took back its agreement that details go to another body',
      by: [FAMILY],
      data: z.object({ to: other('To which body?') }),
      check: (c: CaseContext, { data }) =>
        consents(c, data.to) ? undefined : 'You have not agreed to this, so there is nothing to take back.',
    }),
    'details-sent': event({
      title: 'Send details to another body',
      past: 'Details of the complaint were sent to another body',
      by: handlers,
      data: z.object({ to: other('To which body?') }),
      check: (c: CaseContext, { data }) =>
        consents(c, data.to)
          ? undefined
          : 'The family has not agreed that details go to this body. Ask first.',
    }),
    kept: event({
      title: 'Say that you deal with it yourself',
      past: 'The body said that it deals with the complaint itself',
      by: [team],
      data: nothing,
    }),
    'passed-on': event({
      title: 'Pass the complaint on',
      past: 'The complaint was passed on, and the family was told',
      when: 'When did the other body get it?',
      by: [team],
      data: z.object({ to: other('To which body?') }),
      interruption: 'The other body has the complaint from this day, and its clocks begin.',
      check: (c: CaseContext, occurrence) =>
        consents(c, occurrence.data.to)
          ? notBeforeDay('It', 'the complaint', receivedOn)(c, occurrence)
          : 'The family has not agreed that details go to this body. Ask first.',
    }),
    'working-together-by-law': event({
      title: 'Record one answer with another body (a duty in law)',
      past: 'Two bodies said that they will give one answer, as the law requires',
      by: [...handlers, FAMILY],
      data: z.object({
        other: choice({ label: 'Which other body?' }, names(handler.byLaw)),
        lead: choice({ label: 'Who leads?' }, { us: `${body}`, them: 'The other body' }),
      }),
    }),
    'working-together-by-agreement': event({
      title: 'Record one answer with another body (by agreement)',
      past: 'Two bodies agreed to give one answer',
      by: handlers,
      data: z.object({
        other: choice(
          {
            label: 'Which other body?',
            hint: 'These bodies have another procedure with its own dates. Those dates go on running.',
          },
          names(handler.byAgreement),
        ),
        lead: choice({ label: 'Who leads?' }, { us: `${body}`, them: 'The other body' }),
      }),
      check: (c: CaseContext, { data }) =>
        consents(c, data.other)
          ? undefined
          : 'The family has not agreed that details go to this body. Ask first.',
    }),
    'period-agreed': event({
      title: 'Record the day you agreed for the answer',
      past: 'A day for the answer was agreed',
      by: [...handlers, FAMILY],
      data: z.object({ by: date({ label: 'By when will the answer come?' }).meta({ future: true }) }),
      interruption: 'This day now counts.',
      check: (c: CaseContext, { on, data }) =>
        ahead(data.by, on) ??
        notBeforeDay('The talk', 'the complaint', receivedOn)(c, { on }) ??
        withinSixMonths(c, data.by),
    }),
    'period-set': event({
      title: 'Set the day for the answer: there was no talk',
      past: 'The body set the day for its answer and told the family in writing',
      by: [team],
      data: z.object({ by: date({ label: 'By when will the answer come?' }).meta({ future: true }) }),
      interruption: 'Only where the family did not want a talk. Tell the family in writing.',
      check: (c: CaseContext, { on, data }) => ahead(data.by, on) ?? withinSixMonths(c, data.by),
    }),
    'progress-told': event({
      title: 'Tell the family how it goes',
      past: 'The family was told how it goes',
      by: handlers,
      data: z.object({ news: text({ label: 'How does it go?' }) }),
    }),
    'more-time-asked': event({
      title: 'Ask the family for more time',
      past: 'The body asked for more time, with reasons',
      by: [team],
      data: z.object({
        reason: text({ label: 'Why do you need more time?', hint: 'The family will read it.' }),
        by: date({ label: 'By when will the answer come?' }).meta({ future: true }),
      }),
      interruption: 'The old day counts until the family agrees.',
      check: (_c, { on, data }) => ahead(data.by, on),
    }),
    'more-time-agreed': event({
      title: 'Agree to more time',
      past: 'The family agreed to more time',
      by: [FAMILY],
      data: z.object({ by: date({ label: 'Which new day do you agree to?' }).meta({ future: true }) }),
      interruption: 'The new day counts from now on. You do not have to agree.',
      check: (c: CaseContext, { on, data }) => {
        const asked = lastDate(c, 'more-time-asked');
        if (asked === undefined) return 'Nobody has asked you for more time.';
        return asked.data.by === data.by
          ? ahead(data.by, on)
          : `They asked for ${asked.data.by}, not this day.`;
      },
    }),
    'delay-explained': event({
      title: 'Explain in writing why there is no answer',
      past: 'The body explained in writing why there is no answer yet',
      by: [team, FAMILY],
      data: withReason('What is the reason?', 'The family gets it in writing.'),
    }),
    answered: event({
      title: 'Send the answer',
      past: 'The body answered the complaint',
      paper: 'reply',
      when: 'When was the answer sent?',
      by: [...handlers, FAMILY],
      data: z.object({
        ...answerToPoints,
        ...ombudsmanTold,
        signed: yesNo({ label: 'Is it signed by the chief executive, or by someone for them?' }),
      }),
      check: (c: CaseContext, occurrence) =>
        notBeforeDay('The answer', 'the complaint', receivedOn)(c, occurrence) ??
        promisesAhead(occurrence.on, promisedBy(occurrence.data)),
    }),
    'remedy-done': event({
      title: 'Say that a promise was kept',
      past: 'A promise was kept',
      by: [...handlers, FAMILY],
      data: aboutPoint,
      check: (c: CaseContext, { data }) => knownPromise(promisedIn(c), data.point),
    }),
    'ombudsman-asked': event({
      title: 'Go to the Ombudsman',
      past: 'The family went to the Ombudsman',
      by: [FAMILY],
      data: nothing,
      interruption:
        'The Ombudsman normally wants an answer first. Ask it at once if the answer is late or refused.',
      check: (c: CaseContext, occurrence) =>
        receivedOn(c) === undefined
          ? 'Complain to the body first. The Ombudsman would send you back.'
          : notBeforeDay('It', 'the complaint', receivedOn)(c, occurrence),
    }),
    closed: event({
      title: 'Close the complaint',
      past: 'The family closed the complaint',
      by: [FAMILY],
      data: nothing,
      interruption: 'Reminders stop. You can still go to the Ombudsman until its date.',
    }),
    'note-added': event({
      title: 'Add a note to the history',
      past: 'A note was added',
      by: [FAMILY, ...handlers],
      data: z.object({ subject: line({ label: 'What is it about?' }), note: text({ label: 'Your note' }) }),
    }),
  };

  type C = CaseContext<z.infer<typeof facts>, typeof events>;

  /** The body across the line between health and care that gives one answer with this one. */
  const across = (c: C): string | undefined =>
    [last(c, 'working-together-by-law'), last(c, 'working-together-by-agreement')]
      .map((said) => said?.data.other)
      .find((key) => key !== undefined && all[key]?.acrossTheLine);

  const words = vocabulary({
    facts,
    events,
    guards: {
      'not yet complained': (c: C) => receivedOn(c) === undefined,
      spoken: (c: C) => (last(c, 'complained')?.data.how ?? c.facts.how) === 'spoken',
      'about another body': (c: C) => c.facts.whose === 'other',
      'the longer time is over': (c: C) => {
        const late = c.missed['named.date']?.at(-1);
        return late !== undefined && late.data.point === undefined && longerAgreed(c);
      },
    },
  });

  const acknowledgeClock = {
    rule: 'nhs.acknowledge',
    inputs: (c: C) => from('received', receivedOn(c)),
    metBy: ['acknowledged', 'refused', 'put-right-at-once'],
    ifMissed: 'Ask again in writing. A late acknowledgement does not move any other date.',
  } as const;

  /** The outer limit: it runs beside the agreed day, and gives way only to a longer time agreed before it ends. */
  const sixMonthsClock = {
    rule: 'nhs.respond',
    inputs: acknowledgeClock.inputs,
    while: (c: C) => !longerAgreed(c),
    metBy: ['answered', 'refused'],
    owedBy: team,
    ifMissed: 'They must tell you in writing why there is no answer. You can go to the Ombudsman now.',
  } as const;

  const agreedDayClock = {
    rule: 'named.date',
    inputs: (c: C) => from('named', answerBy(c)),
    metBy: 'answered',
    owedBy: team,
    ifMissed:
      'Ask for the answer and the reason. You need not agree to more time. You can go to the Ombudsman.',
  } as const;

  /** Other bodies may come into it as long as there is no answer. */
  const withOthers = {
    'consent-asked': 'stay',
    'consent-given': 'stay',
    'consent-refused': 'stay',
    'consent-withdrawn': 'stay',
    'details-sent': 'stay',
    'working-together-by-law': 'stay',
    'working-together-by-agreement': 'stay',
  } as const;

  const stillPlanning = {
    ...withOthers,
    'period-agreed': 'investigating',
    'period-set': 'investigating',
    answered: 'answered',
    refused: 'refused',
    'missed.nhs.respond': 'overdue',
  } as const;

  const ombudsmanLimit = {
    inputs: (c: C) => ({ aware: awareOf(c) }),
    metBy: 'ombudsman-asked',
    owedBy: FAMILY,
    familyRight: true,
  } as const;

  const datesForOmbudsman = (c: C) => {
    const asked = last(c, 'ombudsman-asked')?.on ?? c.opened;
    return {
      aware: awareOf(c),
      complained: receivedOn(c) ?? asked,
      answered: last(c, 'answered') !== undefined || last(c, 'refused') !== undefined,
      asked,
    };
  };

  const passedTo = (c: C) => last(c, 'passed-on');

  return words.defineRoute({
    id: handler.id,
    effective: { from: '2009-04-01' },
    title: handler.title,
    summary: handler.summary,
    law: ['SI 2009/309 (NHS and Social Care Complaints Regulations 2009)'],
    decidedOn: (f) => f.received ?? f.happened,
    initial: 'start',
    throughout: {
      deadlines: [
        {
          ...ombudsmanLimit,
          rule: 'ombudsman.phso.complain',
          while: (c) => handler.ombudsman === 'ombudsman.phso' || across(c) !== undefined,
          ifMissed: 'The Ombudsman can still look at it if that is reasonable. Say why you are late.',
        },
        {
          ...ombudsmanLimit,
          rule: 'ombudsman.lgsco.complain',
          while: (c) => handler.ombudsman === 'ombudsman.lgsco' || across(c) !== undefined,
          ifMissed:
            'The Ombudsman can still look at the council if there is a good reason. Say why you are late.',
        },
      ],
      on: {
        'note-added': 'stay',
        'ombudsman-asked': 'ombudsman',
        closed: 'closed',
        'missed.ombudsman.phso.complain': 'stay',
        'missed.ombudsman.lgsco.complain': 'stay',
      },
    },
    stages: {
      start: {
        choose: [
          { when: 'not yet complained', to: 'before' },
          { when: 'spoken', to: 'spoken' },
          { to: 'received' },
        ],
      },
      before: {
        title: `Complain to ${body}`,
        responsible: FAMILY,
        duty: 'can complain, in writing or by talking. A parent can do it for a child',
        law: ['SI 2009/309 regs 5, 12–13'],
        deadlines: [
          {
            rule: 'nhs.complain',
            inputs: (c) => ({
              happened: c.facts.happened,
              ...(c.facts.aware === undefined ? {} : { aware: c.facts.aware }),
            }),
            metBy: 'complained',
            familyRight: true,
            ifMissed: 'Complain all the same and say why you are late. A good reason counts.',
          },
        ],
        on: {
          complained: [{ when: 'spoken', to: 'spoken' }, { to: 'received' }],
          'missed.nhs.complain': 'stay',
        },
      },
      spoken: {
        title: 'You told them. They can put it right at once',
        responsible: team,
        duty: 'should put it right by the end of the next working day, or treat it as a formal complaint',
        law: ['SI 2009/309 regs 8(1)(c), 13(3)'],
        deadlines: [
          {
            rule: 'nhs.same-day',
            inputs: acknowledgeClock.inputs,
            metBy: ['put-right-at-once', 'acknowledged', 'formal-wanted', 'refused'],
            ifMissed: 'It is a formal complaint now. They must acknowledge it and answer you in writing.',
            noEscalation: 'Nothing is owed yet: it becomes a formal complaint.',
          },
          acknowledgeClock,
        ],
        on: {
          'put-right-at-once': 'settled',
          'formal-wanted': 'received',
          acknowledged: [{ when: 'about another body', to: 'consent' }, { to: 'planning' }],
          refused: 'refused',
          'missed.nhs.same-day': 'received',
          'missed.nhs.acknowledge': 'stay',
        },
      },
      received: {
        title: 'Your complaint must be acknowledged',
        responsible: team,
        duty: 'must acknowledge the complaint and offer to talk about how and when it will be answered',
        law: ['SI 2009/309 reg 13(3), (7)'],
        deadlines: [acknowledgeClock, sixMonthsClock],
        on: {
          ...withOthers,
          acknowledged: [{ when: 'about another body', to: 'consent' }, { to: 'planning' }],
          answered: 'answered',
          refused: 'refused',
          'missed.nhs.acknowledge': 'stay',
          'missed.nhs.respond': 'overdue',
        },
      },
      consent: {
        title: 'May your complaint go to the body it is about?',
        responsible: team,
        duty: 'must ask whether details may go to that body, and say who will answer',
        law: [handler.passing],
        deadlines: [sixMonthsClock],
        on: {
          ...stillPlanning,
          'consent-asked': 'consent-asked',
          'consent-given': 'handover',
          kept: 'planning',
        },
      },
      'consent-asked': {
        title: 'Do you agree that details go to the other body?',
        responsible: FAMILY,
        duty: 'can say yes or no',
        law: [handler.passing],
        deadlines: [sixMonthsClock],
        on: {
          ...stillPlanning,
          'consent-given': 'handover',
          'consent-refused': 'handover',
          kept: 'planning',
        },
      },
      handover: {
        title: 'Who will answer your complaint?',
        responsible: team,
        duty: 'must send the details you agreed to as soon as it can: then it deals with the complaint or passes it on',
        law: [handler.passing],
        deadlines: [sixMonthsClock],
        on: { ...stillPlanning, kept: 'planning', 'passed-on': 'passed-on' },
      },
      planning: {
        title: 'When will the answer come?',
        responsible: team,
        duty: 'must talk with you about the day of the answer, or set it and tell you in writing if you want no talk',
        law: ['SI 2009/309 reg 13(7)–(8)'],
        deadlines: [sixMonthsClock],
        on: { ...stillPlanning, 'progress-told': 'stay' },
      },
      investigating: {
        title: 'Your complaint is being looked at',
        responsible: team,
        duty: 'must find out what happened, tell you how it goes and answer by the agreed day',
        law: ['SI 2009/309 reg 14'],
        deadlines: [agreedDayClock, sixMonthsClock],
        on: {
          ...withOthers,
          'progress-told': 'stay',
          'more-time-asked': 'stay',
          'more-time-agreed': 'stay',
          answered: 'answered',
          'missed.named.date': [{ when: 'the longer time is over', to: 'overdue' }, {}],
          'missed.nhs.respond': 'overdue',
        },
      },
      overdue: {
        title: 'The time is over and there is no answer',
        responsible: team,
        duty: 'must tell you in writing why, and answer as soon as it can',
        law: ['SI 2009/309 reg 14(4)'],
        // The clocks that were missed stay in sight until the answer comes.
        deadlines: [agreedDayClock, sixMonthsClock],
        on: {
          ...withOthers,
          'delay-explained': 'stay',
          'progress-told': 'stay',
          'more-time-asked': 'stay',
          'more-time-agreed': 'stay',
          answered: 'answered',
          refused: 'refused',
          'missed.named.date': 'stay',
          'missed.nhs.respond': 'stay',
        },
      },
      answered: {
        title: 'You have the answer',
        responsible: FAMILY,
        duty: 'can ask for a talk about it, close it, or go to the Ombudsman',
        law: ['SI 2009/309 reg 14(2)(d)'],
        deadlines: [
          {
            rules: ['named.date'],
            each: (c) => promiseClocks(promisedIn(c), 'What was promised', team),
            metBy: 'remedy-done',
            ifMissed: 'Tell whoever answered you, and then the Ombudsman.',
          },
        ],
        on: { 'remedy-done': 'stay', 'missed.named.date': 'stay' },
      },
      refused: {
        title: 'They will not look at it',
        responsible: FAMILY,
        duty: 'can go to the Ombudsman',
        law: ['SI 2009/309 regs 5, 8, 12'],
        noDeadline: 'Only the date for the Ombudsman runs.',
        on: {},
      },
      'passed-on': {
        title: 'Your complaint was passed on',
        outcome:
          'The other body has it now and must answer you. Where its procedure is one we follow, a linked case has begun.',
        law: [handler.passing],
        opens: Object.entries(all).flatMap(([key, { route }]) =>
          route === undefined
            ? []
            : [
                {
                  route,
                  when: (c: C) => passedTo(c)?.data.to === key,
                  facts: (c: C) => ({
                    about: 'other',
                    // A complaint to the council about SEND asks when the family knew, and not when it happened.
                    ...(route === 'council-complaint' ? {} : { happened: c.facts.happened }),
                    aware: awareOf(c),
                    received: passedTo(c)?.on ?? c.opened,
                    complaint: c.facts.complaint,
                  }),
                },
              ],
        ),
      },
      settled: {
        title: 'It was put right at once',
        outcome: 'If it goes wrong again, you can complain in writing. You have 12 months.',
        law: ['SI 2009/309 reg 8(1)(c)'],
      },
      ombudsman: {
        title: 'You went to the Ombudsman',
        outcome: 'The Ombudsman now looks at it in the linked case.',
        opens: [
          {
            route: handler.ombudsman,
            once: true,
            when: (c) => across(c) === undefined,
            facts: (c) => ({ ...handler.ombudsmanFacts, ...datesForOmbudsman(c) }),
          },
          {
            route: 'ombudsman.joint',
            once: true,
            when: (c) => across(c) !== undefined,
            facts: (c) => ({ health: handler.healthBody(across(c) ?? ''), ...datesForOmbudsman(c) }),
          },
        ],
      },
      closed: {
        title: 'The complaint was closed',
        outcome: 'You closed it. You can still go to the Ombudsman until its date.',
      },
    },
  });
}
