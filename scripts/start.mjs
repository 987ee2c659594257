// `npm start` from a bare clone: installs what is missing, builds what has changed, then serves.

import { spawn } from 'node:child_process';
import { at, prepare } from './prepare.mjs';

prepare();

const env = { ...process.env };
// A newcomer gets the demonstration; whoever sets up mail, PostgreSQL or production gets the real thing.
if (env.NODE_ENV !== 'production' && env.RECOURSE_DEMO === undefined && !env.SMTP_URL)
  env.RECOURSE_DEMO = '1';
const server = spawn(process.execPath, [at('dist', 'src', 'main.js')], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
