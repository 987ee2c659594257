// Restate: its server beside a service of one durable step that leaves one delayed call behind.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The SDK asks for Node 22; this is the one thing of it that Node 20 lacks.
Promise.withResolvers ??= () => {
  let resolve, reject;
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
};
const restate = await import('@restatedev/restate-sdk');

const HOUR = 3_600_000;
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const timer = restate.service({ name: 'timer', handlers: { fire: async () => undefined } });
const event = restate.service({
  name: 'event',
  handlers: {
    send: async (ctx, body) => {
      const stored = await ctx.run('step', async () => body);
      ctx.serviceSendClient(timer).fire({}, restate.rpc.sendOpts({ delay: HOUR }));
      return stored;
    },
  },
});

const [service, ingress, admin, node] = await Promise.all([1, 2, 3, 4].map(freePort));
await restate.serve({ services: [timer, event], port: service });
const folder = mkdtempSync(join(tmpdir(), 'recourse-restate-'));
const server = spawn(process.env.RIVAL_RESTATE, ['--base-dir', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`,
    RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
    RESTATE_LOG_FILTER: 'error',
    DO_NOT_TRACK: '1',
  },
});
const stop = () => {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('disconnect', stop);
server.on('exit', () => process.exit(1));

for (let tries = 0; ; tries += 1) {
  const registered = await fetch(`http://127.0.0.1:${admin}/deployments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ uri: `http://127.0.0.1:${service}` }),
  }).catch(() => undefined);
  if (registered?.ok) break;
  if (tries === 60) throw new Error(`Restate did not take the service: ${await registered?.text()}`);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
process.send({ port: ingress, path: '/event/send' });
