// A complaint about a tribunal: how a judge or member behaved, or how the office ran the case. Never who was right.
// Judicial Conduct Rules 2023, before them the Judicial Conduct (Tribunals) Rules 2014; Constitutional Reform Act 2005 s110;
// HM Courts and Tribunals Service procedure.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, type CaseContext, type Route } from '../kit';
import { nothing, withReason } from './parts/data';
import { from, notBeforeItHappened } from './parts/days';

const FAMILY = 'parent or young person';

const facts = z.object({
  about: choice(
    { label: 'What is the complaint about?', hint: 'If you think the decision is wrong, appeal instead.' },
    {
      conduct: 'How a judge or a member of the Tribunal behaved',
      administration: 'How the office of the Tribunal ran the case',
    },
  ),
  happened: date({ label: 'When did it happen?' }),
  what: text({
    label: 'What happened?',
    hint: 'Give the date, the name of the judge if you know it, and the words as you remember them.',
  }),
});

type Facts = z.infer<typeof facts>;

const after =
  (types: readonly string[], what: string, than: string) =>
  (c: CaseContext, { on }: { on: string }): string | undefined =>
    types.some((type) => on < (c.happened[type]?.at(-1)?.on ?? ''))
      ? `${what} cannot be earlier than ${than}.`
      : undefined;

const COMPLAINT = ['complained', 'complained-late'] as const;

const answer = z.object({
  finding: choice(
    { label: 'What does the answer say?' },
    {
      upheld: 'You were right, in full or in part',
      'not-upheld': 'You were not right',
      closed: 'It will not be looked at',
    },
  ),
});

const events = {
  complained: event({
    title: 'Record your complaint',
    past: 'The family complained',
    when: 'When did it arrive?',
    by: [FAMILY],
    data: nothing,
    check: notBeforeItHappened('The complaint'),
  }),
  'complained-late': event({
    title: 'Record a late complaint, with your reasons',
    past: 'The family complained late, with reasons',
    when: 'When did it arrive?',
    by: [FAMILY],
    data: withReason('Why is the complaint late?'),
    check: notBeforeItHappened('The complaint'),
  }),
  'conduct-answered': event({
    title: 'Record the answer about the judge or member',
    past: 'The complaint about the judge or member was answered',
    when: 'When did you get the answer?',
    by: [FAMILY],
    data: answer,
    check: after(COMPLAINT, 'The answer', 'the complaint'),
  }),
  'ombudsman-asked': event({
    title: 'Record that you asked the Judicial Appointments and Conduct Ombudsman',
    past: 'The Judicial Appointments and Conduct Ombudsman was asked',
    when: 'When did it arrive?',
    by: [FAMILY],
    data: nothing,
    check: after(['conduct-answered'], 'Your request', 'the answer'),
  }),
  'office-answered': event({
    title: 'Record the answer of the office',
    past: 'The office of the Tribunal answered',
    when: 'When did you get the answer?',
    by: [FAMILY],
    data: answer,
    check: after(COMPLAINT, 'The answer', 'the complaint'),
  }),
  'review-asked': event({
    title: 'Ask a senior manager for a review',
    past: 'A senior manager was asked for a review',
    when: 'When did it arrive?',
    by: [FAMILY],
    data: nothing,
    check: after(['office-answered'], 'Your request', 'the answer'),
  }),
  'review-answered': event({
    title: 'Record the answer of the senior manager',
    past: 'The senior manager answered',
    when: 'When did you get the answer?',
    by: [FAMILY],
    data: answer,
    check: after(['review-asked'], 'The answer', 'your request'),
  }),
  'team-asked': event({
    title: 'Ask the investigations team to look again',
    past: 'The investigations team was asked to look again',
    when: 'When did it arrive?',
    by: [FAMILY],
    data: nothing,
    check: after(['review-answered'], 'Your request', 'the answer'),
  }),
  'team-answered': event({
    title: 'Record the answer of the investigations team',
    past: 'The investigations team answered',
    when: 'When did you get the answer?',
    by: [FAMILY],
    data: answer,
    check: after(['team-asked'], 'The answer', 'your request'),
  }),
  'mp-asked': event({
    title: 'Record that you asked your MP to send it to the Ombudsman',
    past: 'The MP was asked to send it to the Parliamentary Ombudsman',
    by: [FAMILY],
    data: nothing,
  }),
  satisfied: event({
    title: 'Close the complaint',
    past: 'The family closed the complaint',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. The next step has a short time.',
  }),
};

type C = CaseContext<Facts, typeof events>;

const complainedOn = (c: C) => last(c, 'complained')?.on ?? last(c, 'complained-late')?.on;

const words = vocabulary({
  facts,
  events,
  guards: { 'about behaviour': (c: C) => c.facts.about === 'conduct' },
});

const OFFICE = "HM Courts and Tribunals Service's own complaints procedure";

/** What one set of rules about conduct says in other words than the next. */
interface Version {
  effective: Route['effective'];
  conduct: string;
  ifLate: string;
  whyNoLimit: string;
  /** The day that pins a case to this version; the day it is opened, where nothing is given. */
  decidedOn?: (facts: Facts) => string;
}

const version = ({ effective, conduct, ifLate, whyNoLimit, decidedOn }: Version) =>
  words.defineRoute({
    id: 'judicial-complaint',
    effective,
    title: 'Complaint about a judge or the Tribunal office',
    summary:
      'You can complain about how a judge or member behaved, or how the office ran your case. It cannot change the decision. Only an appeal can do that, and this does not stop the date for an appeal.',
    law: [conduct, 'Constitutional Reform Act 2005 s110', OFFICE],
    ...(decidedOn === undefined ? {} : { decidedOn }),
    initial: 'start',
    throughout: { on: { satisfied: 'closed' } },
    stages: {
      start: { choose: [{ when: 'about behaviour', to: 'conduct' }, { to: 'office' }] },
      conduct: {
        title: 'Complain to the President of the Tribunal',
        responsible: FAMILY,
        duty: 'can complain about how a judge or member behaved',
        law: [conduct],
        deadlines: [
          {
            rule: 'judicial-complaint.make',
            inputs: (c) => ({ happened: c.facts.happened }),
            metBy: ['complained', 'satisfied'],
            familyRight: true,
            ifMissed: ifLate,
          },
        ],
        on: { complained: 'conduct-made', 'missed.judicial-complaint.make': 'conduct-late' },
      },
      'conduct-late': {
        title: 'The 3 months have passed',
        responsible: FAMILY,
        duty: 'can still complain, with the reasons for being late',
        law: [conduct],
        noDeadline: whyNoLimit,
        on: { 'complained-late': 'conduct-made' },
      },
      'conduct-made': {
        title: 'The President looks at your complaint',
        responsible: 'SEND Tribunal',
        duty: 'looks at how the judge or member behaved, and answers',
        law: [conduct],
        noDeadline:
          'The rules set no number of days. After 6 months without an answer you can write to the Judicial Appointments and Conduct Ombudsman.',
        on: { 'conduct-answered': 'conduct-answered', 'ombudsman-asked': 'ombudsman' },
      },
      'conduct-answered': {
        title: 'You have an answer. Was it handled well?',
        responsible: FAMILY,
        duty: 'can ask the Judicial Appointments and Conduct Ombudsman to look at how the complaint was handled',
        law: ['Constitutional Reform Act 2005 s110'],
        deadlines: [
          {
            rule: 'judicial-complaint.ombudsman',
            inputs: (c) => from('decided', last(c, 'conduct-answered')?.on),
            metBy: ['ombudsman-asked', 'satisfied'],
            familyRight: true,
            ifMissed: 'The Ombudsman can still look at it if it thinks that right. Say why you are late.',
          },
        ],
        on: { 'ombudsman-asked': 'ombudsman', 'missed.judicial-complaint.ombudsman': 'stay' },
      },
      office: {
        title: 'Complain to the office of the Tribunal',
        responsible: FAMILY,
        duty: 'can complain about how the office ran the case',
        law: [OFFICE],
        noDeadline: 'The procedure names no last day. Complain soon, while people remember.',
        on: { complained: 'office-made' },
      },
      'office-made': {
        title: 'The office must answer',
        responsible: 'HMCTS',
        duty: 'aims to answer within 10 working days',
        law: [OFFICE],
        deadlines: [
          {
            rule: 'court-complaint.respond',
            inputs: (c) => from('received', complainedOn(c)),
            metBy: 'office-answered',
            ifMissed: 'Write again, and ask a senior manager to look at it.',
          },
        ],
        on: {
          'office-answered': 'office-answered',
          'review-asked': 'review',
          'missed.court-complaint.respond': 'stay',
        },
      },
      'office-answered': {
        title: 'You have an answer. Are you content?',
        responsible: FAMILY,
        duty: 'can ask a senior manager for a review',
        law: [OFFICE],
        noDeadline: 'The answer says how to ask, and by when if there is a date.',
        on: { 'review-asked': 'review' },
      },
      review: {
        title: 'A senior manager must answer',
        responsible: 'HMCTS',
        duty: 'aims to answer within 10 working days',
        law: [OFFICE],
        deadlines: [
          {
            rule: 'court-complaint.respond',
            inputs: (c) => from('received', last(c, 'review-asked')?.on),
            metBy: 'review-answered',
            ifMissed: 'Write again, and ask the investigations team to look at it.',
          },
        ],
        on: {
          'review-answered': 'reviewed',
          'team-asked': 'team',
          'missed.court-complaint.respond': 'stay',
        },
      },
      reviewed: {
        title: 'You have the answer of the senior manager',
        responsible: FAMILY,
        duty: 'can ask the investigations team to look again',
        law: [OFFICE],
        noDeadline: 'The answer says how to ask, and by when if there is a date.',
        on: { 'team-asked': 'team' },
      },
      team: {
        title: 'The investigations team must answer',
        responsible: 'HMCTS',
        duty: 'aims to answer within 15 working days',
        law: [OFFICE],
        deadlines: [
          {
            rule: 'court-complaint.appeal',
            inputs: (c) => from('escalated', last(c, 'team-asked')?.on),
            metBy: 'team-answered',
            ifMissed: 'Ask your MP to send the complaint to the Parliamentary Ombudsman.',
          },
        ],
        on: { 'team-answered': 'final', 'mp-asked': 'mp', 'missed.court-complaint.appeal': 'stay' },
      },
      final: {
        title: 'You have the last answer of the office',
        responsible: FAMILY,
        duty: 'can ask an MP to send the complaint to the Parliamentary and Health Service Ombudsman',
        law: ['Parliamentary Commissioner Act 1967 ss5–6'],
        noDeadline:
          'No date is counted here. The MP must have it within a year of the day you first knew: ask soon.',
        on: { 'mp-asked': 'mp' },
      },
      mp: {
        title: 'Your MP has it',
        outcome:
          'Only an MP can send this kind of complaint to the Parliamentary and Health Service Ombudsman. It then writes to you.',
      },
      ombudsman: {
        title: 'You asked the Judicial Appointments and Conduct Ombudsman',
        outcome:
          'It writes to you. It can recommend an apology or money, or have the complaint looked at again. The decision of the Tribunal stays.',
        law: ['Constitutional Reform Act 2005 ss110–111'],
      },
      closed: { title: 'The complaint was closed', outcome: 'You did not go on with the complaint.' },
    },
  });

/** The Rules of 2023 apply to complaints made on or after 13 October 2023, whenever the thing happened. */
export const judicialComplaint = version({
  effective: { from: '2023-10-13' },
  conduct: 'Judicial Conduct Rules 2023, under SI 2023/1005',
  ifLate: 'You can still complain. Say why you are late: it is looked at only in exceptional circumstances.',
  whyNoLimit:
    'There is no fixed limit for a late complaint. It is looked at only in exceptional circumstances; that your case still runs is usually none.',
});

export const judicialComplaint2014 = version({
  effective: { from: '2014-08-18', to: '2023-10-12' },
  conduct: 'Judicial Conduct (Tribunals) Rules 2014',
  ifLate: 'You can still complain. Say why you are late: it may not be looked at.',
  whyNoLimit: 'There is no fixed limit for a late complaint. It is looked at only for good reasons.',
  decidedOn: ({ happened }) => happened,
});
