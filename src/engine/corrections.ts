// A fact that was put in wrong, put right: what was said before stays in the journal, and every date is counted again.

import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { routeFor } from '../../workflows';
import type { RunningClock } from '../../workflows/kit';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { Vault } from '../vault';
import { actorOf, CaseLock } from './case-lock';
import { checkedData, refuseStale } from './check';
import { isLive, sameInputs, type Changes } from './deadline-changes';
import { JournalEntry, type Deadline } from './entities';
import { Recorder } from './recorder';
import { CORRECTED, replay } from './replay';
import { mayCorrect } from './view';
import type { Correction, Who } from './types';

@Injectable()
export class Corrections {
  constructor(
    private readonly db: Db,
    private readonly caseLock: CaseLock,
    private readonly recorder: Recorder,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts facts right in one recorded step.
   * @throws Refusal: not yours, stale, nothing changed, or facts with which the case could not have come to this stage
   */
  async correct(ref: string, { facts, reason, expectedVersion }: Correction, who: Who): Promise<void> {
    await this.db.tx(async (m) => {
      const { found, route, dispute, parts } = await this.caseLock.hold(m, ref, who);
      if (who.kind === 'person' && !mayCorrect(parts)) {
        throw new Refusal(
          'not-allowed',
          'Only the family, or who acts for it, may correct what the case was opened with.',
        );
      }
      refuseStale(found, expectedVersion);
      const today = this.clock.today();
      const sealedNow = found.context.facts as Record<string, unknown>;
      const now = await this.vault.reveal(m, sealedNow);
      const wanted = checkedData(route.facts, { ...now, ...facts }, today);
      const changed = Object.fromEntries(
        Object.entries(wanted).filter(([name, value]) => !isDeepStrictEqual(value, now[name])),
      );
      if (Object.keys(changed).length === 0) {
        throw new Refusal('invalid-data', 'These are the facts the case already has.', [
          { pointer: '/facts', detail: 'Nothing is different' },
        ]);
      }
      // Only where the correction itself moves the case to other law: a version may have come since the case was opened.
      const lawOf = (given: object) => routeFor(route.id, route.decidedOn(given) ?? today)?.version;
      if (lawOf(wanted) !== lawOf(now)) throw otherWay('other law would have applied to the case');
      const sealed = await this.vault.sealPersonal(m, dispute.id, route.facts, changed);
      const said = await this.vault.seal(m, dispute.id, reason);
      const corrected = { ...sealedNow, ...sealed };
      const [opened, ...past] = await m.find(JournalEntry, {
        where: { caseId: found.id },
        order: { seq: 'ASC' },
      });
      const replayed = replay(route, corrected, opened?.occurredOn ?? today, past);
      if (replayed?.contradicted) {
        const { type, why } = replayed.contradicted;
        throw otherWay(`"${route.events[type]?.past ?? type}" would not fit it: ${why}`);
      }
      if (replayed?.state.stage !== found.stage) throw otherWay('the case would have gone another way');
      await this.recorder.amend(m, found, route, dispute, replayed.state, movedClocks, {
        type: CORRECTED,
        on: today,
        data: { facts: sealed, reason: said },
        party: parts.find((part) => mayCorrect([part]))?.party ?? 'Recourse',
        actor: actorOf(who),
        idempotencyKey: null,
      });
    });
  }
}

const otherWay = (why: string): Refusal =>
  new Refusal(
    'not-possible-now',
    `The case cannot simply be corrected, because ${why}. Open a new case with the right facts; this one keeps its history.`,
    [{ pointer: '/facts', detail: 'Not possible at this stage' }],
  );

/** A duty that was done stays done; one that still runs, or was missed, runs to its right date. */
function movedClocks(rows: Deadline[], clocks: RunningClock[]): Changes<Deadline> {
  const changes: Changes<Deadline> = { open: [], closed: [], quiet: [] };
  for (const clock of clocks) {
    const latest = rows.filter(({ key }) => key === clock.key).sort((a, b) => b.round - a.round)[0];
    if (latest === undefined) changes.open.push({ clock, round: 1 });
    else if (isLive(latest) && !sameInputs(latest.inputs, clock.inputs)) {
      changes.closed.push({ row: latest, status: 'superseded' });
      changes.open.push({ clock, round: latest.round + 1 });
    }
  }
  const running = new Set(clocks.map(({ key }) => key));
  for (const row of rows) {
    if (row.status === 'open' && !running.has(row.key)) changes.closed.push({ row, status: 'superseded' });
  }
  return changes;
}
