// What each paper says unless an organisation words it otherwise, and what its wording can use.

import type { PaperKind } from '../../workflows/kit';
import type { Placeholders } from '../papers';

const everyText = {
  from: 'the organisation whose paper it is',
  day: 'the legal day of the act, e.g. Friday 13 November 2026',
  case: 'reference of the case',
  about: 'what kind of case it is',
  act: 'what was done, as the history says it',
};

const everyBlock = {
  answers: 'everything that was said in the act: findings, reasons, promises with their dates',
  dates: 'the dates that began with it: who must do what, by when, on what basis',
  choices: 'what the family can do from here',
};

export const placeholdersOf: Record<PaperKind, Placeholders> = {
  certificate: {
    texts: {
      ...everyText,
      ground: 'why the certificate is given, with the section of the Act',
      decision: 'what the council decided',
      notice: 'the day its letter was sent',
      until: 'the last day for an appeal',
      unknown: 'what is said instead where the day of the letter is not known',
    },
    blocks: {
      ...everyBlock,
      working: 'how the last day for an appeal was worked out',
      names: 'lines for the names and the signature, filled in by hand',
    },
  },
  agreement: {
    texts: { ...everyText, binding: 'what makes it binding, where it was reached in mediation' },
    blocks: {
      ...everyBlock,
      points: 'each point: what, who, by when, on what basis',
      signatures: 'lines to sign on',
    },
  },
  acknowledgement: { texts: everyText, blocks: everyBlock },
  reply: { texts: everyText, blocks: everyBlock },
};

export const defaultWordings: Record<PaperKind, string> = {
  certificate: `# Mediation certificate

{{names}}

**{{from}}** gives this certificate on **{{day}}**.

{{ground}}

It is about this decision of the council: **{{decision}}**.

The letter with the decision was sent on **{{notice}}**.

## Until when you can appeal

> The Tribunal must have your appeal by 5pm on {{until}}.

{{working}}

{{unknown}}

Send this certificate with your appeal to the First-tier Tribunal (Special Educational Needs and Disability). If that day has passed, you can still ask the Tribunal to accept a late appeal. Give your reasons.

The certificate says nothing about who is right.
`,
  agreement: `# Mediation agreement

This was agreed on **{{day}}** and written down by **{{from}}**, in case {{case}}.

## What was agreed

{{points}}

{{binding}}

## Signed

{{signatures}}
`,
  acknowledgement: `# We have your complaint

**{{from}}** acknowledged this on **{{day}}**, in case {{case}} ({{about}}).

{{answers}}

## What happens next

{{dates}}
`,
  reply: `# Our answer

**{{from}}** gave this answer on **{{day}}**, in case {{case}} ({{about}}).

{{answers}}

## What happens next

{{dates}}

## What you can do now

{{choices}}
`,
};

export const paperKinds = Object.keys(defaultWordings) as PaperKind[];

export const isPaperKind = (text: string): text is PaperKind => (paperKinds as string[]).includes(text);

export const paperTitles: Record<PaperKind, string> = {
  certificate: 'Mediation certificate',
  agreement: 'Written agreement',
  acknowledgement: 'Acknowledgement',
  reply: 'Formal answer',
};
