// Documents in a case: taken in, looked at for viruses, made anew without what they say about their makers, sealed, and
// shown to those whom they are for. Each coming and going stands in the journal with the document's digest.

import { Injectable } from '@nestjs/common';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { partyDefinition, type Body, type PartyId } from '../../workflows/kit';
import { Parts, type Part } from '../access';
import { CaseNotes, DOCUMENT_ADDED, DOCUMENT_REMOVED, type CasePlace, type Who } from '../engine';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Vault } from '../vault';
import { Checking } from './checking';
import type { Cleaned } from './cleaning/cleaned';
import { digestOf } from './digest';
import { Upload, type DraftDocument, type UploadStatus } from './entities';
import type { Received } from './intake';
import { notTaken, safeName, typeOf, type Kind } from './kinds';
import { Pace } from './pace';
import { PrivateWords } from './private-words';
import { SealedFiles } from './sealed-files';

type Person = Who & { kind: 'person' };

/** `waiting`: being checked. `held`: something private may be in it. */
export type ShownStatus = UploadStatus | 'held';

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
const BATCH = 20;

@Injectable()
export class Uploads {
  constructor(
    private readonly db: Db,
    private readonly notes: CaseNotes,
    private readonly parts: Parts,
    private readonly privateWords: PrivateWords,
    private readonly checking: Checking,
    private readonly files: SealedFiles,
    private readonly pace: Pace,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Asked before a file is taken in at all. @throws Refusal: not theirs, only a reader, too many, or nothing to scan with */
  async mayAdd(ref: string, who: Person): Promise<void> {
    const place = await this.db.tx((m) => this.notes.hold(m, ref, who));
    acting(place.parts);
    this.checking.refuseUnlessReady();
    const here = await this.db.read.countBy(Upload, { caseId: place.caseId });
    if (here >= MOST_IN_A_CASE) throw notTaken('This case has 200 documents. Take one away first.');
    await this.pace.refuseTooMany(who.personId);
  }

  /** Gives its id. @throws Refusal with what is wrong with it and what to do. Nothing of it is kept then. */
  async add(ref: string, who: Person, received: Received, bodies: readonly string[]): Promise<string> {
    return this.checking.taking(received, async ({ kind, content, clean }) => {
      const id = this.ids.id();
      await this.files.keep(id, content, async (m) => (await this.notes.hold(m, ref, who)).disputeId);
      return this.files.orForget(id, () =>
        this.db.tx(async (m) => {
          const place = await this.notes.hold(m, ref, who);
          const { caseId, disputeId } = place;
          const { party } = acting(place.parts);
          const row: Upload = {
            id,
            caseId,
            disputeId,
            addedBy: who.personId,
            party,
            name: await this.vault.seal(m, disputeId, safeName(received.name, kind)),
            kind,
            size: content.length,
            digest: null,
            salt: this.ids.secret(),
            bodies: chosen(place, bodyOf(party), bodies),
            status: 'waiting',
            heldFor: [],
            unread: false,
            addedAt: this.clock.instant(),
          };
          if (clean) await this.passed(m, row, clean);
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
      mayAdd: acts !== undefined && this.checking.ready,
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
    return { name, type: typeOf[row.kind], content: await this.files.read(row) };
  }

  /** Says anew whom it is for. A body may take back only what is its own, and nothing from a family. */
  async share(ref: string, id: string, who: Person, bodies: readonly string[]): Promise<void> {
    const known = await this.db.tx(async (m) => this.known(m, await this.notes.hold(m, ref, who), id, who));
    const wider = known.status === 'ready' && bodies.some((body) => !known.bodies.includes(body as Body));
    // Taken apart before the transaction: nobody else waits for it.
    const clean = wider
      ? await this.checking.takenApart(known.kind, () => this.files.read(known))
      : undefined;
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

  /** Every document that may be opened, one at a time; `undefined` where its file is missing or damaged. */
  async *contents(m: EntityManager): AsyncGenerator<{ id: string; kind: Kind; content?: Buffer }> {
    for (let last = ''; ;) {
      const rows = await m.find(Upload, {
        where: { status: 'ready', id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      for (const row of rows) {
        const { id, kind, digest, salt } = row;
        const content = await this.files.read(row, m).catch(() => undefined);
        const whole = content && digestOf(salt, content) === digest ? content : undefined;
        yield { id, kind, ...(whole ? { content: whole } : {}) };
      }
      if (rows.length < BATCH) return;
      last = rows.at(-1)?.id ?? '';
    }
  }

  /** Everything that was added to these disputes; the files go when the transaction is in. */
  async forgetDispute(m: EntityManager, disputeId: string): Promise<void> {
    await this.forget(m, await m.findBy(Upload, { disputeId }));
  }

  /** It has passed: said in the journal, and held back where it must be. */
  async passed(m: EntityManager, row: Upload, clean: Cleaned): Promise<void> {
    Object.assign(row, {
      status: 'ready',
      digest: digestOf(row.salt, clean.content),
      size: clean.content.length,
    });
    await this.guard(m, row, clean);
    await this.record(m, row);
  }

  /**
   * Documents of what was being written come into the case that it has become, sealed as they are.
   * @param parties the organisation of each body, as the case was opened
   * @param apart what a machine reads in those that may have to be held back
   */
  async receive(
    m: EntityManager,
    ref: string,
    who: Person,
    documents: DraftDocument[],
    parties: Partial<Record<Body, string>>,
    apart: ReadonlyMap<string, Cleaned>,
  ): Promise<void> {
    const place = await this.notes.hold(m, ref, who);
    const { party } = acting(place.parts);
    const now = this.clock.now().getTime();
    for (const [n, document] of documents.entries()) {
      const { id, disputeId, name, kind, size, digest, salt, status, organisations } = document;
      const meant = place.bodies.filter(({ body }) => organisations.includes(parties[body] ?? ''));
      const row: Upload = {
        ...{ id, disputeId, name, kind, size, digest, salt, status },
        caseId: place.caseId,
        addedBy: who.personId,
        party,
        bodies: chosen(
          place,
          bodyOf(party),
          meant.map(({ body }) => body),
        ),
        heldFor: [],
        unread: false,
        // Others have it from now on. A thousandth of a second apart, they keep their order.
        addedAt: new Date(now + n).toISOString(),
      };
      if (status === 'ready') {
        const clean = apart.get(id);
        if (clean) await this.guard(m, row, clean);
        // What nobody has taken apart is looked at by the worker, before anybody else can see it.
        else if ((await this.concerned(m, row)).length > 0)
          Object.assign(row, { status: 'waiting', digest: null });
        if (row.status === 'ready') await this.record(m, row);
      }
      await m.insert(Upload, row as never);
    }
  }

  private async record(
    m: EntityManager,
    { id, caseId, addedBy, party, digest, kind }: Upload,
  ): Promise<void> {
    const actor: Person = { kind: 'person', personId: addedBy };
    await this.notes.record(m, caseId, DOCUMENT_ADDED, { document: id, digest, kind }, { party, actor });
  }

  /** Holds it where private details of somebody in the family would reach others, or nobody can tell. */
  private async guard(m: EntityManager, row: Upload, { text, pictures }: Cleaned): Promise<void> {
    const concerned = await this.concerned(m, row);
    const name = (await this.vault.reveal(m, { name: row.name })).name;
    row.heldFor = await this.privateWords.foundIn(m, concerned, `${name}\n${text}`);
    row.unread = pictures && concerned.length > 0;
  }

  /** Those in the family who keep something private, and whom it does not stay with. */
  private async concerned(m: EntityManager, row: Upload): Promise<string[]> {
    const family = await this.parts.familyOf(m, row.disputeId);
    const outgoing = (personId: string) =>
      row.bodies.some((body) => body !== FAMILY) || family.some((other) => other !== personId);
    return (await this.privateWords.keepers(m, family)).filter(outgoing);
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

  private async forget(m: EntityManager, rows: Upload[]): Promise<void> {
    const names = rows.map(({ id }) => id);
    await this.vault.forget(
      m,
      rows.map(({ name }) => name),
    );
    if (names.length > 0) await m.delete(Upload, { id: In(names) });
    this.files.forget(names);
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
