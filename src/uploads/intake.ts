// Takes in one file of a form, streamed to disk under a key that only this process has and never writes down: what a
// crash leaves behind is noise. Nothing is kept of what is too large.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { Refusal } from '../platform';
import { LARGEST, LARGEST_MB, notTaken } from './kinds';

export interface Received {
  name: string;
  content: () => Promise<Buffer>;
  /** To be called in any case. */
  forget: () => Promise<void>;
}

interface Parked extends Express.Multer.File {
  key: Buffer;
  nonce: Buffer;
}

export class Intake {
  private readonly receive: ReturnType<multer.Multer['single']>;

  constructor(private readonly folder: string) {
    // Left by a process that died: nobody has the keys.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.receive = multer({
      storage: this.storage(),
      limits: { fileSize: LARGEST, files: 1, fields: 20, fieldSize: 10_000, fieldNameSize: 100, parts: 21 },
      defParamCharset: 'utf8',
    } as multer.Options).single('file');
  }

  /** Reads the form: its fields are then in `request.body`. @throws Refusal where there is no file, or it is too large */
  async take(request: Request, response: Response): Promise<Received> {
    await new Promise<void>((resolve, reject) => {
      this.receive(request, response, (error: unknown) => (error ? reject(refusalOf(error)) : resolve()));
    });
    const parked = request.file as Parked | undefined;
    if (!parked) throw notTaken('Choose a file.');
    return {
      name: parked.originalname,
      content: async () => {
        const decipher = createDecipheriv('aes-256-ctr', parked.key, parked.nonce);
        return decipher.update(await readFile(parked.path));
      },
      forget: () => rm(parked.path, { force: true }),
    };
  }

  private storage(): StorageEngine {
    return {
      _handleFile: (_request, file, done) => {
        const key = randomBytes(32);
        const nonce = randomBytes(16);
        const path = join(this.folder, randomBytes(16).toString('hex'));
        const target = createWriteStream(path, { mode: 0o600, flags: 'wx' });
        pipeline(file.stream, createCipheriv('aes-256-ctr', key, nonce), target).then(
          () => done(null, { path, key, nonce } as Partial<Parked>),
          async (error: unknown) => {
            await rm(path, { force: true });
            done(error);
          },
        );
      },
      _removeFile: (_request, file, done) => {
        rm((file as Parked).path ?? '', { force: true }).then(() => done(null), done);
      },
    };
  }
}

function refusalOf(error: unknown): Error {
  if (!(error instanceof MulterError))
    return new Refusal('bad-request', 'The file did not arrive whole. Send it once more.');
  return error.code === 'LIMIT_FILE_SIZE'
    ? notTaken(`The file is larger than ${LARGEST_MB} MB. Make it smaller, or add it in parts.`)
    : new Refusal('bad-request', 'Send one file and nothing else with it.');
}
