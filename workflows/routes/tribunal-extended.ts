// Health and social care beside an education appeal: what the Tribunal can recommend, and what the bodies answer.
// SEND (First-tier Tribunal Recommendations Power) Regulations 2017 (SI 2017/1306).

import { z } from 'zod';
import {
  all,
  choice,
  choices,
  date,
  event,
  last,
  list,
  personalLine,
  text,
  vocabulary,
  type CaseContext,
  type DeadlineItem,
  type PartyId,
} from '../kit';
import { aboutPoint, nothing, withReason } from './parts/data';
import { decidedOn, decisionFacts, notBeforeNotice, type DecisionFacts } from './parts/decision';
import { directionItems, hearingDay, hearingEvents } from './parts/hearing';
import { numbered } from './parts/points';
import { from } from './parts/days';

const FAMILY = 'parent or young person';
const COUNCIL = 'council SEND casework';
const ICB = 'ICB (responsible commissioner)';
const SOCIAL_CARE = "council children's social care";
/** The Tribunal writes to the family and the council; the bodies that it names get a copy. */
const SIDES = [FAMILY, COUNCIL, ICB, SOCIAL_CARE] as const;

const bodies = { icb: 'The ICB (health)', 'social-care': 'Social care' } as const;
type Body = keyof typeof bodies;

const partyOf = (who: string): PartyId =>
  who === 'family' ? FAMILY : who === 'council' ? COUNCIL : who === 'icb' ? ICB : SOCIAL_CARE;

const facts = decisionFacts.extend({
  certificateIssued: date({
    label: 'What is the date of your mediation certificate?',
    hint: 'Leave it out if you have none yet.',
  }).optional(),
  appealed: date({
    label: 'When did the Tribunal receive your appeal?',
    hint: 'Leave it out if you have not sent it yet.',
  }).optional(),
});

const events = {
  asked: event({
    title: 'Record that you asked in the appeal form',
    past: 'The family asked for recommendations in its appeal form',
    when: 'When did the Tribunal receive the form?',
    by: [FAMILY],
    data: z.object({
      about: choices({ label: 'What did you ask about?' }, bodies),
      wanted: text({
        label: 'What should the Tribunal recommend?',
        hint: 'Say which need it meets and what the evidence is.',
      }),
    }),
    check: notBeforeNotice('Your appeal'),
  }),
  'left-out': event({
    title: 'Say that the appeal went without it',
    past: 'The appeal was sent without asking for recommendations',
    when: 'When did the Tribunal receive the appeal?',
    by: [FAMILY],
    data: nothing,
    check: notBeforeNotice('Your appeal'),
  }),
  'addition-asked': event({
    title: 'Ask the Tribunal to add health or social care',
    past: 'The Tribunal was asked to add health or social care to the appeal',
    when: 'When did you send the request for changes?',
    by: [FAMILY],
    data: withReason('What do you want to add, and why only now?'),
    check: notBeforeNotice('Your request'),
  }),
  added: event({
    title: 'Record that it was added to the appeal',
    past: 'The Tribunal added health or social care to the appeal',
    by: SIDES,
    data: nothing,
  }),
  'not-added': event({
    title: 'Record that it was not added',
    past: 'The Tribunal did not add health or social care to the appeal',
    by: SIDES,
    data: nothing,
  }),
  registered: event({
    title: 'Record that the Tribunal registered the appeal',
    past: 'The Tribunal registered the appeal and sent it to the council',
    when: 'When was it sent to the council?',
    by: SIDES,
    data: z.object({
      respondBy: date({ label: 'By when must the council answer, if the letter says so?' })
        .meta({ future: true })
        .optional(),
    }),
    check: notBeforeNotice('The registration'),
  }),
  'evidence-sent': event({
    title: 'Send the evidence about health or social care',
    past: 'Evidence about health or social care was sent to the Tribunal',
    when: 'When was it sent?',
    by: SIDES,
    data: z.object({ from: choice({ label: 'Which body is it from?' }, bodies) }),
  }),
  responded: event({
    title: 'Answer the appeal',
    past: 'The council answered the appeal',
    when: 'When was the answer sent?',
    by: [COUNCIL, FAMILY],
    data: z.object({
      covers: choices({ label: 'Which evidence came with the answer?' }, bodies).default([]),
    }),
    check: (c: CaseContext, { on }) => {
      const registered = c.happened.registered?.at(-1)?.on;
      return registered !== undefined && on < registered
        ? 'The answer cannot be earlier than the registration.'
        : undefined;
    },
  }),
  ...hearingEvents(SIDES, { family: 'The family', council: 'The council', ...bodies }),
  recommended: event({
    title: 'Record what the Tribunal recommended',
    past: 'The Tribunal made recommendations',
    when: 'What is the date of the decision?',
    by: SIDES,
    data: z.object({
      sent: date({ label: 'When was the decision sent?' }),
      recommendations: list(
        { label: 'What was recommended?' },
        z.object({
          what: personalLine({ label: 'What did the Tribunal recommend?' }),
          to: choice({ label: 'Who must answer it?' }, bodies),
        }),
      ),
    }),
    check: (_c, { on, data }) =>
      data.sent < on ? 'The decision cannot be sent before it was made.' : undefined,
  }),
  'none-made': event({
    title: 'Record that nothing was recommended',
    past: 'The Tribunal made no recommendation',
    when: 'When was the decision sent to you?',
    by: SIDES,
    data: nothing,
  }),
  'answer-read': event({
    title: 'Record the answer to the recommendations',
    past: 'A body answered the recommendations',
    when: 'When did you get the answer?',
    by: SIDES,
    data: z.object({
      from: choice({ label: 'Who answered?' }, bodies),
      follows: choice(
        { label: 'What does it say?' },
        {
          all: 'It will do everything',
          some: 'It will do a part, with reasons for the rest',
          none: 'It will do nothing, with reasons',
          silent: 'It has not answered in 5 weeks',
        },
      ),
    }),
    check: (c: CaseContext, { on }) => {
      const sent = (c.happened.recommended?.at(-1)?.data as { sent?: string } | undefined)?.sent;
      return sent !== undefined && on < sent ? 'The answer cannot be earlier than the decision.' : undefined;
    },
  }),
  complained: event({
    title: 'Say that you complained about the answer',
    past: 'The family complained about an answer',
    when: 'When did you send the complaint?',
    by: [FAMILY],
    data: aboutPoint,
  }),
  'education-ended': event({
    title: 'Record that the education part of the appeal ended without a decision',
    past: 'The education part of the appeal ended without a decision',
    by: SIDES,
    data: nothing,
    interruption: 'The Tribunal can then recommend nothing.',
  }),
  dropped: event({
    title: 'Leave health and social care out of the appeal',
    past: 'The family left health and social care out of the appeal',
    by: [FAMILY],
    data: nothing,
    interruption: 'Your appeal about education goes on without it.',
  }),
  stopped: event({
    title: 'Close this case',
    past: 'The family closed the case',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders about a complaint stop. You can still complain within 12 months.',
  }),
};

type Facts = z.infer<typeof facts>;
type C = CaseContext<Facts, typeof events>;

const EDUCATION = new Set(['B', 'F', 'I']);

/** Health and social care can only be heard beside a live education issue. */
const noEducationIssue = ({ decision, sections }: DecisionFacts): boolean =>
  decision === 'contents' && !sections.some((part) => EDUCATION.has(part));

const recommendedTo = (c: C): Body[] => [
  ...new Set((last(c, 'recommended')?.data.recommendations ?? []).map(({ to }) => to)),
];

/** The latest word of each body. */
const answers = (c: C) => new Map(all(c, 'answer-read').map(({ on, data }) => [data.from, { on, ...data }]));

const answeredByAll = (c: C): boolean => recommendedTo(c).every((body) => answers(c).has(body));

/** The bodies that will not do all that was recommended, or did not answer, and since when that is known. */
const unfollowed = (c: C) =>
  recommendedTo(c).flatMap((body) => {
    const answer = answers(c).get(body);
    return answer && answer.follows !== 'all' ? [{ key: body, known: answer.on }] : [];
  });

const words = vocabulary({
  facts,
  events,
  guards: {
    'about a refusal to assess': (c: C) => c.facts.decision === 'refuse-to-assess',
    'no education issue': (c: C) => noEducationIssue(c.facts),
    'the appeal is sent': (c: C) => c.facts.appealed !== undefined,
    'all followed': (c: C) => answeredByAll(c) && unfollowed(c).length === 0,
    'all answered': answeredByAll,
    'all complained about': (c: C) => {
      const complained = new Set(all(c, 'complained').map(({ data }) => data.point));
      return unfollowed(c).every(({ key }) => complained.has(key));
    },
  },
});

const directionClocks = {
  rules: ['named.date.tribunal'],
  each: directionItems(partyOf),
  metBy: 'direction-met',
  ifMissed:
    'Ask the Tribunal with a request for changes. It can order a body that is not a side to send what it needs.',
} as const;

const duringTheAppeal = {
  directed: 'stay',
  'direction-met': 'stay',
  'change-asked': 'stay',
  'evidence-sent': 'stay',
  'missed.named.date.tribunal': 'stay',
  recommended: 'answers',
  'none-made': 'nothing',
  'education-ended': 'ended',
  dropped: 'dropped',
} as const;

/** One case for each body: it must answer within 5 weeks, whatever the answer is. */
const answerOwed = (c: C) => {
  const decision = last(c, 'recommended');
  return recommendedTo(c).map((body) => ({
    source: 'recommendation',
    made: decision?.data.sent ?? c.opened,
    owedBy: body,
    points: numbered(
      (decision?.data.recommendations ?? [])
        .filter(({ to }) => to === body)
        .map(({ what }) => ({ what, kind: 'recommendation.respond' })),
    ),
  }));
};

/** The family's own limit to complain about an answer, by the body that gave it or kept silent. */
const complaintClock = ({ key, known }: { key: Body; known: string }): DeadlineItem =>
  key === 'icb'
    ? {
        key,
        title: 'Complain to the ICB',
        rule: 'nhs.complain',
        inputs: { happened: known, aware: known },
      }
    : {
        key,
        title: 'Complain about social care: to the council first, then to the Ombudsman',
        rule: 'ombudsman.lgsco.complain',
        inputs: { aware: known },
      };

const RECOMMENDATIONS = 'SI 2017/1306 regs 4–7';

export const tribunalExtended = words.defineRoute({
  id: 'tribunal.extended',
  effective: { from: '2018-04-03' },
  title: 'Ask the Tribunal about health and social care as well',
  summary:
    'Beside an appeal about education, the Tribunal can look at health and social care. It can only recommend: the body must answer within 5 weeks, but need not do it. This goes with your appeal and has the same date.',
  law: ['SI 2017/1306', 'Children and Families Act 2014 s51(2)(b)–(f)', 'HESC Rules 2008 rules 12, 20–21'],
  decidedOn,
  initial: 'start',
  stages: {
    start: {
      choose: [
        { when: 'about a refusal to assess', to: 'not-possible' },
        { when: 'no education issue', to: 'education-needed' },
        { when: 'the appeal is sent', to: 'adding' },
        { to: 'form' },
      ],
    },
    form: {
      title: 'Ask for it in your appeal form',
      responsible: FAMILY,
      duty: 'should say in the appeal form what health or social care should do',
      law: [RECOMMENDATIONS, 'HESC Rules 2008 rules 12 and 20(1)(c)'],
      deadlines: [
        {
          rule: 'appeal.lodge',
          inputs: ({ facts: { noticeSent, certificateIssued } }) => ({
            noticeSent,
            ...(certificateIssued ? { certificateIssued } : {}),
          }),
          metBy: ['asked', 'left-out', 'dropped'],
          familyRight: true,
          ifMissed: 'Send the appeal late, with your reasons, and ask for this in the same form.',
        },
      ],
      on: { asked: 'registering', 'left-out': 'adding', dropped: 'dropped', 'missed.appeal.lodge': 'stay' },
    },
    adding: {
      title: 'Ask the Tribunal to add it to your appeal',
      responsible: FAMILY,
      duty: 'can ask for health or social care to be added, with a request for changes',
      law: [RECOMMENDATIONS, 'HESC Rules 2008 rules 5(3)(c) and 6'],
      noDeadline: 'There is no fixed limit. Ask at once: the nearer the hearing, the harder it is.',
      on: { 'addition-asked': 'adding-asked', 'education-ended': 'ended', dropped: 'dropped' },
    },
    'adding-asked': {
      title: 'The Tribunal decides whether to add it',
      responsible: 'SEND Tribunal',
      duty: 'decides whether to add health or social care to the appeal',
      law: ['HESC Rules 2008 rules 5(3)(c) and 6'],
      noDeadline: 'The rules set no number of days. Call the Tribunal if you hear nothing for two weeks.',
      on: { added: 'preparing', 'not-added': 'not-added', 'education-ended': 'ended', dropped: 'dropped' },
    },
    registering: {
      title: 'Waiting for the Tribunal to register the appeal',
      responsible: 'SEND Tribunal',
      duty: 'registers the appeal and sends it to the council',
      law: ['HESC Rules 2008 rule 20', RECOMMENDATIONS],
      deadlines: [
        {
          rule: 'appeal.register',
          inputs: (c) => from('received', last(c, 'asked')?.on),
          metBy: 'registered',
          ifMissed: 'Call the Tribunal. Ask for urgency if your child has no school place.',
        },
      ],
      on: {
        registered: 'answering',
        'missed.appeal.register': 'stay',
        'education-ended': 'ended',
        dropped: 'dropped',
      },
    },
    answering: {
      title: 'The council must answer, with what health and social care say',
      responsible: COUNCIL,
      duty: 'must answer the appeal',
      law: ['HESC Rules 2008 rule 21', RECOMMENDATIONS],
      deadlines: [
        {
          rule: 'appeal.respond',
          inputs: (c) => {
            const registered = last(c, 'registered');
            return registered && !registered.data.respondBy ? { sentToAuthority: registered.on } : undefined;
          },
          metBy: 'responded',
          ifMissed: 'Ask the Tribunal, with a request for changes, to order the evidence from each body.',
        },
        {
          rule: 'named.date.tribunal',
          inputs: (c) => from('named', last(c, 'registered')?.data.respondBy),
          metBy: 'responded',
          ifMissed: 'Ask the Tribunal, with a request for changes, to order the evidence from each body.',
        },
        directionClocks,
      ],
      on: { responded: 'preparing', 'missed.appeal.respond': 'stay', ...duringTheAppeal },
    },
    preparing: {
      title: 'Preparing for the hearing',
      responsible: 'SEND Tribunal',
      duty: 'says what each body must send, and hears health and social care with the appeal',
      law: ['HESC Rules 2008 rules 5–7, 15–16 and 23–27', RECOMMENDATIONS],
      deadlines: [
        directionClocks,
        {
          rule: 'named.date',
          inputs: hearingDay,
          metBy: ['heard', 'adjourned', 'hearing-listed', 'recommended', 'none-made'],
          ifMissed: 'Record what happened at the hearing, or its new date.',
        },
      ],
      on: {
        responded: 'stay',
        'hearing-listed': 'stay',
        adjourned: 'stay',
        heard: 'waiting',
        'missed.named.date': 'stay',
        ...duringTheAppeal,
      },
    },
    waiting: {
      title: 'Waiting for the decision',
      responsible: 'SEND Tribunal',
      duty: 'sends its decision, and a copy to each body that must answer',
      law: ['HESC Rules 2008 rule 30', 'SI 2017/1306 reg 6'],
      deadlines: [
        {
          rule: 'appeal.decide',
          inputs: (c) => from('heard', last(c, 'heard')?.on),
          metBy: ['recommended', 'none-made', 'adjourned'],
          ifMissed: 'Call the Tribunal. Two weeks is its practice, not the law.',
        },
        directionClocks,
      ],
      on: { adjourned: 'preparing', 'missed.appeal.decide': 'stay', ...duringTheAppeal },
    },
    answers: {
      title: 'Each body must answer within 5 weeks',
      responsible: FAMILY,
      duty: 'can watch the dates in the linked cases, and say here what each body answered',
      law: ['SI 2017/1306 regs 6–7'],
      noDeadline: 'The 5 weeks of each body run in the linked case about its answer.',
      opens: [{ route: 'compliance', facts: answerOwed }],
      on: {
        'answer-read': [
          { when: 'all followed', to: 'followed' },
          { when: 'all answered', to: 'unfollowed' },
          {},
        ],
        stopped: 'accepted',
      },
    },
    unfollowed: {
      title: 'A recommendation is not followed. You can complain',
      responsible: FAMILY,
      duty: 'can complain to the body that does not follow the recommendation',
      law: [
        'NHS and Social Care Complaints Regulations 2009 reg 12',
        'Local Government Act 1974 s26B',
        'SI 2017/1306 reg 7',
      ],
      deadlines: [
        {
          rules: ['nhs.complain', 'ombudsman.lgsco.complain'],
          each: (c) => unfollowed(c).map(complaintClock),
          metBy: 'complained',
          familyRight: true,
          ifMissed: 'You can still complain if you have good reasons for being late.',
        },
      ],
      on: {
        'answer-read': [
          { when: 'all followed', to: 'followed' },
          { when: 'all complained about', to: 'complained' },
          {},
        ],
        complained: [{ when: 'all complained about', to: 'complained' }, {}],
        stopped: 'accepted',
        'missed.nhs.complain': 'stay',
        'missed.ombudsman.lgsco.complain': 'stay',
      },
    },
    followed: { title: 'The recommendations are followed', outcome: 'Every body said that it will do it.' },
    complained: {
      title: 'You complained',
      outcome:
        'Follow the complaint in its own case. After it, the two Ombudsmen can look at health and social care together. A court can look at an answer without good reasons: take advice quickly, within 3 months at most.',
    },
    accepted: {
      title: 'You left it there',
      outcome: 'You can still complain within 12 months of the answer.',
    },
    nothing: {
      title: 'Nothing was recommended',
      outcome: 'The decision about education stands in your appeal. You can still complain about care.',
    },
    ended: {
      title: 'The education part of the appeal ended',
      outcome:
        'The Tribunal can recommend nothing without it. Ask the council to write down what health and social care promised. You can still complain, or ask for mediation.',
    },
    dropped: {
      title: 'Left out of the appeal',
      outcome: 'Your appeal about education goes on without health and social care.',
    },
    'not-added': {
      title: 'It was not added',
      outcome: 'Your appeal about education goes on. You can still complain about health or social care.',
    },
    'not-possible': {
      title: 'Not in an appeal about a refusal to assess',
      outcome:
        'The Tribunal can recommend nothing there: there is no plan yet. Appeal about the assessment, and complain to the NHS or social care about care.',
      law: ['SI 2017/1306'],
    },
    'education-needed': {
      title: 'The Tribunal needs a question about education',
      outcome:
        'It cannot look at health or social care alone. You can ask for mediation about them, or complain. If you also disagree with section B, F or I, start again and choose it.',
      law: ['SI 2017/1306', 'Children and Families Act 2014 ss52–54'],
    },
  },
});
