// `recourse verify`: the invariants of docs/faults.md against the rows, and `recourse proof`: what a party can check alone.

import type { Command } from 'commander';
import type { Finding } from '../engine';
import { readCaseRef } from '../platform';
import { Roots } from '../transparency';
import { Invariants } from '../verification';
import { BadInput } from './bad-input';
import { FINDING } from './exit-codes';
import { withApp } from './with-app';

export function addVerifyCommands(program: Command): void {
  program
    .command('verify')
    .description(
      'replays journals; checks hash chains, states, deadlines, reminders, messages and published roots',
    )
    .option('--case <ref>', 'one case only')
    .action(async ({ case: typed }: { case?: string }) => {
      const ref = typed === undefined ? undefined : caseRef(typed);
      await withApp(true, async (app) => {
        const invariants = app.get(Invariants);
        if (ref) {
          const findings = await invariants.verifyCase(ref);
          findings.forEach(tell);
          console.log(`1 cases verified, ${findings.length} findings`);
          if (findings.length > 0) process.exitCode = FINDING;
          return;
        }
        const { cases, entries, days, findings } = await invariants.verifyAll(tell);
        console.log(
          `${cases} cases, ${entries} entries, ${days} published roots verified, ${findings} findings`,
        );
        if (findings > 0) process.exitCode = FINDING;
      });
    });

  program
    .command('proof')
    .description(
      'the published roots as JSON, or what proves that a case is in them; see docs/check-proof.mjs',
    )
    .option('--case <ref>', 'the proof of one case')
    .action(async ({ case: typed }: { case?: string }) => {
      const ref = typed === undefined ? undefined : caseRef(typed);
      await withApp(true, async (app) => {
        const roots = app.get(Roots);
        const made = ref
          ? await roots.proof(ref, { kind: 'system', name: 'operator' })
          : { days: await roots.published() };
        console.log(JSON.stringify(made, null, 2));
      });
    });
}

function caseRef(typed: string): string {
  const ref = readCaseRef(typed);
  if (ref === undefined) throw new BadInput(`${typed} is not a case reference`);
  return ref;
}

/** The case, the promise that is broken, and what to do. */
export function tell({ ref, seq, invariant, what, todo }: Finding): void {
  console.log(`${ref}${seq === undefined ? '' : ` entry ${seq}`}: ${invariant}: ${what}. ${todo}`);
}
