// DBOS: over HTTP, a workflow of one durable step that leaves one durable timer behind.

import { createServer } from 'node:http';
import { DBOS } from '@dbos-inc/dbos-sdk';

const HOUR = 3_600_000;

const timer = DBOS.registerWorkflow(async () => DBOS.sleep(HOUR), { name: 'timer' });
const event = DBOS.registerWorkflow(
  async (body) => {
    const stored = await DBOS.runStep(async () => body, { name: 'step' });
    await DBOS.startWorkflow(timer)();
    return stored;
  },
  { name: 'event' },
);

DBOS.setConfig({
  name: 'recourse-bench',
  systemDatabaseUrl: process.env.RIVAL_DATABASE_URL,
  systemDatabasePoolSize: 16,
  runAdminServer: false,
  logLevel: 'error',
});
await DBOS.launch();
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk) => (text += chunk));
  request.on('end', () =>
    event(JSON.parse(text)).then(
      (body) => response.end(JSON.stringify(body)),
      (error) => response.writeHead(500).end(String(error)),
    ),
  );
}).listen(0, () => process.send({ port: server.address().port, path: '/' }));
