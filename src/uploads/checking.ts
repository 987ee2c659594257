// Whether a document may be kept, and what is kept of it: looked at for viruses and made anew. Where the scanner cannot be
// asked, it waits.

import { Injectable } from '@nestjs/common';
import { databaseIs } from '../persistence';
import { faultOf, Lanes, log, Refusal } from '../platform';
import { cleaned, type Cleaned } from './cleaning/cleaned';
import type { Received } from './intake';
import { kindOf, notTaken, type Kind } from './kinds';
import { NoVerdict, Scanner } from './scanner';
import { Unreadable } from './sealed-files';

/** One that somebody adds: `clean` is missing where it waits. */
export interface Arrived {
  kind: Kind;
  /** What is to be kept. */
  content: Buffer;
  clean: Cleaned | undefined;
}

/** Nothing where none can be had just now. */
export type Verdict = Cleaned | 'refused' | 'unreadable' | undefined;

/** Taking a document apart needs memory: this many at once in a process. */
const AT_ONCE = 2;
/** A scanner that could not be asked is asked for new documents again after this long, or once one that waits was settled. */
const AWAY = 30_000;

@Injectable()
export class Checking {
  private readonly lanes = new Lanes(AT_ONCE);
  private awayUntil = 0;

  constructor(private readonly scanner: Scanner) {}

  /** Whether documents can be taken in at all: without a scanner none is. */
  get ready(): boolean {
    return this.scanner.ready;
  }

  /** @throws Refusal where there is nothing to look at documents with */
  refuseUnlessReady(): void {
    if (!this.ready)
      throw new Refusal(
        'unavailable',
        'Documents cannot be checked for viruses here yet, so none can be added.',
      );
  }

  /** @throws Refusal with what is wrong with it and what to do */
  taking<T>(received: Received, work: (arrived: Arrived) => Promise<T>): Promise<T> {
    return this.lanes.run(async () => {
      const content = await received.content();
      const kind = await kindOf(content);
      // Nobody who adds a document waits for a scanner that has just been away: the document waits, not the person.
      const away = performance.now() < this.awayUntil;
      const clean = away ? undefined : await this.looked(kind, content);
      return work({ kind, content: clean?.content ?? content, clean });
    });
  }

  /** Of one that waits. */
  verdictOn({ id, kind }: { id: string; kind: Kind }, content: () => Promise<Buffer>): Promise<Verdict> {
    return this.lanes.run(async () => {
      try {
        return await this.looked(kind, await content());
      } catch (error) {
        if (error instanceof Refusal) return 'refused';
        if (databaseIs(error)) throw error;
        log('error', 'a document that waits could not be read', { document: id, ...faultOf(error) });
        return error instanceof Unreadable ? 'unreadable' : undefined;
      }
    });
  }

  /** What a machine can read in one that has passed. */
  takenApart(kind: Kind, content: () => Promise<Buffer>): Promise<Cleaned> {
    return this.lanes.run(async () => cleaned(kind, await content()));
  }

  /** Nothing where the scanner could not be asked. @throws Refusal where it is harmful or cannot be made anew */
  private async looked(kind: Kind, content: Buffer): Promise<Cleaned | undefined> {
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
}
