// A form with one file in it: who sends it is asked before the file is read, and once more when its secret can be read.

import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refusal } from '../platform';
import { Intake, type Received } from '../uploads';
import { several } from './posted';
import { Readers, type Reader } from './reader';

export interface FileFields {
  sees?: string | string[];
}

/** The bodies that were chosen. */
export const seenBy = ({ sees }: FileFields): string[] => several(sees);

@Injectable()
export class FileForms {
  constructor(
    private readonly readers: Readers,
    private readonly intake: Intake,
  ) {}

  /** Before anything of it is read. One without a file shows its secret now. */
  async sender(request: Request): Promise<Reader> {
    const reader = await this.readers.signedIn(request);
    this.readers.sameSite(request);
    if (!request.is('multipart/form-data')) await this.readers.sender(request);
    return reader;
  }

  /** Gives what is wrong with the file, to be said beside its field; nothing where it was added. */
  async take(
    request: Request,
    response: Response,
    add: (received: Received, sees: string[]) => Promise<unknown>,
  ): Promise<string | undefined> {
    try {
      const received = await this.intake.take(request, response);
      try {
        await this.readers.sender(request);
        await add(received, seenBy(request.body as FileFields));
        return undefined;
      } finally {
        await received.forget();
      }
    } catch (error) {
      if (!(error instanceof Refusal) || error.pointers.length === 0) throw error;
      return error.detail;
    }
  }
}
