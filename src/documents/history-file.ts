// The history of a case as a text file that can be handed to an ombudsman, an adviser or a court, and checked: each entry
// carries its place in the hash chain.

import { londonDateOf } from '../../workflows/calendar';
import type { CaseView, TimelineEntry } from '../engine';

/** `now`: when the file was made, ISO 8601 UTC. */
export function historyFile(view: CaseView, entries: TimelineEntry[], now: string): string {
  return [
    `Case ${view.ref}: ${view.routeTitle}`,
    `Stage: ${view.stage.title}`,
    `Made on ${londonDateOf(now)} from ${entries.length} entries. Times are UTC.`,
    '',
    'DATES',
    ...view.deadlines.flatMap(({ due, title, pointTitle, owedByName, status, metOn, basis }) => [
      `${due}  ${title}${pointTitle ? ` (${pointTitle})` : ''}`,
      `            ${owedByName}; ${status}${metOn ? ` on ${metOn}` : ''}; ${basis}`,
    ]),
    '',
    'WHAT HAPPENED',
    ...entries.flatMap(({ seq, at, occurredOn, title, by, data, hash }) => [
      `${seq}. ${occurredOn}  ${title} (${by})`,
      ...Object.entries(data).map(([name, value]) => `     ${name}: ${said(value)}`),
      `     recorded ${at}, hash ${hash}`,
    ]),
    '',
  ].join('\n');
}

const said = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
