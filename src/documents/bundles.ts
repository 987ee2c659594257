// A bundle for the Tribunal or the Ombudsman: papers of a case and of the cases linked to it, and documents that people
// added, chosen and put in order by who makes it.

import { Injectable } from '@nestjs/common';
import { londonDateOf, type PlainDate } from '../../workflows/calendar';
import { Cases, type CaseView, type Who } from '../engine';
import { BundleError, Press, type BundlePart } from '../papers';
import { Clock, Refusal } from '../platform';
import { Uploads, type UploadView } from '../uploads';
import { addedPart } from './added-part';
import { Documents } from './documents';

export interface BundleChoice {
  /** Reference of its case, and name of the paper or id of the added document. */
  id: string;
  title: string;
  dated: PlainDate;
  /** Where somebody added it. */
  added?: { by: string; kind: UploadView['kind']; size: number };
}

export interface BundleWish {
  /** In the order in which they are to stand. */
  documents: string[];
  /** Words that must not be in it. */
  removed: string[];
  /** Pages of added documents that are taken out whole, counted from 1. */
  removedPages?: Record<string, number[]>;
  /** Said by who makes it: photos and scans were looked at, and nothing in them must be taken out. */
  looked?: boolean;
}

export interface BundleOffer {
  choices: BundleChoice[];
  /** Added documents that cannot go in as they are: Word files are to be saved as PDF. */
  unfit: BundleChoice[];
}

type Found = BundleChoice & { size: number; part: () => Promise<BundlePart> };

const LONGEST_WORD = 200;
const MOST_WORDS = 100;
const LARGEST_MB = 100;

@Injectable()
export class Bundles {
  constructor(
    private readonly cases: Cases,
    private readonly documents: Documents,
    private readonly uploads: Uploads,
    private readonly press: Press,
    private readonly clock: Clock,
  ) {}

  /** What can go in, oldest first. @throws Refusal where the case is not theirs */
  async choices(ref: string, who: Who): Promise<BundleOffer> {
    const { found, unfit } = await this.found(ref, who);
    const choices = found.map(({ id, title, dated, added }) => ({
      id,
      title,
      dated,
      ...(added ? { added } : {}),
    }));
    return { choices, unfit };
  }

  /** @throws Refusal where nothing was chosen, something that is not there, or something that cannot go in as it is */
  async make(ref: string, wish: BundleWish, who: Who): Promise<Buffer> {
    const { found, disputes } = await this.found(ref, who);
    const ids = [...new Set(wish.documents)];
    const chosen = ids.map((id) => found.find((each) => each.id === id));
    if (!chosen.every((each) => each !== undefined))
      throw invalid('/documents', 'Choose documents from the list');
    if (chosen.length === 0) throw invalid('/documents', 'Choose at least one document');
    if (wish.removed.length > MOST_WORDS || wish.removed.some((word) => word.length > LONGEST_WORD))
      throw invalid('/removed', `Enter at most ${MOST_WORDS} lines of at most ${LONGEST_WORD} letters`);
    if (chosen.reduce((sum, { size }) => sum + size, 0) > LARGEST_MB * 1024 * 1024)
      throw invalid(
        '/documents',
        `Choose documents of at most ${LARGEST_MB} MB together, or make two bundles`,
      );
    const parts: BundlePart[] = [];
    for (const { id, part } of chosen) {
      const removedPages = wish.removedPages?.[id] ?? [];
      const made = await part();
      parts.push('paper' in made ? made : { ...made, removedPages });
    }
    // What a family keeps private leaves with nobody, whoever makes the bundle and whether they know of it or not.
    const kept = await Promise.all(disputes.map((dispute) => this.uploads.keptPrivateIn(dispute)));
    try {
      return await this.press.bundle({
        title: 'Bundle of documents',
        reference: ref,
        asAt: this.clock.instant(),
        dated: this.clock.today(),
        parts,
        removedWords: [...wish.removed, ...kept.flat()],
        looked: wish.looked === true,
      });
    } catch (error) {
      if (error instanceof BundleError) throw refusalOf(error);
      throw error;
    }
  }

  private async found(
    ref: string,
    who: Who,
  ): Promise<{ found: Found[]; unfit: BundleChoice[]; disputes: string[] }> {
    const found: Found[] = [];
    const unfit: BundleChoice[] = [];
    const disputes = new Set<string>();
    for (const { ref: each, routeTitle } of await this.linked(ref, who)) {
      disputes.add(await this.cases.disputeOf(each));
      for (const { about, paper } of await this.documents.papers(each, who)) {
        const dated = about.dated ?? this.clock.today();
        const title = about.from ? `${about.title}, ${about.from}` : `${about.title} (${routeTitle})`;
        found.push({
          id: `${each}/${about.name}`,
          title,
          dated,
          size: 0,
          part: async () => ({ title, dated, paper: await paper() }),
        });
      }
      for (const upload of await this.added(each, who)) {
        const { id, name, kind, size, by } = upload;
        const dated = londonDateOf(upload.addedAt);
        const about = { id: `${each}/${id}`, title: name, dated, added: { by, kind, size } };
        if (kind === 'docx') unfit.push(about);
        else found.push({ ...about, size, part: () => this.partOf(each, upload, who, dated) });
      }
    }
    const byDay = (a: BundleChoice, b: BundleChoice) => (a.dated < b.dated ? -1 : a.dated > b.dated ? 1 : 0);
    return { found: found.sort(byDay), unfit: unfit.sort(byDay), disputes: [...disputes] };
  }

  /** What the reader can open of what people added. */
  private async added(ref: string, who: Who): Promise<UploadView[]> {
    if (who.kind !== 'person') return [];
    const { uploads } = await this.uploads.of(ref, who);
    return uploads.filter(({ may }) => may.open);
  }

  private async partOf(ref: string, upload: UploadView, who: Who, dated: PlainDate): Promise<BundlePart> {
    if (who.kind !== 'person') throw new Refusal('not-found', 'There is no such document.');
    const { content } = await this.uploads.read(ref, upload.id, who);
    return addedPart(ref, upload, dated, content);
  }

  /** The case and every case that it leads to by links which this reader sees. */
  private async linked(ref: string, who: Who): Promise<CaseView[]> {
    const views = new Map<string, CaseView>();
    for (const queue = [ref]; queue.length > 0;) {
      const next = queue.shift() as string;
      if (views.has(next)) continue;
      const view = await this.cases.view(next, who, 'bundle');
      views.set(next, view);
      queue.push(...view.links.map((link) => link.ref));
    }
    return [...views.values()];
  }
}

/** Names a document by its place in the order chosen: its name may say something about somebody. */
function refusalOf({ part, about, message }: BundleError): Refusal {
  if (about === 'looked') return invalid('/looked', message);
  if (part === undefined) return invalid('/documents', message);
  return invalid(`/documents/${part}`, `Document ${part + 1}: ${message}`);
}

const invalid = (pointer: string, detail: string): Refusal =>
  new Refusal('invalid-data', detail, [{ pointer, detail }]);
