#!/usr/bin/env node
// The `recourse` command. Exit code 0: done; 1: it found something; 2: what was typed cannot be done.

import { Command, CommanderError } from 'commander';
import { addAdministrationCommands } from './command-line/administration-commands';
import { addBackupCommands } from './command-line/backup-commands';
import { addCalendarCommands } from './command-line/calendar-commands';
import { addExchangeCommands } from './command-line/exchange-commands';
import { BAD_INPUT } from './command-line/exit-codes';
import { addLawCommands } from './command-line/law-commands';
import { addMessageCommands } from './command-line/message-commands';
import { addOperatorCommands } from './command-line/operator-commands';
import { addOrganisationCommands } from './command-line/organisation-commands';
import { addPrivacyCommands } from './command-line/privacy-commands';
import { addVerifyCommands } from './command-line/verify-commands';
import { addWebhookCommands } from './command-line/webhook-commands';
import { registerLocalRoutes } from './local-routes';

async function main(): Promise<void> {
  const program = new Command('recourse')
    .description('Carries a SEND dispute in England from the first grievance to a kept promise')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.split('\n')[0] + '\n') });
  addLawCommands(program);
  addCalendarCommands(program);
  addBackupCommands(program);
  addOrganisationCommands(program);
  addExchangeCommands(program);
  addAdministrationCommands(program);
  addMessageCommands(program);
  addWebhookCommands(program);
  addOperatorCommands(program);
  addPrivacyCommands(program);
  addVerifyCommands(program);
  for (const command of program.commands) {
    command.exitOverride();
    for (const inner of command.commands) inner.exitOverride();
  }
  try {
    registerLocalRoutes(process.env);
    await program.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
      return;
    }
    console.error(`recourse: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = BAD_INPUT;
  }
}

void main();
