// The questions of "Who is responsible?" in plain words, and the facts they come to. At most six; "I don't know" is an answer.

import type { Flow } from './flow';
import type { Question } from './questions';

/** What went wrong, in a family's words, and the fact it stands for. */
const grievances: Record<string, { text: string; facts: Record<string, unknown>; asks: string[] }> = {
  assess: {
    text: 'The council refused to assess my child',
    facts: { decision: 'refuse-to-assess', plan: false },
    asks: ['noticeSent'],
  },
  late: {
    text: 'The council has not replied, or the plan is late',
    facts: { issue: 'assessment-delay' },
    asks: ['requested'],
  },
  issue: {
    text: 'The council will not write a plan (EHC plan)',
    facts: { decision: 'refuse-to-issue', plan: false },
    asks: ['noticeSent'],
  },
  wrong: {
    text: 'The plan is wrong: the needs, the help or the school',
    facts: { decision: 'contents', plan: true },
    asks: ['sections', 'noticeSent'],
  },
  review: {
    text: 'After the review the council will not change the plan',
    facts: { decision: 'refuse-to-amend', plan: true },
    asks: ['noticeSent'],
  },
  ended: {
    text: 'The council is ending the plan',
    facts: { decision: 'cease', plan: true },
    asks: ['noticeSent'],
  },
  missing: {
    text: 'The help in the plan is not happening',
    facts: { issue: 'provision-not-delivered', plan: true },
    asks: ['part', 'age'],
  },
  reviewLate: {
    text: 'The yearly review is late or did not happen',
    facts: { issue: 'review-delay', plan: true },
    asks: [],
  },
  order: {
    text: 'The Tribunal ordered something and it was not done',
    facts: { issue: 'order-not-obeyed', plan: true },
    asks: [],
  },
  agreement: {
    text: 'Something agreed in mediation was not done',
    facts: { issue: 'agreement-not-kept' },
    asks: ['promiser'],
  },
  school: {
    text: 'The school or nursery does not help my child',
    facts: { issue: 'sen-support' },
    asks: ['setting'],
  },
  unfair: {
    text: 'The school treats my child unfairly because of disability',
    facts: { issue: 'disability-discrimination' },
    asks: ['setting', 'happened'],
  },
  excluded: {
    text: 'My child was suspended or excluded',
    facts: { issue: 'exclusion' },
    asks: ['setting', 'happened'],
  },
  place: {
    text: 'My child did not get a place at the school we want',
    facts: { issue: 'admission' },
    asks: ['plan', 'noticeSent'],
  },
  none: { text: 'My child gets no education', facts: { issue: 'no-education' }, asks: ['plan'] },
  transport: { text: 'School transport', facts: { issue: 'transport' }, asks: [] },
  nhs: { text: 'An NHS service: waiting, refusal or treatment', facts: { issue: 'nhs-service' }, asks: [] },
  care: {
    text: 'Social care: short breaks, carers or a social worker',
    facts: { issue: 'social-care' },
    asks: ['age'],
  },
  silence: {
    text: 'I complained to the council or the NHS, and they do not answer',
    facts: { issue: 'complaint-delay' },
    asks: ['complainedTo'],
  },
  schoolSilence: {
    text: 'I complained to the school or nursery, and it does not answer',
    facts: { issue: 'complaint-delay', bodies: ['school'] },
    asks: ['setting'],
  },
  records: {
    text: 'They wrote something wrong, or will not show me what they hold',
    facts: { issue: 'data' },
    asks: [],
  },
  danger: { text: 'A child is in danger', facts: { issue: 'harm' }, asks: [] },
  unsure: { text: 'I am not sure, or something else', facts: { issue: 'not-sure' }, asks: ['plan'] },
};

const DONT_KNOW = 'unknown';

const questions: Record<string, Question> = {
  noticeSent: {
    name: 'noticeSent',
    label: 'When was the decision letter sent?',
    hint: 'The date on the letter will do. Leave it empty if you do not know it.',
    control: 'date',
    optional: true,
  },
  requested: {
    name: 'requested',
    label: 'When did the council get the request to assess?',
    hint: 'Leave it empty if you do not know.',
    control: 'date',
    optional: true,
  },
  happened: {
    name: 'happened',
    label: 'When did it happen?',
    hint: 'Leave it empty if it goes on or you do not know.',
    control: 'date',
    optional: true,
  },
  sections: {
    name: 'sections',
    label: 'Which parts of the plan are wrong?',
    hint: 'Leave it empty if you do not know.',
    control: 'checkboxes',
    options: { B: 'Needs', F: 'Help in education', I: 'The school', G: 'Health care', H: 'Social care' },
    optional: true,
  },
  part: {
    name: 'part',
    label: 'What kind of help is it?',
    control: 'radios',
    options: {
      F: 'Help in education, such as a teaching assistant or speech therapy',
      G: 'Health care',
      H: 'Social care, such as short breaks',
      [DONT_KNOW]: 'I don’t know',
    },
    optional: false,
  },
  age: {
    name: 'age',
    label: 'Is your child 18 or over?',
    control: 'radios',
    options: { under: 'No', over: 'Yes', [DONT_KNOW]: 'I don’t know' },
    optional: false,
  },
  promiser: {
    name: 'promiser',
    label: 'Who promised it?',
    control: 'radios',
    options: { council: 'The council', icb: 'The NHS', [DONT_KNOW]: 'I don’t know' },
    optional: false,
  },
  complainedTo: {
    name: 'complainedTo',
    label: 'Who does not answer?',
    control: 'radios',
    options: { council: 'The council', nhs: 'The NHS', [DONT_KNOW]: 'I don’t know' },
    optional: false,
  },
  setting: {
    name: 'setting',
    label: 'What kind of school is it?',
    control: 'radios',
    options: {
      'maintained mainstream': 'A school run with the council',
      academy: 'An academy or free school',
      independent: 'A private school',
      'fe college': 'A college',
      nursery: 'A nursery',
      [DONT_KNOW]: 'I don’t know',
    },
    optional: false,
  },
  plan: {
    name: 'plan',
    label: 'Is there an EHC plan?',
    control: 'radios',
    options: { yes: 'Yes', no: 'No', [DONT_KNOW]: 'I don’t know' },
    optional: false,
  },
};

const first: Question = {
  name: 'grievance',
  label: 'What has gone wrong?',
  control: 'radios',
  options: Object.fromEntries(Object.entries(grievances).map(([id, { text }]) => [id, text])),
  optional: false,
};

/** The first question, and those that the answer to it makes necessary. */
function grievanceQuestions({ grievance }: Record<string, unknown>): Question[] {
  const asks = grievances[String(grievance)]?.asks ?? [];
  return [first, ...asks.map((name) => questions[name] as Question)];
}

/** The router as pages: what is asked depends on what has been said. */
export function routerFlow(answers: Record<string, unknown>): Flow {
  return {
    questions: grievanceQuestions(answers),
    ahead: new Set(),
    action: '/who-is-responsible',
    button: 'See who is responsible',
    caption: 'Find out who is responsible',
  };
}

export function factsOf(answers: Record<string, unknown>): Record<string, unknown> {
  const { grievance, part, age, promiser, complainedTo, plan, setting } = answers;
  const { sections, noticeSent, requested, happened } = answers;
  const known = (value: unknown): value is string => typeof value === 'string' && value !== DONT_KNOW;
  return {
    ...grievances[String(grievance)]?.facts,
    ...(known(part) ? { section: part } : {}),
    ...(known(age) ? { age: age === 'over' ? 18 : 10 } : {}),
    ...(known(promiser) ? { bodies: [promiser] } : {}),
    ...(known(complainedTo) ? { bodies: [complainedTo] } : {}),
    ...(known(plan) ? { plan: plan === 'yes' } : {}),
    ...(known(setting) ? { setting } : {}),
    ...(Array.isArray(sections) && sections.length > 0 ? { sections } : {}),
    ...(known(noticeSent) ? { noticeSent } : {}),
    ...(known(requested) ? { requested } : {}),
    ...(known(happened) ? { happened } : {}),
  };
}
