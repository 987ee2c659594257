// A bundle for the Tribunal or the Ombudsman: papers of a case and of the cases linked to it, chosen by who makes it.

import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../workflows/calendar';
import { Cases, type CaseView, type Who } from '../engine';
import { bundleOf, type OwnPart } from '../papers';
import { Clock, Refusal } from '../platform';
import { Documents } from './documents';

export interface BundleChoice {
  /** Reference of its case and name of the document. */
  id: string;
  title: string;
  dated: PlainDate;
}

export interface BundleWish {
  documents: string[];
  /** Words that must not be in it. */
  removed: string[];
}

type Found = BundleChoice & { part: () => Promise<OwnPart> };

const LONGEST_WORD = 200;
const MOST_WORDS = 100;

@Injectable()
export class Bundles {
  constructor(
    private readonly cases: Cases,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  /** What can go in, oldest first. @throws Refusal where the case is not theirs */
  async choices(ref: string, who: Who): Promise<BundleChoice[]> {
    return (await this.found(ref, who)).map(({ id, title, dated }) => ({ id, title, dated }));
  }

  /** @throws Refusal where nothing was chosen, or something that is not there */
  async make(ref: string, wish: BundleWish, who: Who): Promise<Buffer> {
    const found = await this.found(ref, who);
    const unknown = wish.documents.find((id) => !found.some((each) => each.id === id));
    if (unknown !== undefined) throw invalid('/documents', 'Choose documents from the list');
    const chosen = found.filter(({ id }) => wish.documents.includes(id));
    if (chosen.length === 0) throw invalid('/documents', 'Choose at least one document');
    if (wish.removed.length > MOST_WORDS || wish.removed.some((word) => word.length > LONGEST_WORD))
      throw invalid('/removed', `Enter at most ${MOST_WORDS} lines of at most ${LONGEST_WORD} letters`);
    const today = this.clock.today();
    return bundleOf({
      title: 'Bundle of documents',
      reference: ref,
      asAt: this.clock.instant(),
      dated: today,
      parts: await Promise.all(chosen.map(({ part }) => part())),
      removedWords: wish.removed,
    });
  }

  private async found(ref: string, who: Who): Promise<Found[]> {
    const found: Found[] = [];
    for (const { ref: each, routeTitle } of await this.linked(ref, who)) {
      for (const { about, paper } of await this.documents.papers(each, who)) {
        const dated = about.dated ?? this.clock.today();
        const title = about.from ? `${about.title}, ${about.from}` : `${about.title} (${routeTitle})`;
        found.push({
          id: `${each}/${about.name}`,
          title,
          dated,
          part: async () => ({ title, dated, paper: await paper() }),
        });
      }
    }
    return found.sort((a, b) => (a.dated < b.dated ? -1 : a.dated > b.dated ? 1 : 0));
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

const invalid = (pointer: string, detail: string): Refusal =>
  new Refusal('invalid-data', detail, [{ pointer, detail }]);
