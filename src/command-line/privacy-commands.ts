// How long data is kept and who must not lose it yet, requests to be erased, readers out of the ordinary, lost telephones.

import type { Command } from 'commander';
import { Authenticators, Passkeys } from '../access';
import { CaseRecords } from '../engine';
import { readCaseRef, Refusal } from '../platform';
import { ErasureRequests, Holds, Retention, retentionClasses, UnusualReading } from '../privacy';
import { BadInput } from './bad-input';
import { FINDING } from './exit-codes';
import { withApp } from './with-app';

const DAYS = 7;

export function addPrivacyCommands(program: Command): void {
  program
    .command('retention')
    .description('erases what has been kept long enough; for every night')
    .option('--preview', 'says what that would be, and why, and erases nothing')
    .action(async ({ preview }: { preview?: boolean }) => {
      await withApp(true, async (app) => {
        const retention = app.get(Retention);
        for (const { id, days, due, held } of await (preview ? retention.preview() : retention.run())) {
          const { title, from, why } = retentionClasses[id];
          const kept = held > 0 ? `, ${held} kept because of a legal hold` : '';
          console.log(`${id}: ${due} ${preview ? 'due' : 'erased'}${kept}`);
          if (preview) console.log(`  ${title}. ${days} days from ${from}. ${why}.`);
        }
      });
    });

  program
    .command('hold')
    .description('legal holds: nothing of a dispute is erased while one stands')
    .option('--case <ref>', 'places one on the dispute of this case')
    .option('--reason <text>', 'why, without personal detail')
    .option('--lift <id>', 'ends one')
    .action(async ({ case: typed, reason, lift }: { case?: string; reason?: string; lift?: string }) => {
      const ref = typed === undefined ? undefined : readCaseRef(typed);
      if (typed !== undefined && ref === undefined) throw new BadInput(`${typed} is not a case reference`);
      if (ref !== undefined && !reason) throw new BadInput('Say why with --reason');
      if (reason !== undefined && reason.length > 300) throw new BadInput('Say why in at most 300 letters');
      await withApp(true, async (app) => {
        const holds = app.get(Holds);
        if (lift !== undefined) {
          if (!(await holds.lift(lift))) throw new BadInput(`There is no legal hold ${lift}`);
          console.log('The legal hold is lifted');
        } else if (ref !== undefined) {
          const disputeId = await app.get(CaseRecords).disputeOf(ref);
          if (!disputeId) throw new BadInput(`There is no case ${ref}`);
          console.log(await holds.place(disputeId, reason ?? ''));
        } else {
          for (const hold of await holds.standing())
            console.log(`${hold.id}\t${hold.placedAt}\t${hold.reason}`);
        }
      });
    });

  program
    .command('erasure')
    .description('requests of people to be erased, soonest due first; carries one out, or refuses it')
    .option('--do <id>', 'erases the person, and the disputes that are theirs alone; there is no way back')
    .option('--refuse <id>', 'with --reason; the person is told')
    .option('--reason <text>', 'why not, in plain words')
    .action(async (options: { do?: string; refuse?: string; reason?: string }) => {
      if (options.refuse !== undefined && !options.reason) throw new BadInput('Say why with --reason');
      await withApp(true, async (app) => {
        const requests = app.get(ErasureRequests);
        const inWords = (error: unknown) => {
          throw error instanceof Refusal ? new BadInput(error.detail) : error;
        };
        if (options.do !== undefined) {
          await requests.carryOut(options.do).catch(inWords);
          console.log('Erased');
        } else if (options.refuse !== undefined) {
          await requests.refuse(options.refuse, options.reason ?? '').catch(inWords);
          console.log('Refused; the person is told');
        } else {
          const waiting = await requests.waiting();
          for (const { id, personId, askedAt, dueOn } of waiting)
            console.log(`${id}\tperson ${personId}\tasked ${askedAt}\tanswer by ${dueOn}`);
          if (waiting.length > 0) process.exitCode = FINDING;
        }
      });
    });

  program
    .command('unusual-reads')
    .description('who has read more cases than their work explains, for a person to look at')
    .option('--days <days>', 'how far back', String(DAYS))
    .action(async ({ days }: { days: string }) => {
      if (!/^[1-9]\d{0,2}$/.test(days)) throw new BadInput(`${days} is not a number of days`);
      await withApp(true, async (app) => {
        const found = await app.get(UnusualReading).ofLast(Number(days));
        for (const { personId, part, from, reads, cases, why } of found)
          console.log(`${from} person ${personId} (${part}): ${reads} reads of ${cases} cases, ${why}`);
        console.log(`${found.length} to look at`);
        if (found.length > 0) process.exitCode = FINDING;
      });
    });

  program
    .command('second-factor')
    .description('takes a lost telephone or device off, so that a new one can be set up at the next sign-in')
    .requiredOption('--reset <person>', 'id of the person; make sure that it is them')
    .action(async ({ reset }: { reset: string }) => {
      await withApp(true, async (app) => {
        await app.get(Authenticators).remove(reset);
        for (const { id } of await app.get(Passkeys).of(reset)) await app.get(Passkeys).remove(reset, id);
        console.log('They can set up a new one');
      });
    });
}
