// Documents in a case: taken in, looked at for viruses, made anew without what they say about their makers, sealed, and
// shown to those whom they are for. Each coming and going stands in the journal with the document's digest.

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not, type EntityManager } from 'typeorm';
import { partyDefinition, type Body, type PartyId } from '../../workflows/kit';
import { Parts, type Part } from '../access';
import { CaseNotes, DOCUMENT_ADDED, DOCUMENT_REMOVED, type CasePlace, type Who } from '../engine';
import { databaseIs, Db } from '../persistence';
import { Clock, faultOf, Ids, Lanes, log, Refusal } from '../platform';
import { Vault } from '../vault';
import { cleaned, type Cleaned } from './cleaning/cleaned';
import { Upload } from './entities';
import { FileStore } from './file-store';
import type { Received } from './intake';
import { kindOf, notTaken, safeName, typeOf, type Kind } from './kinds';
import { PrivateWords } from './private-words';
import { NoVerdict, Scanner } from './scanner';

type Person = Who & { kind: 'person' };

/** `waiting`: being checked. `held`: something private may be in it. */
export type ShownStatus = 'ready' | 'waiting' | 'held' | 'refused';

export interface UploadView {
  id: string;
  name: string;
  kind: Kind;
  size: number;
  addedAt: string;
  /** Who added it, as people know them. */
  by: string;
  status: ShownStatus;
  /** Why it is held and who can do something about it; for those who may know. */
  held?: 'private-details' | 'private-details-of-another' | 'pictures';
  /** Bodies for which it is meant, the one that added it among them. */
  bodies: Body[];
  digest?: string;
  salt?: string;
  may: { open: boolean; share: boolean; release: boolean; remove: boolean };
}

export interface UploadList {
  ref: string;
  /** Every body in the case, for whom a document may be meant. */
  bodies: { body: Body; name: string }[];
  /** The reader's own. */
  own: Body;
  mayAdd: boolean;
  uploads: UploadView[];
}

const FAMILY: Body = 'family';
const MOST_IN_A_CASE = 200;
const MOST_IN_AN_HOUR = 40;
const HOUR = 3_600_000;
/** Taking a document apart needs memory: this many at once in a process. */
const AT_ONCE = 2;
const BATCH = 20;
/** A scanner that could not be asked is asked for new documents again after this long, or once one that waits was settled. */
const AWAY = 30_000;
/** After so many without a verdict the scanner is left alone until the next time. */
const UNSETTLED = 3;
/** How long a file may lie in the store without a row before it is swept away. */
const ORPHAN = 24 * HOUR;

@Injectable()
export class Uploads {
  private readonly lanes = new Lanes(AT_ONCE);
  /** The one that was looked at last, of those that wait. */
  private looked = '';
  private awayUntil = 0;

  constructor(
    private readonly db: Db,
    private readonly notes: CaseNotes,
    private readonly parts: Parts,
    private readonly privateWords: PrivateWords,
    private readonly scanner: Scanner,
    private readonly store: FileStore,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Whether documents can be taken in at all: without a scanner none is. */
  get ready(): boolean {
    return this.scanner.ready;
  }

  /** Asked before a file is taken in at all. @throws Refusal: not theirs, only a reader, too many, or nothing to scan with */
  async mayAdd(ref: string, who: Person): Promise<void> {
    const place = await this.db.tx((m) => this.notes.hold(m, ref, who));
    acting(place.parts);
    if (!this.ready)
      throw new Refusal(
        'unavailable',
        'Documents cannot be checked for viruses here yet, so none can be added.',
      );
    const hourAgo = new Date(this.clock.now().getTime() - HOUR).toISOString();
    const [here, lately] = await Promise.all([
      this.db.read.countBy(Upload, { caseId: place.caseId }),
      this.db.read.countBy(Upload, { addedBy: who.personId, addedAt: MoreThan(hourAgo) }),
    ]);
    if (here >= MOST_IN_A_CASE) throw notTaken('This case has 200 documents. Take one away first.');
    if (lately >= MOST_IN_AN_HOUR)
      throw new Refusal('too-many-requests', 'You have added many documents. Go on in an hour.');
  }

  /** Gives its id. @throws Refusal with what is wrong with it and what to do. Nothing of it is kept then. */
  async add(ref: string, who: Person, received: Received, bodies: readonly string[]): Promise<string> {
    return this.lanes.run(async () => {
      const content = await received.content();
      const kind = await kindOf(content);
      // Nobody who adds a document waits for a scanner that has just been away: the document waits, not the person.
      const away = performance.now() < this.awayUntil;
      const checked = away ? undefined : await this.checked(kind, content);
      const id = this.ids.id();
      const { caseId, disputeId } = await this.db.tx((m) => this.notes.hold(m, ref, who));
      const kept = checked?.content ?? content;
      await this.keep(disputeId, id, kept);
      return this.orForget(id, () =>
        this.db.tx(async (m) => {
          const place = await this.notes.hold(m, ref, who);
          const { party } = acting(place.parts);
          const row: Upload = {
            id,
            caseId,
            disputeId,
            addedBy: who.personId,
            party,
            name: await this.vault.seal(m, disputeId, safeName(received.name, kind)),
            kind,
            size: kept.length,
            digest: null,
            salt: this.ids.secret(),
            bodies: chosen(place, bodyOf(party), bodies),
            status: 'waiting',
            heldFor: [],
            unread: false,
            addedAt: this.clock.instant(),
          };
          if (checked) await this.admit(m, row, checked);
          await m.insert(Upload, row as never);
          return id;
        }),
      );
    });
  }

  async of(ref: string, who: Person): Promise<UploadList> {
    const place = await this.notes.read(ref, who, 'documents');
    const rows = await this.db.read.find(Upload, {
      where: { caseId: place.caseId },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    const seen = rows.filter((row) => knows(row, place, who));
    const acts = place.parts.find(({ scope }) => scope !== 'read');
    return {
      ref: place.ref,
      bodies: place.bodies,
      own: bodyOf((acts ?? (place.parts[0] as Part)).party),
      mayAdd: acts !== undefined && this.ready,
      uploads: await Promise.all(seen.map((row) => this.viewOf(row, place, who))),
    };
  }

  /** What the family of a dispute keeps private: to be taken out of a file that leaves, never to be shown. */
  async keptPrivateIn(disputeId: string): Promise<string[]> {
    const m = this.db.read;
    return this.privateWords.linesOf(m, await this.parts.familyOf(m, disputeId));
  }

  /** Its content, once it may be seen; the reading is written down first. */
  async read(ref: string, id: string, who: Person): Promise<{ name: string; type: string; content: Buffer }> {
    const place = await this.notes.read(ref, who, `document ${id.slice(0, 8)}`);
    const row = await this.known(this.db.read, place, id, who);
    if (row.status !== 'ready' || !sees(row, place, who)) throw notThere();
    const { name } = await this.vault.reveal(this.db.read, { name: row.name });
    return { name, type: typeOf[row.kind], content: await this.contentOf(row) };
  }

  /** Says anew whom it is for. A body may take back only what is its own, and nothing from a family. */
  async share(ref: string, id: string, who: Person, bodies: readonly string[]): Promise<void> {
    const known = await this.db.tx(async (m) => this.known(m, await this.notes.hold(m, ref, who), id, who));
    const wider = known.status === 'ready' && bodies.some((body) => !known.bodies.includes(body as Body));
    // Taken apart before the transaction: nobody else waits for it.
    const clean = wider ? await this.reread(known) : undefined;
    await this.change(ref, id, who, async (m, row, place) => {
      const own = bodyOf(row.party);
      const wanted = chosen(place, own, bodies);
      if (own !== FAMILY && row.bodies.some((body) => !wanted.includes(body)))
        throw new Refusal(
          'not-possible-now',
          'What was shown to others can be shown to more, and not taken back.',
        );
      const more = row.status === 'ready' && wanted.some((body) => !row.bodies.includes(body));
      row.bodies = wanted;
      if (!more) return;
      if (!clean)
        throw new Refusal('stale-version', 'The document has been changed. Look again, then decide.');
      await this.guard(m, row, clean);
    });
  }

  /** Lets it go to those it is for: said by whom the private details belong to, or by who has looked at every page. */
  async release(ref: string, id: string, who: Person): Promise<void> {
    await this.db.tx(async (m) => {
      const place = await this.notes.hold(m, ref, who);
      const row = await this.known(m, place, id, who);
      if (row.heldFor.includes(who.personId))
        row.heldFor = row.heldFor.filter((each) => each !== who.personId);
      else if (row.unread && row.heldFor.length === 0 && adds(row, place, who)) row.unread = false;
      else throw new Refusal('not-allowed', 'Only the person whose details these are can let it go.');
      await m.update(Upload, { id }, { heldFor: row.heldFor, unread: row.unread });
    });
  }

  async remove(ref: string, id: string, who: Person): Promise<void> {
    await this.change(ref, id, who, async (m, row) => {
      if (bodyOf(row.party) !== FAMILY && row.bodies.includes(FAMILY) && isOut(row))
        throw new Refusal(
          'not-possible-now',
          'What a family has been shown stays. Add a newer document instead.',
        );
      await this.forget(m, [row]);
      if (row.digest === null) return;
      const { party, digest } = row;
      await this.notes.record(
        m,
        row.caseId,
        DOCUMENT_REMOVED,
        { document: id, digest },
        { party, actor: who },
      );
    });
  }

  /**
   * Documents that wait for the scanner, looked at again. Gives how many were settled. One on which no verdict can be had
   * holds up no other: the next ones get their turn, and it comes again when all have had theirs.
   */
  async checkWaiting(): Promise<number> {
    let settled = 0;
    let unsettled = 0;
    for (const row of await this.nextWaiting()) {
      this.looked = row.id;
      const verdict = await this.lanes.run(() => this.verdictOn(row));
      if (verdict !== undefined) {
        await this.settle(row, verdict);
        settled += 1;
      } else if ((unsettled += 1) === UNSETTLED) break;
    }
    return settled;
  }

  /** Every document that may be opened, one at a time; `undefined` where its file is missing or damaged. */
  async *contents(m: EntityManager): AsyncGenerator<{ id: string; kind: Kind; content?: Buffer }> {
    for (let last = ''; ;) {
      const rows = await m.find(Upload, {
        where: { status: 'ready', id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      for (const row of rows) {
        const { id, disputeId, kind, digest, salt } = row;
        const content = await this.store
          .get(id)
          .then((sealed) => this.vault.openBytes(m, disputeId, id, sealed))
          .catch(() => undefined);
        const whole = content && digestOf(salt, content) === digest ? content : undefined;
        yield { id, kind, ...(whole ? { content: whole } : {}) };
      }
      if (rows.length < BATCH) return;
      last = rows.at(-1)?.id ?? '';
    }
  }

  private async nextWaiting(): Promise<Upload[]> {
    const after = (id: string) =>
      this.db.read.find(Upload, {
        where: { status: 'waiting', id: MoreThan(id) },
        order: { id: 'ASC' },
        take: BATCH,
      });
    const next = await after(this.looked);
    return next.length > 0 || this.looked === '' ? next : after('');
  }

  /** Rows without their file, or whose file is not what the journal says. */
  async verify(found: (what: string) => void): Promise<number> {
    const rows = await this.db.read.find(Upload, { where: { status: 'ready' }, order: { id: 'ASC' } });
    for (const row of rows) {
      const content = await this.contentOf(row).catch(() => undefined);
      if (!content) found(`document ${row.id}: its file is missing or damaged`);
      else if (digestOf(row.salt, content) !== row.digest) found(`document ${row.id}: not what was recorded`);
    }
    return rows.length;
  }

  /** Everything that was added to these disputes; the files go when the transaction is in. */
  async forgetDispute(m: EntityManager, disputeId: string): Promise<void> {
    await this.forget(m, await m.findBy(Upload, { disputeId }));
  }

  /** Files without a row: left by a process that died between two steps. */
  async sweep(): Promise<number> {
    const names = await this.store.olderThan(new Date(this.clock.now().getTime() - ORPHAN));
    const known = new Set<string>();
    for (let at = 0; at < names.length; at += 500) {
      const rows = await this.db.read.findBy(Upload, { id: In(names.slice(at, at + 500)) });
      rows.forEach(({ id }) => known.add(id));
    }
    const orphans = names.filter((name) => !known.has(name));
    for (const name of orphans) await this.store.remove(name);
    return orphans.length;
  }

  /** How many wait for the scanner, and since when the first of them. */
  async waiting(): Promise<{ count: number; oldest: string | null }> {
    const where = { status: 'waiting' as const };
    const [oldest] = await this.db.read.find(Upload, { where, order: { addedAt: 'ASC' }, take: 1 });
    return { count: await this.db.read.countBy(Upload, where), oldest: oldest?.addedAt ?? null };
  }

  /** What is not to be seen, and since when the oldest of it waits for the scanner. */
  async counts(): Promise<{
    ready: boolean;
    waiting: number;
    oldest: string | null;
    refused: number;
    held: number;
  }> {
    const { read } = this.db;
    const { count, oldest } = await this.waiting();
    return {
      ready: this.ready,
      waiting: count,
      oldest,
      refused: await read.countBy(Upload, { status: 'refused' }),
      held: await read.countBy(Upload, { status: 'ready', heldFor: Not('[]' as never) }),
    };
  }

  /** Nothing where the scanner could not be asked. @throws Refusal where it is harmful or cannot be made anew */
  private async checked(kind: Kind, content: Buffer): Promise<Cleaned | undefined> {
    const harmful = await this.scanner.isHarmful(content).catch((error: unknown) => {
      log('warn', 'a document waits, because the scanner could not be asked', faultOf(error));
      if (!(error instanceof NoVerdict)) this.awayUntil = performance.now() + AWAY;
      return undefined;
    });
    if (harmful !== undefined) this.awayUntil = 0;
    if (harmful === undefined) return undefined;
    if (harmful) throw notTaken('The virus scanner found something harmful in this file. It was not kept.');
    return cleaned(kind, content);
  }

  /** Nothing where no verdict can be had just now. */
  private async verdictOn(row: Upload): Promise<Cleaned | 'refused' | undefined> {
    try {
      return await this.checked(row.kind, await this.contentOf(row));
    } catch (error) {
      if (error instanceof Refusal) return 'refused';
      if (databaseIs(error)) throw error;
      log('error', 'a document that waits could not be read', { document: row.id, ...faultOf(error) });
      return undefined;
    }
  }

  private reread(row: Upload): Promise<Cleaned> {
    return this.lanes.run(async () => cleaned(row.kind, await this.contentOf(row)));
  }

  private async settle(row: Upload, verdict: Cleaned | 'refused'): Promise<void> {
    if (verdict !== 'refused') await this.keep(row.disputeId, row.id, verdict.content);
    await this.db.tx(async (m) => {
      const found = await this.db.lock(m, Upload, 'id', row.id);
      if (found?.status !== 'waiting') return;
      if (verdict === 'refused') {
        await m.update(Upload, { id: row.id }, { status: 'refused' });
        this.db.afterCommit(() => void this.store.remove(row.id));
        return;
      }
      await this.admit(m, found, verdict);
      const { status, digest, size, heldFor, unread } = found;
      await m.update(Upload, { id: row.id }, { status, digest, size, heldFor, unread });
    });
  }

  private async admit(m: EntityManager, row: Upload, clean: Cleaned): Promise<void> {
    Object.assign(row, {
      status: 'ready',
      digest: digestOf(row.salt, clean.content),
      size: clean.content.length,
    });
    await this.guard(m, row, clean);
    const actor: Person = { kind: 'person', personId: row.addedBy };
    const { party, digest, kind } = row;
    await this.notes.record(
      m,
      row.caseId,
      DOCUMENT_ADDED,
      { document: row.id, digest, kind },
      { party, actor },
    );
  }

  /** Holds it where private details of somebody in the family would reach others, or nobody can tell. */
  private async guard(m: EntityManager, row: Upload, { text, pictures }: Cleaned): Promise<void> {
    const family = await this.parts.familyOf(m, row.disputeId);
    const outgoing = (personId: string) =>
      row.bodies.some((body) => body !== FAMILY) || family.some((other) => other !== personId);
    const concerned = (await this.privateWords.keepers(m, family)).filter(outgoing);
    const name = (await this.vault.reveal(m, { name: row.name })).name;
    row.heldFor = await this.privateWords.foundIn(m, concerned, `${name}\n${text}`);
    row.unread = pictures && concerned.length > 0;
  }

  private async change(
    ref: string,
    id: string,
    who: Person,
    work: (m: EntityManager, row: Upload, place: CasePlace) => Promise<void>,
  ): Promise<void> {
    await this.db.tx(async (m) => {
      const place = await this.notes.hold(m, ref, who);
      const row = await this.known(m, place, id, who);
      if (!adds(row, place, who))
        throw new Refusal('not-allowed', 'Only who added a document may change this.');
      await work(m, row, place);
      const { bodies, heldFor, unread } = row;
      await m.update(Upload, { id }, { bodies, heldFor, unread });
    });
  }

  private async known(m: EntityManager, place: CasePlace, id: string, who: Person): Promise<Upload> {
    const row = await m.findOneBy(Upload, { id, caseId: place.caseId });
    if (!row || !knows(row, place, who)) throw notThere();
    return row;
  }

  private async keep(disputeId: string, id: string, content: Buffer): Promise<void> {
    await this.store.put(id, await this.db.tx((m) => this.vault.sealBytes(m, disputeId, id, content)));
  }

  private async contentOf({ id, disputeId }: Upload): Promise<Buffer> {
    return this.vault.openBytes(this.db.read, disputeId, id, await this.store.get(id));
  }

  private async orForget<T>(id: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.store.remove(id);
      throw error;
    }
  }

  private async forget(m: EntityManager, rows: Upload[]): Promise<void> {
    const names = rows.map(({ id }) => id);
    await this.vault.forget(
      m,
      rows.map(({ name }) => name),
    );
    if (names.length > 0) await m.delete(Upload, { id: In(names) });
    this.db.afterCommit(() => void Promise.all(names.map((name) => this.store.remove(name))));
  }

  private async viewOf(row: Upload, place: CasePlace, who: Person): Promise<UploadView> {
    const { id, kind, size, addedAt, party, bodies, status } = row;
    const { name } = await this.vault.reveal(this.db.read, { name: row.name });
    const own = adds(row, place, who);
    const theirs = row.heldFor.includes(who.personId);
    const held = heldWhy(row, who);
    const shown = status !== 'ready' ? status : held ? 'held' : 'ready';
    return {
      id,
      name,
      kind,
      size,
      addedAt,
      by: place.bodies.find(({ body }) => body === bodyOf(party))?.name ?? partyDefinition(party).name,
      status: shown,
      ...(held ? { held } : {}),
      bodies,
      ...(row.digest && sees(row, place, who) ? { digest: row.digest, salt: row.salt } : {}),
      may: {
        open: status === 'ready' && sees(row, place, who),
        share: own && status === 'ready',
        release: status === 'ready' && (theirs || (own && row.unread && row.heldFor.length === 0)),
        remove: own && !(bodyOf(party) !== FAMILY && bodies.includes(FAMILY) && isOut(row)),
      },
    };
  }
}

const bodyOf = (party: PartyId): Body => partyDefinition(party).body;

const digestOf = (salt: string, content: Buffer): string =>
  createHash('sha256').update(salt).update(content).digest('hex');

const notThere = (): Refusal =>
  new Refusal('not-found', 'There is no such document, or it is not yours to see.');

/** The part in which somebody does something. @throws Refusal for one who may only look */
function acting(parts: Part[]): Part {
  const part = parts.find(({ scope }) => scope !== 'read');
  if (!part) throw new Refusal('not-allowed', 'You can see this case. The family acts in it.');
  return part;
}

function chosen(place: CasePlace, own: Body, wanted: readonly string[]): Body[] {
  const unknown = wanted.find((each) => !place.bodies.some(({ body }) => body === each));
  if (unknown !== undefined) {
    const detail = 'Choose only those who take part in this case';
    throw new Refusal('invalid-data', detail, [{ pointer: '/sees', detail }]);
  }
  return place.bodies.map(({ body }) => body).filter((body) => body === own || wanted.includes(body));
}

/** Nothing stands in the way of those it is for. */
const isOut = ({ status, heldFor, unread }: Upload): boolean =>
  status === 'ready' && heldFor.length === 0 && !unread;

const hasBody = (place: CasePlace, body: Body): boolean =>
  place.parts.some(({ party }) => bodyOf(party) === body);

/** Added by the reader's own side: for a family by the very person, for a body by anybody who acts for it. */
const adds = (row: Upload, place: CasePlace, who: Person): boolean =>
  (bodyOf(row.party) === FAMILY ? row.addedBy === who.personId : hasBody(place, bodyOf(row.party))) &&
  place.parts.some(({ scope }) => scope !== 'read');

const sees = (row: Upload, place: CasePlace, who: Person): boolean =>
  adds(row, place, who) ||
  row.heldFor.includes(who.personId) ||
  (isOut(row) && row.bodies.some((body) => hasBody(place, body)));

/** Knows that there is such a document. */
const knows = (row: Upload, place: CasePlace, who: Person): boolean =>
  row.status === 'ready' ? sees(row, place, who) : adds(row, place, who);

function heldWhy({ heldFor, unread }: Upload, who: Person): UploadView['held'] {
  if (heldFor.includes(who.personId)) return 'private-details';
  if (heldFor.length > 0) return 'private-details-of-another';
  return unread ? 'pictures' : undefined;
}
