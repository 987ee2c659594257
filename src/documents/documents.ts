// The files of a case: made when they are asked for, from what its reader may see, and each reading is written down.

import { Injectable } from '@nestjs/common';
import { Cases, type Who } from '../engine';
import { Clock, Refusal } from '../platform';
import { Roots } from '../transparency';
import { calendarFile } from './calendar-file';
import { historyFile } from './history-file';

export interface CaseDocument {
  name: string;
  title: string;
  type: string;
}

const kinds: CaseDocument[] = [
  { name: 'dates.ics', title: 'The open dates, for a calendar', type: 'text/calendar; charset=utf-8' },
  {
    name: 'proof.json',
    title: 'The proof that its history was not changed',
    type: 'application/json; charset=utf-8',
  },
  { name: 'history.txt', title: 'The history with its hash chain', type: 'text/plain; charset=utf-8' },
];

@Injectable()
export class Documents {
  constructor(
    private readonly cases: Cases,
    private readonly roots: Roots,
    private readonly clock: Clock,
  ) {}

  /** What there is for this reader. @throws Refusal where the case is not theirs */
  async of(ref: string, who: Who): Promise<CaseDocument[]> {
    await this.cases.view(ref, who, 'documents');
    return kinds;
  }

  /** @throws Refusal for a case that is not theirs, or a file that there is not */
  async read(ref: string, name: string, who: Who): Promise<{ type: string; content: string }> {
    const kind = kinds.find((each) => each.name === name);
    const view = await this.cases.view(ref, who, `document ${kind?.name ?? ''}`.trim());
    if (!kind) throw new Refusal('not-found', 'There is no such document in this case.');
    if (kind.name === 'proof.json')
      return { type: kind.type, content: `${JSON.stringify(await this.roots.proof(ref, who), null, 2)}\n` };
    const now = this.clock.instant();
    const content =
      kind.name === 'dates.ics'
        ? calendarFile(view, now)
        : historyFile(view, await this.cases.timeline(ref, who), now);
    return { type: kind.type, content };
  }
}
