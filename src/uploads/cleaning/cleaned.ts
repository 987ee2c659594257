// A document as it may be handed on: made anew from what it shows, without what it says about who made it, where and
// with what. What a machine can read of it comes along.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { notTaken, type Kind } from '../kinds';

export interface Cleaned {
  content: Buffer;
  /** Everything that can be read in it. */
  text: string;
  /** Some page is a picture: what it says is not in `text`. */
  pictures: boolean;
}

/** A photo of a good telephone has 50 million pixels; a picture bomb has billions. */
const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 4000;
const PATIENCE = 30_000;
const MEMORY_MB = 256;

/** @throws Refusal for what cannot be opened, is locked, has programs in it, or is larger inside than any document is. */
export async function cleaned(kind: Kind, content: Buffer): Promise<Cleaned> {
  if (kind === 'txt') return { content, text: content.toString('utf8'), pictures: false };
  if (kind === 'pdf' || kind === 'docx') return inOwnThread(kind, content);
  return { content: await redrawn(kind, content), text: '', pictures: true };
}

/** Decoded and drawn again: neither EXIF nor XMP nor anything behind the picture comes along. */
async function redrawn(kind: 'jpg' | 'png', content: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true });
    return await (kind === 'jpg' ? picture.jpeg({ quality: 88 }) : picture.png()).toBuffer();
  } catch {
    throw notTaken('This picture cannot be opened, or is far too large. Save it again, or take a new photo.');
  }
}

const reasons: Record<string, string> = {
  locked: 'This PDF is locked with a password. Save it without one, or print it to a new PDF.',
  form: 'This PDF is a form that cannot be copied safely. Print it to a new PDF, and add that.',
  program: 'This document has a program (macro) in it. Save it as a plain DOCX or PDF.',
  bomb: 'This document is far larger inside than it looks. Save it again as a PDF.',
  broken: 'This document cannot be opened. Save it again, and add it once more.',
};

/** Strangers' documents are taken apart in a thread with bounds on memory and time. */
function inOwnThread(kind: 'pdf' | 'docx', content: Buffer): Promise<Cleaned> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(__dirname, 'document-reader.mjs'), {
      workerData: { kind, content: new Uint8Array(content) },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    });
    const stop = (reason: string) => {
      clearTimeout(timer);
      void thread.terminate();
      reject(notTaken(reasons[reason] ?? (reasons.broken as string)));
    };
    const timer = setTimeout(() => stop('broken'), PATIENCE);
    thread.on('error', () => stop('broken'));
    thread.on('exit', () => stop('broken'));
    thread.on(
      'message',
      (answer: { refused: string } | (Omit<Cleaned, 'content'> & { content: Uint8Array })) => {
        if ('refused' in answer) return stop(answer.refused);
        clearTimeout(timer);
        resolve({ ...answer, content: Buffer.from(answer.content) });
      },
    );
  });
}
