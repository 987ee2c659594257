// Takes in one file of a form, streamed to disk under a key that only this process has and never writes down: what a
// crash leaves behind is noise. Nothing is kept of what is too large.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { Clock, CONFIG, Refusal, type Config } from '../platform';
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

const DAY = 24 * 3_600_000;

@Injectable()
export class Intake implements OnApplicationShutdown {
  /** Of this process alone, made when the first file comes. */
  private folder: Promise<string> | undefined;
  private readonly receive: ReturnType<multer.Multer['single']>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.receive = multer({
      storage: this.storage(),
      limits: { fileSize: LARGEST, files: 1, fields: 20, fieldSize: 10_000, fieldNameSize: 100, parts: 21 },
      defParamCharset: 'utf8',
    } as multer.Options).single('file');
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.folder) await rm(await this.folder, { recursive: true, force: true });
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

  private async park(stream: Readable): Promise<Partial<Parked>> {
    this.folder ??= this.made();
    const [key, nonce] = [randomBytes(32), randomBytes(16)];
    const path = join(await this.folder, randomBytes(16).toString('hex'));
    try {
      const target = createWriteStream(path, { mode: 0o600, flags: 'wx' });
      await pipeline(stream, createCipheriv('aes-256-ctr', key, nonce), target);
      return { path, key, nonce };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Sweeps away what processes that died have left: nobody has the keys. */
  private async made(): Promise<string> {
    const shelf = join(this.config.dataDir, 'intake');
    await mkdir(shelf, { recursive: true, mode: 0o700 });
    for (const each of await readdir(shelf)) {
      const { mtimeMs } = await stat(join(shelf, each));
      if (mtimeMs < this.clock.now().getTime() - DAY)
        await rm(join(shelf, each), { recursive: true, force: true });
    }
    return mkdtemp(join(shelf, 'of-'));
  }

  private storage(): StorageEngine {
    return {
      _handleFile: (_request, file, done) => {
        this.park(file.stream).then((parked) => done(null, parked), done);
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
