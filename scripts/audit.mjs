// `npm run audit:parts`: is a known weakness in what the product is made of? It needs the registry's list of weaknesses; where
// that cannot be asked, it says that nothing was checked, and does not pass.

import { spawnSync } from 'node:child_process';

const { stdout, status } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
let report;
try {
  report = JSON.parse(stdout);
} catch {
  report = undefined;
}
const counts = report?.metadata?.vulnerabilities;
if (!counts) {
  console.error(`Not checked: the registry's list could not be asked (npm ended with ${status}).`);
  process.exit(2);
}
for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {}))
  console.log(`${severity}: ${name} ${range}`);
console.log(
  `${report.metadata.dependencies?.prod ?? 'all'} parts at run time: ${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate, ${counts.low} low`,
);
process.exit(counts.critical + counts.high > 0 ? 1 : 0);
