// Lets node run the TypeScript of this repository without a build: `node -r ./bench/register.cjs bench/date.ts`.
// What was compiled once is kept, because fault tests start a great many processes.
/* eslint-disable @typescript-eslint/no-require-imports -- a require hook can only be loaded by require */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const options = require('../compile.cjs');

const kept = join(__dirname, '..', 'node_modules', '.cache', 'recourse-ts');
mkdirSync(kept, { recursive: true });
const how = JSON.stringify(options);

const compile = (file) => require('@swc/core').transformFileSync(file, options).code;

require.extensions['.ts'] = (module, file) => {
  const { mtimeMs, size } = statSync(file);
  const cached = join(
    kept,
    `${createHash('sha1').update(`${file} ${mtimeMs} ${size} ${how}`).digest('hex')}.js`,
  );
  let code;
  try {
    code = readFileSync(cached, 'utf8');
  } catch {
    code = compile(file);
    // Written aside first: another process must never read half of it.
    writeFileSync(`${cached}.${process.pid}`, code);
    renameSync(`${cached}.${process.pid}`, cached);
  }
  module._compile(code, file);
};
