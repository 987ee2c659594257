// The files of a case: made when they are asked for, from what its reader may see, and each reading is written down.

import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { PaperKind } from '../../workflows/kit';
import { Cases, type CaseView, type TimelineEntry, type Who } from '../engine';
import { Press, type Paper } from '../papers';
import { Clock, Refusal } from '../platform';
import { Roots } from '../transparency';
import { Briefs, mayReadBrief } from '../reporting';
import { briefPaper } from './brief-paper';
import { calendarFile } from './calendar-file';
import { formalActs, paperOf } from './case-papers';
import { paperTitles } from './default-wordings';
import { historyFile } from './history-file';
import { historyPaper } from './history-paper';
import { Wordings } from './wordings';

export interface CaseDocument {
  name: string;
  title: string;
  type: string;
  /** The legal day it speaks of, and whose paper it is; only for formal papers. */
  dated?: string;
  from?: string;
}

export interface DocumentFile {
  name: string;
  type: string;
  content: Buffer | string;
  /** SHA-256 of the content, in hexadecimal. */
  hash: string;
}

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Papers that people put on their own letterhead, or go on writing. */
const EDITED: PaperKind[] = ['reply', 'agreement'];

/** A document and how it is made, for one reader of one case: out of a paper, or as text. */
type Offer = CaseDocument & ({ paper: () => Promise<Paper> } | { text: () => string | Promise<string> });

@Injectable()
export class Documents {
  constructor(
    private readonly cases: Cases,
    private readonly roots: Roots,
    private readonly wordings: Wordings,
    private readonly briefs: Briefs,
    private readonly press: Press,
    private readonly clock: Clock,
  ) {}

  /** What there is for this reader, formal papers first. @throws Refusal where the case is not theirs */
  async of(ref: string, who: Who): Promise<CaseDocument[]> {
    const view = await this.cases.view(ref, who, 'documents');
    const offers = this.offers(view, await this.cases.timeline(ref, who), who);
    return offers.map(({ name, title, type, dated, from }) => ({
      name,
      title,
      type,
      ...(dated ? { dated } : {}),
      ...(from ? { from } : {}),
    }));
  }

  /** @throws Refusal for a case that is not theirs, or a file that there is not */
  async read(ref: string, name: string, who: Who): Promise<DocumentFile> {
    const view = await this.cases.view(ref, who, `document ${/^[\w.-]{1,30}$/.exec(name)?.[0] ?? ''}`.trim());
    const offer = this.offers(view, await this.cases.timeline(ref, who), who).find(
      (each) => each.name === name,
    );
    if (!offer) throw new Refusal('not-found', 'There is no such document in this case.');
    const content = await this.contentOf(offer);
    return { name, type: offer.type, content, hash: createHash('sha256').update(content).digest('hex') };
  }

  /** The papers of one case that can stand in a bundle. @throws Refusal where the case is not theirs */
  async papers(ref: string, who: Who): Promise<{ about: CaseDocument; paper: () => Promise<Paper> }[]> {
    const view = await this.cases.view(ref, who, 'documents');
    return this.offers(view, await this.cases.timeline(ref, who), who).flatMap((offer) =>
      offer.type === PDF && 'paper' in offer ? [{ about: offer, paper: offer.paper }] : [],
    );
  }

  private async contentOf(offer: Offer): Promise<Buffer | string> {
    if ('text' in offer) return offer.text();
    const paper = await offer.paper();
    return offer.type === DOCX ? this.press.docx(paper) : this.press.pdf(paper);
  }

  private offers(view: CaseView, entries: TimelineEntry[], who: Who): Offer[] {
    const formal = formalActs(view, entries)
      .reverse()
      .flatMap((act): Offer[] => {
        const { kind, entry, issuer } = act;
        const about = { title: paperTitles[kind], dated: entry.occurredOn, from: issuer.name };
        const paper = async (): Promise<Paper> =>
          paperOf(view, entries, act, await this.wordings.inForce(issuer.id, kind, entry.at));
        return [
          { ...about, name: `${kind}-${entry.seq}.pdf`, type: PDF, paper },
          ...(EDITED.includes(kind)
            ? [
                {
                  ...about,
                  title: `${about.title}, to edit in Word`,
                  name: `${kind}-${entry.seq}.docx`,
                  type: DOCX,
                  paper,
                },
              ]
            : []),
        ];
      });
    return [
      ...formal,
      ...(mayReadBrief(view)
        ? [
            {
              name: 'brief.pdf',
              title: 'Brief for the executive',
              type: PDF,
              paper: async () => briefPaper(await this.briefs.read(view.ref, who), this.clock.today()),
            },
          ]
        : []),
      {
        name: 'history.pdf',
        title: 'The history of the case',
        type: PDF,
        paper: async () => historyPaper(view, entries),
      },
      {
        name: 'history.txt',
        title: 'The history of the case',
        type: 'text/plain; charset=utf-8',
        text: () => historyFile(view, entries, this.clock.instant()),
      },
      {
        name: 'proof.json',
        title: 'The proof that its history was not changed',
        type: 'application/json; charset=utf-8',
        text: async () => `${JSON.stringify(await this.roots.proof(view.ref, who), null, 2)}\n`,
      },
      {
        name: 'dates.ics',
        title: 'The open dates',
        type: 'text/calendar; charset=utf-8',
        text: () => calendarFile(view, this.clock.instant()),
      },
    ];
  }
}
