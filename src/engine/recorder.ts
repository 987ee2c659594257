// Writes one occurrence into a case: state, journal, deadlines, reminders and links, inside its caller's transaction.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { routeFor } from '../../workflows';
import type { PlainDate } from '../../workflows/calendar';
import { explainUntyped } from '../../workflows/law';
import {
  partyDefinition,
  possibleEvents,
  runningClocks,
  start,
  step,
  type Body,
  type Effect,
  type PartyId,
  type Route,
  type RouteEvent,
  type RunningClock,
  type Step,
} from '../../workflows/kit';
import type { Dispute } from '../access';
import { BankHolidays } from '../bank-holidays';
import { Organisations, type Settings } from '../organisations';
import {
  insertAll,
  insertion,
  readTogether,
  stringsIn,
  tableOf,
  Writes,
  type Statement,
} from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Reminders } from '../reminders';
import { Vault } from '../vault';
import { Webhooks, type Webhook } from '../webhooks';
import { deadlinesOf } from './case-readings';
import { notPossible, unknownRoute } from './check';
import { deadlineChanges, type Changes } from './deadline-changes';
import { Case, CaseOrganisation, Deadline, JournalEntry, Link, NO_DATE, Tell } from './entities';
import { hashOfEntry, hashOfRequest, hashOfState, NO_HASH } from './journal';
import { standingOf } from './standing';
import { partiesOf } from './view';

export interface Occurring {
  type: string;
  on: PlainDate;
  data: Record<string, unknown>;
  party: string;
  actor: string;
  idempotencyKey: string | null;
}

/** What was read of a case after it was locked, so that it need not be read again. */
export interface Known {
  deadlines: Deadline[];
  /** The number of the newest list of bank holidays. */
  holidays: number;
  /** What the organisations have set themselves. */
  settings: Settings;
  /** The webhooks of the organisations. */
  hooks: Webhook[];
}

export interface Recorded {
  /** All deadlines of the case, as they are now. */
  deadlines: Deadline[];
  /** Whether the event opened or told other cases. */
  reachedOthers: boolean;
}

const FAMILY: PartyId = 'parent or young person';

@Injectable()
export class Recorder {
  constructor(
    private readonly bankHolidays: BankHolidays,
    private readonly organisations: Organisations,
    private readonly reminders: Reminders,
    private readonly vault: Vault,
    private readonly webhooks: Webhooks,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** `opening`: its data are the facts that the case rests on. */
  async begin(
    m: EntityManager,
    route: Route,
    dispute: Dispute,
    opening: Omit<Occurring, 'type'>,
  ): Promise<Case> {
    const occurring = { type: 'opened', ...opening };
    const begun = start(route, occurring.data, occurring.on);
    const found: Case = {
      id: this.ids.id(),
      ref: this.ids.caseRef(),
      disputeId: dispute.id,
      route: route.id,
      routeVersion: route.version,
      stage: begun.state.stage,
      context: begun.state.context,
      version: 0,
      headHash: NO_HASH,
      stateHash: null,
      responsible: null,
      nextDueAt: NO_DATE,
      lastDueAt: null,
      over: false,
      openedAt: this.clock.instant(),
    };
    await insertAll(m, Case, [found]);
    await insertAll(
      m,
      CaseOrganisation,
      organisationsOf(route, dispute).map(([body, organisationId]) => ({
        caseId: found.id,
        body: body as Body,
        organisationId,
        over: false,
        nextDueAt: NO_DATE,
        lastDueAt: null,
        route: found.route,
        responsible: null,
      })),
    );
    await this.write(
      m,
      found,
      route,
      dispute,
      begun,
      (rows, clocks) => deadlineChanges(rows, new Set(), clocks, occurring),
      occurring,
    );
    return found;
  }

  async apply(
    m: EntityManager,
    found: Case,
    route: Route,
    dispute: Dispute,
    occurring: Occurring,
    { known, writes }: { known?: Known; writes?: Writes } = {},
  ): Promise<Recorded> {
    const state = { stage: found.stage, context: found.context };
    const event: RouteEvent = { type: occurring.type, on: occurring.on, data: occurring.data };
    const before = new Set(runningClocks(route, state).map(({ key }) => key));
    const next = step(route, state, event);
    if (!next) throw notPossible(route, occurring.type, possibleEvents(route, state));
    return this.write(
      m,
      found,
      route,
      dispute,
      next,
      (rows, clocks) => deadlineChanges(rows, before, clocks, occurring),
      occurring,
      known,
      writes,
    );
  }

  /**
   * A new state that no event of the route led to: a correction, or dates counted again. `change` says what becomes
   * of the deadlines.
   */
  async amend(
    m: EntityManager,
    found: Case,
    route: Route,
    dispute: Dispute,
    state: Step['state'],
    change: (rows: Deadline[], clocks: RunningClock[]) => Changes<Deadline>,
    occurring: Occurring,
  ): Promise<void> {
    await this.write(m, found, route, dispute, { state, effects: [] }, change, occurring);
  }

  /** Where the caller gathers `writes`, it must flush them: it may add what belongs to the same round trip. */
  private async write(
    m: EntityManager,
    found: Case,
    route: Route,
    dispute: Dispute,
    { state, effects }: Step,
    change: (rows: Deadline[], clocks: RunningClock[]) => Changes<Deadline>,
    occurring: Occurring,
    known?: Known,
    gathered?: Writes,
  ): Promise<Recorded> {
    const { deadlines: rows, holidays, settings, hooks } = known ?? (await this.know(m, found, dispute));
    await this.bankHolidays.use(m, holidays);
    const writes = gathered ?? new Writes(m);
    const clocks = runningClocks(route, state);
    const changes = change(rows, clocks);
    const opened = changes.open.map((each) => this.rowOf(found, each, settings));
    for (const { row, status, metOn } of changes.closed) {
      row.status = status;
      row.metOn = metOn ?? null;
    }
    writes.add(
      closing(
        m,
        changes.closed.map(({ row }) => row),
      ),
    );
    writes.add(insertion(m, Deadline, opened));

    const wasTurnOf = found.responsible;
    const { responsible, nextDueAt, lastDueAt, over } = standingOf(route, state, clocks, [
      ...rows,
      ...opened,
    ]);
    const entry: JournalEntry = {
      caseId: found.id,
      seq: found.version + 1,
      at: this.clock.instant(),
      occurredOn: occurring.on,
      type: occurring.type,
      party: occurring.party,
      actor: occurring.actor,
      data: occurring.data,
      changes: [
        ...changes.closed.map(({ row: { key, round, due }, status }) => ({ key, round, status, due })),
        ...opened.map(({ key, round, due, status }) => ({ key, round, status, due })),
      ],
      stage: state.stage,
      // A sender's own words could be about anybody, and the chain keeps them for ever.
      idempotencyKey: occurring.idempotencyKey === null ? null : hashOfRequest(occurring.idempotencyKey),
      prevHash: found.headHash,
      hash: '',
    };
    entry.hash = hashOfEntry(entry);
    writes.add(insertion(m, JournalEntry, [entry]));

    const version = found.version;
    Object.assign(found, {
      stage: state.stage,
      context: state.context,
      version: version + 1,
      headHash: entry.hash,
      responsible,
      nextDueAt,
      lastDueAt,
      over,
    });
    found.stateHash = hashOfState(found);
    const { id, stage, context, headHash, stateHash } = found;
    writes.add(
      {
        sql: `UPDATE cases SET stage = $1, context = $2, version = $3, head_hash = $4, state_hash = $5,
                responsible = $6, next_due_at = $7, last_due_at = $8, over = $9
              WHERE id = $10 AND version = $11`,
        values: [
          stage,
          JSON.stringify(context),
          version + 1,
          headHash,
          stateHash,
          responsible,
          nextDueAt,
          lastDueAt,
          over,
          id,
          version,
        ],
      },
      () => new Refusal('stale-version', 'The case has moved on. Look again, then decide.'),
    );
    writes.add({
      sql: `UPDATE case_organisations SET next_due_at = $1, last_due_at = $2, over = $3, responsible = $4
            WHERE case_id = $5`,
      values: [nextDueAt, lastDueAt, over, responsible, id],
    });
    const takingPart = new Set(organisationsOf(route, dispute).map(([, organisationId]) => organisationId));
    writes.add(
      this.webhooks.caseChanged(
        m,
        hooks.filter(({ organisationId }) => takingPart.has(organisationId)),
        { caseRef: found.ref, version: found.version, stage: state.stage },
      ),
    );

    const about = { caseId: id, caseRef: found.ref, disputeId: dispute.id };
    writes.add(
      this.reminders.supersede(m, [
        ...changes.closed.map(({ row }) => row.id),
        ...changes.quiet.map((row) => row.id),
      ]),
    );
    const reminders = this.reminders.planned(about, opened);
    // Whoever has a new date is told of the turn with it.
    const toldAnyway = opened.some(({ owedBy }) => owedBy === responsible);
    if (responsible && responsible !== wasTurnOf && !toldAnyway)
      reminders.push(...this.reminders.notice(about, entry.seq, responsible, 'your-turn'));
    if (isNews(occurring) && responsible !== FAMILY)
      reminders.push(...this.reminders.notice(about, entry.seq, FAMILY, 'news'));
    writes.add(this.reminders.keep(m, reminders));
    if (effects.length > 0) {
      // What other cases look at must be there.
      await writes.flush();
      await this.carryOut(m, found, dispute, entry.seq, effects);
    }
    if (!gathered) await writes.flush();
    return { deadlines: [...rows, ...opened], reachedOthers: effects.length > 0 };
  }

  /** The row of a clock that begins to run. */
  private rowOf(
    { id: caseId }: Case,
    { clock, round }: Changes<Deadline>['open'][number],
    settings: Settings,
  ): Deadline {
    const explained = explainUntyped(clock.rule, clock.inputs, { settings });
    const { due, dueAt, lateAfter } = explained;
    return {
      id: this.ids.id(),
      caseId,
      key: clock.key,
      round,
      rule: clock.rule,
      point: clock.point ?? null,
      pointTitle: clock.pointTitle ?? null,
      inputs: clock.inputs,
      owedBy: clock.owedBy,
      metBy: [...clock.metBy],
      familyRight: clock.familyRight,
      ifMissed: clock.ifMissed,
      escalates: clock.noEscalation === undefined,
      status: 'open',
      due,
      dueAt,
      lateAfter,
      metOn: null,
      explained,
    };
  }

  private async know(m: EntityManager, found: Case, dispute: Dispute): Promise<Known> {
    const ids = JSON.stringify(Object.values(dispute.organisations));
    const theirs = { sql: stringsIn(m, '$1'), values: [ids] };
    const [deadlines, holidays, hooks, periods, terms] = await readTogether(
      m,
      deadlinesOf(m, found.id),
      this.bankHolidays.newest(),
      this.webhooks.hooksIn(m, theirs),
      ...this.organisations.settingsIn(m, theirs),
    );
    return { deadlines, holidays, hooks, settings: this.organisations.settingsFrom(periods, terms) };
  }

  private async carryOut(
    m: EntityManager,
    from: Case,
    dispute: Dispute,
    seq: number,
    effects: Effect[],
  ): Promise<void> {
    let n = 0;
    for (const effect of effects) {
      if (effect.kind === 'open') {
        if (
          effect.once &&
          (await m.existsBy(Case, { disputeId: dispute.id, route: effect.route, over: false }))
        )
          continue;
        for (const facts of effect.facts) await this.openLinked(m, from, dispute, effect.route, facts);
      } else {
        n += 1;
        await m.insert(Tell, {
          id: this.ids.id(),
          key: `tell:${from.id}:${seq}:${n}`,
          disputeId: dispute.id,
          route: effect.route,
          event: effect.event,
          occurredOn: effect.on,
          data: effect.data as never,
          status: 'waiting',
          reason: null,
          createdAt: this.clock.instant(),
        });
      }
    }
  }

  async openLinked(
    m: EntityManager,
    from: Case,
    dispute: Dispute,
    routeId: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    const today = this.clock.today();
    const newest = routeFor(routeId);
    if (!newest) throw unknownRoute(routeId);
    const checked = newest.facts.parse(facts) as Record<string, unknown>;
    const route = routeFor(routeId, newest.decidedOn(checked) ?? today) as Route;
    const sealed = await this.vault.sealPersonal(m, dispute.id, route.facts, checked);
    const opened = await this.begin(m, route, dispute, {
      on: today,
      data: sealed,
      party: 'Recourse',
      actor: 'link',
      idempotencyKey: null,
    });
    await m.insert(Link, { fromCase: from.id, toCase: opened.id });
  }
}

/** Something that others did: what the family did it knows, and of what was missed it is told in other words. */
const isNews = ({ type, party }: Occurring): boolean =>
  type !== 'opened' && party !== FAMILY && !type.startsWith('missed.');

/** What has become of deadlines that were open. */
const closing = (m: EntityManager, rows: Deadline[]): Statement | undefined =>
  rows.length === 0
    ? undefined
    : {
        sql: `UPDATE deadlines SET status = given.status, met_on = given.met_on
              FROM ${tableOf(m, '$1', { id: 'text', status: 'text', met_on: 'text' })}
              WHERE deadlines.id = given.id`,
        values: [JSON.stringify(rows.map(({ id, status, metOn }) => ({ id, status, met_on: metOn })))],
      };

/** The organisations of a dispute that have a part in this route, by body. */
function organisationsOf(route: Route, dispute: Dispute): [string, string][] {
  const bodies = new Set<string>([...partiesOf(route)].map((each) => partyDefinition(each).body));
  return Object.entries(dispute.organisations).filter(([body]) => bodies.has(body));
}
