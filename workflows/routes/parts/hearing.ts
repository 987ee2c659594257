// What every case before a tribunal has in common: directions with dates, requests for changes, the hearing.

import { z } from 'zod';
import {
  all,
  choice,
  date,
  event,
  last,
  list,
  yesNo,
  type CaseContext,
  type DeadlineItem,
  type PartyId,
} from '../../kit';
import { aboutPoint, nothing, withReason } from './data';
import { numbered } from './points';
import { from } from './days';

/** The events of a hearing. `by` records what the tribunal wrote; `who` are those it can direct. */
export const hearingEvents = <W extends Record<string, string>>(by: readonly PartyId[], who: W) => ({
  directed: event({
    title: 'Record what the Tribunal told you to do (“directions”)',
    past: 'The Tribunal said what must be done (“directions”)',
    when: 'What is the date of the directions?',
    by,
    data: z.object({
      directions: list(
        { label: 'What must be done?' },
        z.object({
          what: choice(
            { label: 'What is it?' },
            {
              'attendance form': 'Attendance or case review form',
              evidence: 'Further evidence',
              bundle: 'The bundle',
              'working document': 'The working document',
              other: 'Something else',
            },
          ),
          who: choice({ label: 'Who must do it?' }, who),
          by: date({ label: 'By which date?' }).meta({ future: true }),
        }),
      ),
    }),
  }),
  'direction-met': event({
    title: 'Say that a direction was met',
    past: 'A direction was met',
    by,
    data: aboutPoint,
  }),
  'change-asked': event({
    title: 'Ask the Tribunal for a change',
    past: 'A request for changes was sent to the Tribunal',
    by,
    data: z.object({
      agreed: yesNo({ label: 'Does the other side agree?' }),
      ...withReason('What do you ask for, and why?').shape,
    }),
  }),
  'hearing-listed': event({
    title: 'Record the hearing date',
    past: 'A hearing date was set',
    by,
    data: z.object({
      hearing: date({ label: 'What day is the hearing?' }).meta({ future: true }),
      how: choice(
        { label: 'How is it held?' },
        { video: 'By video', 'in-person': 'In person', papers: 'On the papers' },
      ),
    }),
  }),
  adjourned: event({
    title: 'Record that the hearing was put off',
    past: 'The hearing was put off',
    by,
    data: nothing,
  }),
  heard: event({
    title: 'Record that the hearing took place',
    past: 'The hearing took place',
    by,
    data: nothing,
  }),
});

type C = CaseContext<unknown, ReturnType<typeof hearingEvents<Record<string, string>>>>;

/** One clock for each direction, numbered across all the tribunal's letters; `partyOf` says who owes it. */
export const directionItems =
  (partyOf: (who: string, c: C) => PartyId) =>
  (c: C): (DeadlineItem & { rule: 'named.date.tribunal' })[] =>
    numbered(all(c, 'directed').flatMap(({ data }) => data.directions)).map(({ key, what, who, by }) => ({
      key,
      title: what,
      rule: 'named.date.tribunal' as const,
      inputs: { named: by },
      owedBy: partyOf(who, c),
    }));

/** The day of the hearing, as a date that the tribunal named. */
export const hearingDay = (c: C): { named: string } | undefined =>
  from('named', last(c, 'hearing-listed')?.data.hearing);
