// Draws one paper or bundle after another, away from the thread that answers people.

import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { pageReader } from './page-reader.mjs';

const { drawn } = createRequire(import.meta.url)('./drawn');

parentPort.on('message', async (job) => {
  try {
    // A copy of its own size: a small Buffer is a part of a shared one, which cannot be handed over.
    const content = Uint8Array.from(await drawn(job, pageReader));
    parentPort.postMessage({ content }, [content.buffer]);
  } catch (error) {
    const { part, about, message } = error;
    parentPort.postMessage(error.name === 'BundleError' ? { refused: { part, about, message } } : { error });
  }
});
