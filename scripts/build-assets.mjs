// Puts the style sheet, the script and the templates beside the compiled code.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { compile } from 'sass';

const root = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${root}dist/assets`, { recursive: true });
const { css } = compile(`${root}src/pages/styles.scss`, {
  loadPaths: [`${root}node_modules`],
  style: 'compressed',
  quietDeps: true,
  silenceDeprecations: ['import'],
});
/** Every class that a page can have; where a name is put together, what it begins with. */
const words = readdirSync(`${root}src/pages`, { recursive: true })
  .filter((name) => /\.(njk|ts|js)$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(`${root}src/pages/${name}`, 'utf8'))
  .join('\n');
const begun = [...words.matchAll(/(govuk-[\w-]+-)(?:\{\{|\$\{)/g)].map(([, beginning]) => beginning);
const names = new Set(words.match(/govuk-[\w-]+/g));
const isUsed = (selector) =>
  (selector.match(/\.govuk-(?:[\w-]|\\!)+/g) ?? [])
    .map((name) => name.slice(1).replaceAll('\\', ''))
    .every((name) => name.includes('!') || names.has(name) || begun.some((each) => name.startsWith(each)));
/** Without the parts of the design system that no page uses: families pay for every kilobyte. */
const lean = (whole) =>
  whole
    .replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors) =>
      selectors.startsWith('@') || selectors.split(',').some(isUsed) ? rule : '',
    )
    .replace(/@media[^{}]*\{\}/g, '');
// The licence of GDS Transport ends at gov.uk: not even its address is left in the style sheet.
writeFileSync(`${root}dist/assets/app.css`, lean(css.replace(/@font-face\{[^}]*\}/g, '')));
cpSync(`${root}src/pages/browser.js`, `${root}dist/assets/app.js`);
cpSync(`${root}src/pages/passkey.js`, `${root}dist/assets/passkey.js`);
// Packed once, for slow connections.
for (const name of ['app.css', 'app.js', 'passkey.js']) {
  const whole = readFileSync(`${root}dist/assets/${name}`);
  writeFileSync(`${root}dist/assets/${name}.br`, brotliCompressSync(whole));
  writeFileSync(`${root}dist/assets/${name}.gz`, gzipSync(whole, { level: 9 }));
}
cpSync(`${root}docs/check-proof.mjs`, `${root}dist/assets/check-proof.mjs`);
cpSync(`${root}src/pages/views`, `${root}dist/src/pages/views`, { recursive: true });
// What runs in a thread of its own, as it is.
for (const room of ['src/uploads/cleaning', 'src/papers'])
  for (const file of readdirSync(`${root}${room}`).filter((name) => name.endsWith('.mjs')))
    cpSync(`${root}${room}/${file}`, `${root}dist/${room}/${file}`);
writeFileSync(`${root}dist/.built`, '');
