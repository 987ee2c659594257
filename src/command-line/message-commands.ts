// What an operator does about messages: templates for GOV.UK Notify, the token of callbacks, mail that came back,
// notices that reached nobody.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Bounces, CallbackTokens, notifyTemplates, Undelivered } from '../messages';
import { readConfig } from '../platform';
import { FINDING } from './exit-codes';
import { withApp } from './with-app';

export function addMessageCommands(program: Command): void {
  const messages = program
    .command('messages')
    .description('GOV.UK Notify, receipts, bounces, undelivered notices');

  messages
    .command('export-notify')
    .description('writes every template as GOV.UK Notify wants it, and the list of ids to fill in')
    .requiredOption('--to <folder>')
    .action(({ to }: { to: string }) => {
      const made = notifyTemplates(readConfig(process.env).baseUrl);
      mkdirSync(to, { recursive: true });
      for (const { id, type, subject, usualSubject, body } of made) {
        const head = subject === undefined ? '' : `Subject: ${subject}\n(usually: ${usualSubject})\n\n`;
        writeFileSync(join(to, `${id}.${type}.md`), `${head}${body}\n`);
      }
      const ids = Object.fromEntries(made.map(({ id }) => [id, '']));
      writeFileSync(join(to, 'template-ids.json'), `${JSON.stringify(ids, null, 2)}\n`);
      console.log(
        `${made.length} templates. Make each in GOV.UK Notify, write its id into template-ids.json, and set NOTIFY_TEMPLATES to that file.`,
      );
    });

  messages
    .command('callback-token')
    .description('a token for receipts and bounces, shown once; the one before ends')
    .action(() => withApp(true, async (app) => console.log(await app.get(CallbackTokens).make())));

  messages
    .command('bounce')
    .description('takes a mail that came back from standard input, as a mail server pipes it')
    .action(() =>
      withApp(true, async (app) => {
        const chunks: Buffer[] = [];
        for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
        console.log(await app.get(Bounces).take(Buffer.concat(chunks)));
      }),
    );

  messages
    .command('undelivered')
    .description('notices that did not reach their receiver, whom a person must tell another way')
    .action(() =>
      withApp(true, async (app) => {
        const waiting = await app.get(Undelivered).waiting();
        for (const { at, caseRef, party, template, contact, reason } of waiting)
          console.log(`${at} ${caseRef ?? '–'} ${party ?? '–'} ${template} by ${contact}: ${reason}`);
        console.log(`${waiting.length} notices wait for a person`);
        if (waiting.length > 0) process.exitCode = FINDING;
      }),
    );
}
