// Takes one stranger's document apart and makes it anew. Runs in a thread of its own, with bounds on memory and time.

import { parentPort, workerData } from 'node:worker_threads';
import { Refused } from './refused.mjs';

const { kind, content } = workerData;
try {
  const { clean } = await import(kind === 'pdf' ? './pdf.mjs' : './docx.mjs');
  parentPort.postMessage(await clean(content));
} catch (error) {
  parentPort.postMessage({ refused: error instanceof Refused ? error.reason : 'broken' });
}
