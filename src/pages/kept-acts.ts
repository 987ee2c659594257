// Long forms whose words must outlive a session that ran out: what was typed waits, sealed, for who typed it.

import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Drafts } from '../lodging';
import type { Typed } from './act-form';
import { Readers, type Reader } from './reader';

@Injectable()
export class KeptActs {
  constructor(
    private readonly drafts: Drafts,
    private readonly readers: Readers,
  ) {}

  /** Who sends the form. @throws Refusal where nobody is signed in; what they typed is kept for them first. */
  async sender(request: Request, about: string, typed: Typed): Promise<Reader> {
    if (!(await this.readers.of(request))) {
      const owner = await this.readers.lapsedSender(request);
      if (owner) await this.drafts.keepAct(owner, about, typed);
    }
    return this.readers.sender(request);
  }

  async of(personId: string, about: string): Promise<Typed | undefined> {
    return (await this.drafts.ofAct(personId, about))?.answers;
  }

  async drop(personId: string, about: string): Promise<void> {
    const draft = await this.drafts.ofAct(personId, about);
    if (draft) await this.drafts.discard(draft.id, personId);
  }
}
