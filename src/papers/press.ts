// Where papers and bundles are drawn: in a few threads of their own, so that everybody else is answered meanwhile. What goes
// wrong there comes back as it would have come here.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { faultOf, Lanes, log, Refusal } from '../platform';
import { BundleError } from './added-part';
import type { Bundle } from './bundle';
import type { Job } from './drawn';
import type { Paper } from './paper';

const THREADS = 2;
/** A bundle never takes the last thread: a letter does not wait for it. */
const BUNDLES = THREADS - 1;
const MOST_WAITING = 40;
const PATIENCE = 180_000;
const MEMORY_MB = 768;
/** A thread that nobody needs gives its memory back. */
const REST = 60_000;

type Answer =
  { content: Uint8Array } | { refused: Pick<BundleError, 'part' | 'about' | 'message'> } | { error: Error };

@Injectable()
export class Press implements OnApplicationShutdown {
  private readonly lanes = new Lanes(THREADS);
  private readonly bundleLanes = new Lanes(BUNDLES);
  /** Threads that wait for work, and what ends them. */
  private readonly resting = new Map<Worker, NodeJS.Timeout>();
  private readonly busy = new Set<Worker>();
  private waiting = 0;

  pdf(paper: Paper): Promise<Buffer> {
    return this.admitted(() => this.draw({ kind: 'pdf', paper }));
  }

  /** To be edited in Word. */
  docx(paper: Paper): Promise<Buffer> {
    return this.admitted(() => this.draw({ kind: 'docx', paper }));
  }

  /** @throws BundleError where a document cannot go in as it is */
  bundle(bundle: Bundle): Promise<Buffer> {
    return this.admitted(() => this.bundleLanes.run(() => this.draw({ kind: 'bundle', bundle })));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.busy, ...this.resting.keys()].map((thread) => thread.terminate()));
  }

  private async admitted(work: () => Promise<Buffer>): Promise<Buffer> {
    if (this.waiting >= MOST_WAITING)
      throw new Refusal('unavailable', 'Many papers are being made at the moment. Try again in a minute.');
    this.waiting += 1;
    try {
      return await work();
    } finally {
      this.waiting -= 1;
    }
  }

  private draw(job: Job): Promise<Buffer> {
    return this.lanes.run(async () => {
      const thread = this.take();
      this.busy.add(thread);
      try {
        const answer = await answerOf(thread, job);
        this.rest(thread);
        if ('content' in answer) return Buffer.from(answer.content.buffer);
        if ('error' in answer) throw answer.error;
        const { part, about, message } = answer.refused;
        throw new BundleError(part, about, message);
      } finally {
        this.busy.delete(thread);
      }
    });
  }

  private take(): Worker {
    const [thread = this.started()] = this.resting.keys();
    clearTimeout(this.resting.get(thread));
    this.resting.delete(thread);
    thread.ref();
    return thread;
  }

  private rest(thread: Worker): void {
    thread.unref();
    this.resting.set(thread, setTimeout(() => void thread.terminate(), REST).unref());
  }

  private started(): Worker {
    const thread = new Worker(join(__dirname, 'drawing-thread.mjs'), {
      ...fromSource,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    thread.on('error', (error) => log('warn', 'a thread that draws papers broke', faultOf(error)));
    thread.on('exit', () => {
      clearTimeout(this.resting.get(thread));
      this.resting.delete(thread);
    });
    return thread;
  }
}

/** What compiles the sources, where they are run as they are. */
const fromSource = __filename.endsWith('.ts')
  ? { execArgv: ['-r', join(__dirname, '..', '..', 'bench', 'register.cjs')] }
  : {};

/** A thread that breaks, or takes too long, is ended: what it was asked for is refused, and the next gets a new one. */
function answerOf(thread: Worker, job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      thread.off('message', answered).off('error', broken).off('exit', broken);
    };
    const answered = (answer: Answer) => {
      end();
      resolve(answer);
    };
    const broken = () => {
      end();
      void thread.terminate();
      reject(
        new Refusal(
          'unavailable',
          'This is too much for one file, or took too long. Choose fewer documents.',
        ),
      );
    };
    const timer = setTimeout(broken, PATIENCE);
    thread.on('message', answered).on('error', broken).on('exit', broken);
    thread.postMessage(job);
  });
}
