// BullMQ alone: over HTTP, a job that a worker does, and a delayed job left behind. Redis says how durable that is.

import { createServer } from 'node:http';
import { Queue, Worker } from 'bullmq';

const HOUR = 3_600_000;
const connection = { url: process.env.RIVAL_REDIS_URL, maxRetriesPerRequest: null };
const queue = new Queue('events', { connection });
const waiting = new Map();
new Worker('events', async (job) => job.data, { connection, concurrency: 16 }).on('completed', (job) => {
  waiting.get(job.id)?.();
  waiting.delete(job.id);
});
let last = 0;
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk) => (text += chunk));
  request.on('end', async () => {
    const jobId = `event-${(last += 1)}`;
    const done = new Promise((resolve) => waiting.set(jobId, resolve));
    await queue.add('step', JSON.parse(text), { jobId, removeOnComplete: true });
    await done;
    await queue.add('timer', {}, { delay: HOUR });
    response.end(text);
  });
}).listen(0, () => process.send({ port: server.address().port, path: '/' }));
