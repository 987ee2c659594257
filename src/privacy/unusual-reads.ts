// Who has read more than their work explains: very many cases in an hour, or cases at night. A person looks at it.

import { Injectable } from '@nestjs/common';
import { ReadLog } from '../access';
import { Clock } from '../platform';

export interface UnusualReads {
  personId: string;
  part: string;
  /** When it began, ISO 8601 UTC. */
  from: string;
  reads: number;
  cases: number;
  why: 'many in an hour' | 'at night';
}

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
const MANY = 50;
const NIGHT = { from: 22, to: 6, many: 5 };
const FAMILY = 'parent or young person';

@Injectable()
export class UnusualReading {
  constructor(
    private readonly reads: ReadLog,
    private readonly clock: Clock,
  ) {}

  async ofLast(days: number): Promise<UnusualReads[]> {
    const since = new Date(this.clock.now().getTime() - days * DAY).toISOString();
    const byPerson = new Map<string, { caseId: string; part: string; at: string }[]>();
    for (const { personId, ...read } of await this.reads.since(since)) {
      if (read.part !== FAMILY) byPerson.set(personId, [...(byPerson.get(personId) ?? []), read]);
    }
    return [...byPerson].flatMap(([personId, reads]) => {
      const found = [
        { why: 'many in an hour' as const, window: busiestHour(reads), many: MANY },
        { why: 'at night' as const, window: reads.filter(({ at }) => isNight(at)), many: NIGHT.many },
      ];
      return found.flatMap(({ why, window, many }) => {
        const [first] = window;
        if (!first || window.length < many) return [];
        const cases = new Set(window.map(({ caseId }) => caseId)).size;
        return [{ personId, part: first.part, from: first.at, reads: window.length, cases, why }];
      });
    });
  }
}

const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

const isNight = (at: string): boolean => {
  const hour = Number(hours.format(new Date(at)));
  return hour >= NIGHT.from || hour < NIGHT.to;
};

/** `reads`: in order of time. */
function busiestHour<T extends { at: string }>(reads: T[]): T[] {
  let best: T[] = [];
  let from = 0;
  reads.forEach(({ at }, to) => {
    while (Date.parse(at) - Date.parse((reads[from] as T).at) > HOUR) from += 1;
    if (to - from + 1 > best.length) best = reads.slice(from, to + 1);
  });
  return best;
}
