// Opening a case and moving it on: one event, one transaction, and whatever is refused has changed nothing. And reading it,
// which is written down before it is seen.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { routeFor } from '../../workflows';
import { ruleOf } from '../../workflows/law';
import { runningClocks, type Body, type PartyId, type Route } from '../../workflows/kit';
import { Parts, ReadLog, type Dispute, type Part } from '../access';
import { escalationFor } from '../escalation';
import { Organisations, type Organisation } from '../organisations';
import { Db, isTaken, insertion, readTogether, Writes, type Statement } from '../persistence';
import { Clock, Refusal } from '../platform';
import { Reminders } from '../reminders';
import { Vault, type Fetched } from '../vault';
import { actorOf, CaseLock, lockCase } from './case-lock';
import { answerTo, deadlinesOf, linkedTo, linksOf } from './case-readings';
import { hasRoute, routeOf } from './case-route';
import { checkedData, checkedEvent, notFound, refuseStale, unknownRoute } from './check';
import { Case, Deadline, IdempotentAnswer, JournalEntry, Link } from './entities';
import { hashOfRequest } from './journal';
import { Recorder } from './recorder';
import { APPROVED, CORRECTED, DOCUMENT_ADDED, DOCUMENT_REMOVED, RECOUNTED } from './replay';
import { needsApproval, wantsTwo } from './second-person';
import { soundToRead, tailOf } from './sound-state';
import { aheadOf, namesIn, partiesOf, partsIn, placed, viewOf } from './view';
import type { CaseView, DeadlineView, LinkView, OpenCase, SendEvent, TimelineEntry, Who } from './types';

/** What a sender gets back: the case, and whether this is the answer of an earlier, identical request. */
export interface Sent {
  case: CaseView;
  replayed: boolean;
}

const FAMILY: PartyId = 'parent or young person';
/** Looked at again and again while one act is written, or above one page after another: written down once an hour. */
const ONCE_AN_HOUR = new Set(['act', 'preview', 'meeting', 'head']);

@Injectable()
export class Cases {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly reads: ReadLog,
    private readonly organisations: Organisations,
    private readonly caseLock: CaseLock,
    private readonly reminders: Reminders,
    private readonly recorder: Recorder,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal for an unknown route, or facts that are missing, impossible or in the future. */
  async open(
    { route: routeId, facts, parties = {}, as = FAMILY, familyId, disputeId, idempotencyKey }: OpenCase,
    who: Who,
  ): Promise<Sent> {
    const scope = scopeOf(who);
    const sent = await this.once(async (m): Promise<Sent> => {
      const request = { route: routeId, facts, parties, as };
      const [[answer]] = await readTogether(m, answerTo(m, scope, idempotencyKey));
      if (answer) return this.answered(answer, request);
      const today = this.clock.today();
      const newest = routeFor(routeId);
      if (!newest) throw unknownRoute(routeId);
      const checked = checkedData(newest.facts, facts, today);
      const route = routeFor(routeId, newest.decidedOn(checked) ?? today) as Route;
      if (!partiesOf(route).has(as)) {
        throw new Refusal('not-allowed', `"${as}" has no part in this route.`, [
          { pointer: '/as', detail: 'No part in it' },
        ]);
      }
      const dispute = await this.parts.openDispute(m, await this.knownOrganisations(parties), disputeId);
      const family = who.kind === 'system' ? familyId : as === FAMILY ? who.personId : undefined;
      if (family) await this.parts.join(m, dispute.id, family, FAMILY);
      const sealed = await this.vault.sealPersonal(m, dispute.id, route.facts, checked);
      const found = await this.recorder.begin(m, route, dispute, {
        on: today,
        data: sealed,
        party: as,
        actor: actorOf(who),
        idempotencyKey: idempotencyKey ?? null,
      });
      const parts = who.kind === 'person' ? await this.parts.partsOf(m, dispute, who.personId) : [];
      if (who.kind === 'person' && partsIn(route, parts).length === 0) throw notFound();
      const view = await this.assemble(m, found, route, parts, dispute);
      const writes = new Writes(m);
      writes.add(this.remembered(m, scope, idempotencyKey, request, found.id, view));
      await writes.flush();
      return { case: view, replayed: false };
    });
    return this.revealed(sent);
  }

  /**
   * `approved`: a second person has read it, where its organisation wants one.
   * @throws Refusal: not yours, not possible now, stale, or data that cannot be right. Nothing has changed then.
   */
  async advance(ref: string, sent: SendEvent, who: Who, approved = false): Promise<Sent> {
    const scope = scopeOf(who);
    const { type, data, occurredOn, expectedVersion, idempotencyKey } = sent;
    let fetched: Fetched | undefined;
    const answer = await this.once(async (m): Promise<Sent> => {
      const asked = { scope, key: idempotencyKey };
      const held = await this.caseLock.hold(m, ref, who, asked);
      const { found, route, dispute, parts, known } = held;
      fetched = held.fetched;
      const request = { ref, type, data, occurredOn: occurredOn ?? null };
      if (held.earlier) return this.answered(held.earlier, request);
      refuseStale(found, expectedVersion);
      const event = checkedEvent(
        route,
        { stage: found.stage, context: found.context },
        sent,
        who.kind === 'person' ? parts : undefined,
        this.clock.today(),
      );
      if (who.kind === 'person' && !approved && wantsTwo(route, type, event.party, held.organisations))
        throw needsApproval();
      const sealed = await this.vault.sealPersonal(
        m,
        dispute.id,
        (route.events[type] as Route['events'][string]).data,
        event.data as Record<string, unknown>,
      );
      const writes = new Writes(m);
      const { deadlines, reachedOthers } = await this.recorder.apply(
        m,
        found,
        route,
        dispute,
        { ...event, data: sealed, actor: actorOf(who), idempotencyKey: idempotencyKey ?? null },
        { known, writes },
      );
      const { links, linked } = reachedOthers ? await this.around(m, found) : held;
      const view = viewOf({
        found,
        route,
        deadlines: inOrder(deadlines),
        parts,
        organisations: placed(dispute, new Map(held.organisations.map((each) => [each.id, each]))),
        links: linkViews(found, links, linked, parts),
        today: this.clock.today(),
      });
      writes.add(this.remembered(m, scope, idempotencyKey, request, found.id, view));
      await writes.flush();
      return { case: view, replayed: false };
    });
    return this.revealed(answer, fetched);
  }

  /** A date has passed. Raised by the timekeeper; does nothing where the deadline was met in the meantime. */
  async miss(deadlineId: string): Promise<boolean> {
    return this.db.tx(async (m) => {
      const { caseId } = await m.findOneByOrFail(Deadline, { id: deadlineId });
      const found = await lockCase(this.db, m, caseId);
      const deadline = await m.findOneByOrFail(Deadline, { id: deadlineId });
      if (deadline.status !== 'open' || deadline.lateAfter >= this.clock.instant()) return false;
      const route = routeOf(found);
      const dispute = await this.parts.dispute(m, found.disputeId);
      const on = this.clock.today();
      await this.recorder.apply(m, found, route, dispute, {
        type: `missed.${deadline.rule}`,
        on,
        data: deadline.point === null ? {} : { point: deadline.point },
        party: 'Recourse',
        actor: 'clock',
        idempotencyKey: null,
      });
      const about = { caseId, caseRef: found.ref, disputeId: found.disputeId };
      // The case may have left the stage by this very miss: then there is nothing more to be late with.
      const stands = runningClocks(route, found).some(({ key }) => key === deadline.key);
      await this.reminders.planMissed(m, about, deadline, stands);
      if (!deadline.escalates) return true;
      const escalation = escalationFor(
        {
          owedBy: deadline.owedBy,
          title: ruleOf(deadline.rule).title,
          basis: deadline.explained.basis,
          due: deadline.due,
          caseRef: found.ref,
        },
        on,
      );
      if (escalation) await this.recorder.openLinked(m, found, dispute, escalation.route, escalation.facts);
      return true;
    });
  }

  /** The case as this person sees it. The read is written down before they see it. */
  async view(ref: string, who: Who, what = 'case'): Promise<CaseView> {
    const { found, route, parts, dispute, tail } = await this.readable(ref, who, what);
    await soundToRead(this.db.read, found, tail);
    const organisations = await this.organisationsOf(dispute);
    const view = await this.assemble(this.db.read, found, route, parts, dispute, organisations);
    const ahead = aheadOf(found, route, organisations, view.turn, this.clock.today());
    return this.vault.reveal(this.db.read, { ...view, ahead });
  }

  /** The parts a person has in a case. Nothing of the case itself is shown, so nothing is written down. */
  async partsIn(ref: string, { personId }: Who & { kind: 'person' }): Promise<PartyId[]> {
    const found = await this.db.read.findOneBy(Case, { ref });
    if (!found) throw notFound();
    const dispute = await this.parts.dispute(this.db.read, found.disputeId);
    const parts = partsIn(routeOf(found), await this.parts.partsOf(this.db.read, dispute, personId));
    if (parts.length === 0) throw notFound();
    return parts.map(({ party }) => party);
  }

  /** The dispute whose key seals what other rooms keep about a case; who may ask is theirs to check. */
  async disputeOf(ref: string): Promise<string> {
    const found = await this.db.read.findOneBy(Case, { ref });
    if (!found) throw notFound();
    return found.disputeId;
  }

  async timeline(ref: string, who: Who): Promise<TimelineEntry[]> {
    const { found, route, dispute } = await this.readable(ref, who, 'history');
    const organisations = await this.organisationsOf(dispute);
    const entries = await this.db.read.find(JournalEntry, {
      where: { caseId: found.id },
      order: { seq: 'ASC' },
    });
    return this.vault.reveal(
      this.db.read,
      entries.map(({ seq, at, occurredOn, type, party, data, changes, stage, hash }) => ({
        seq,
        at,
        occurredOn,
        type,
        title: titleOf(route, type),
        party,
        by: byName(party, organisations),
        data,
        dates: changes.map(({ key, status, due }) => {
          const [rule = key, point] = key.split('#');
          return { rule, ...(point === undefined ? {} : { point }), status, due };
        }),
        stage,
        hash,
      })),
    );
  }

  async deadlines(ref: string, who: Who): Promise<DeadlineView[]> {
    return (await this.view(ref, who, 'dates')).deadlines;
  }

  /** The hash chain of a case as it can be checked outside: every entry, sealed as the chain saw it. */
  async proof(ref: string, who: Who): Promise<{ head: string; entries: JournalEntry[] }> {
    const { found } = await this.readable(ref, who, 'proof');
    const entries = await this.db.read.find(JournalEntry, {
      where: { caseId: found.id },
      order: { seq: 'ASC' },
    });
    return { head: found.headHash, entries };
  }

  /** Who has opened the case, for those who take part in it themselves. */
  async readsOf(ref: string, who: Who): Promise<{ at: string; part: string; what: string }[]> {
    const { found, parts } = await this.readable(ref, who, 'history');
    if (!parts.some(({ party }) => party === FAMILY)) return [];
    return (await this.reads.of(found.id)).map(({ at, part, what }) => ({ at, part, what }));
  }

  /** A case with the parts of its reader, written down as read. For the engine's own services. */
  async readable(ref: string, who: Who, what: string) {
    const { read } = this.db;
    const found = await read.findOneBy(Case, { ref });
    if (!found) throw notFound();
    const route = routeOf(found);
    const [dispute, tail, own, members] = await readTogether(
      read,
      this.parts.disputeIn(read, found.disputeId),
      tailOf(found),
      ...this.parts.placesIn(read, found.disputeId, who.kind === 'person' ? who.personId : ''),
    );
    if (who.kind !== 'person') return { found, route, dispute, parts: [] as Part[], tail };
    const parts = partsIn(route, this.parts.partsFrom(dispute, own, members));
    const [first] = parts;
    if (!first) throw notFound();
    await this.reads[ONCE_AN_HOUR.has(what) ? 'recordOnce' : 'record'](
      found.id,
      who.personId,
      first.party,
      what,
    );
    return { found, route, dispute, parts, tail };
  }

  private async assemble(
    m: EntityManager,
    found: Case,
    route: Route,
    parts: Part[],
    dispute: Dispute,
    organisations?: Map<string, Organisation>,
  ): Promise<CaseView> {
    const { deadlines, links, linked } = await this.around(m, found);
    return viewOf({
      found,
      route,
      deadlines: inOrder(deadlines),
      parts,
      organisations: organisations ?? (await this.organisationsOf(dispute)),
      links: linkViews(found, links, linked, parts),
      today: this.clock.today(),
    });
  }

  /** Its dates, and the cases it is linked with. */
  private async around(m: EntityManager, { id }: Case) {
    const [deadlines, links, linked] = await readTogether(
      m,
      deadlinesOf(m, id),
      linksOf(m, id),
      linkedTo(m, id),
    );
    return { deadlines, links, linked };
  }

  async organisationsOf(dispute: Dispute): Promise<Map<string, Organisation>> {
    return placed(dispute, await this.organisations.byId(Object.values(dispute.organisations)));
  }

  private async knownOrganisations(
    parties: Partial<Record<Body, string>>,
  ): Promise<Partial<Record<Body, string>>> {
    const known = await this.organisations.byId(Object.values(parties));
    for (const [body, id] of Object.entries(parties)) {
      if (known.get(id)?.body !== body) {
        const detail = `There is no such organisation of the kind "${body}"`;
        throw new Refusal('invalid-data', detail, [{ pointer: `/parties/${body}`, detail }]);
      }
    }
    return parties;
  }

  private async revealed(sent: Sent, fetched?: Fetched): Promise<Sent> {
    return { ...sent, case: await this.vault.reveal(this.db.read, sent.case, fetched) };
  }

  /** Of two requests with one key at the same moment, the second finds the answer of the first when it looks again. */
  private async once(work: (m: EntityManager) => Promise<Sent>): Promise<Sent> {
    try {
      return await this.db.tx(work);
    } catch (error) {
      if (!isTaken(error, 'idempotency')) throw error;
      return this.db.tx(work);
    }
  }

  /** The same answer to the same request, sealed as it was kept. */
  private answered(earlier: IdempotentAnswer, request: unknown): Sent {
    if (earlier.requestHash !== hashOfRequest(request)) {
      throw new Refusal(
        'idempotency-key-reused',
        'This Idempotency-Key was used for another request. Use a new key.',
      );
    }
    return { case: earlier.answer as CaseView, replayed: true };
  }

  private remembered(
    m: EntityManager,
    scope: string,
    key: string | undefined,
    request: unknown,
    caseId: string,
    answer: CaseView,
  ): Statement | undefined {
    if (key === undefined) return undefined;
    const requestHash = hashOfRequest(request);
    const row = { scope, key, requestHash, caseId, answer, createdAt: this.clock.instant() };
    return insertion(m, IdempotentAnswer, [row]);
  }
}

/** Soonest first; of the same date, in the order of their rounds. */
const inOrder = (deadlines: Deadline[]): Deadline[] =>
  [...deadlines].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.round - b.round));

const linkViews = (found: Case, links: Link[], linked: Case[], parts: Part[]): LinkView[] =>
  linked
    .filter((other) => other.id !== found.id && hasRoute(other) && partsIn(routeOf(other), parts).length > 0)
    .map((other) => {
      const route = routeOf(other);
      const stage = route.stages[other.stage];
      return {
        ref: other.ref,
        route: other.route,
        title: route.title,
        stage: stage && 'title' in stage ? stage.title : other.stage,
        direction: links.some(({ fromCase }) => fromCase === other.id)
          ? ('opened-by' as const)
          : ('opened' as const),
      };
    });

const scopeOf = (who: Who): string => (who.kind === 'person' ? who.personId : `system:${who.name}`);

const titleOf = (route: Route, type: string): string => {
  if (type === RECOUNTED) return 'Dates were counted again, with a newer list of bank holidays';
  if (type === CORRECTED) return 'A fact was corrected, and every date counted again';
  if (type === DOCUMENT_ADDED) return 'A document was added';
  if (type === APPROVED) return 'A second person approved what was then sent';
  if (type === DOCUMENT_REMOVED) return 'A document was taken away';
  if (type === 'opened') return `The case was opened: ${route.title}`;
  if (type.startsWith('missed.'))
    return `A date was missed: ${ruleOf(type.slice('missed.'.length) as never)?.title ?? type}`;
  return route.events[type]?.past ?? type;
};

const byName = (party: string, organisations: Map<string, Organisation>): string =>
  party === 'Recourse' ? party : namesIn(organisations)(party as PartyId);
