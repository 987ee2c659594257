// Webhooks of organisations, as an operator keeps them.

import type { Command } from 'commander';
import { Refusal } from '../platform';
import { Webhooks } from '../webhooks';
import { BadInput } from './bad-input';
import { knownOrganisation } from './organisation-commands';
import { withApp } from './with-app';

const SHOWN_ONCE = 'Its secret, shown this once: the receiver needs it to check signatures.';

export function addWebhookCommands(program: Command): void {
  const webhook = program
    .command('webhook')
    .description("tells organisations' own systems that a case has changed");

  webhook
    .command('add')
    .description('adds one and prints its id and its secret')
    .requiredOption('--organisation <id>')
    .requiredOption('--url <url>', 'where to send; public and https')
    .action(({ organisation, url }: { organisation: string; url: string }) =>
      withWebhooks(async (webhooks, app) => {
        await knownOrganisation(app, organisation);
        const made = await webhooks.add(organisation, url);
        console.log(`${made.id}\n${SHOWN_ONCE}\n${made.secret}`);
      }),
    );

  webhook
    .command('list')
    .description('id, organisation, address, what waits and what nobody took')
    .action(() =>
      withWebhooks(async (webhooks) => {
        for (const { id, organisationId, url, waiting, dead, lastResult } of await webhooks.list())
          console.log(
            `${id}\t${organisationId}\t${url}\t${waiting} wait\t${dead} dead\tlast ${lastResult ?? '–'}`,
          );
      }),
    );

  webhook
    .command('rotate')
    .description('a new secret; the old one is good for a day more')
    .argument('<id>')
    .action((id: string) =>
      withWebhooks(async (webhooks) => console.log(`${SHOWN_ONCE}\n${await webhooks.rotate(id)}`)),
    );

  webhook
    .command('remove')
    .description('ends it, with what was still to be sent')
    .argument('<id>')
    .action((id: string) =>
      withWebhooks(async (webhooks) => {
        await webhooks.remove(id);
        console.log('Removed');
      }),
    );
}

type App = Parameters<Parameters<typeof withApp>[1]>[0];

async function withWebhooks(work: (webhooks: Webhooks, app: App) => Promise<void>): Promise<void> {
  await withApp(true, async (app) => {
    try {
      await work(app.get(Webhooks), app);
    } catch (error) {
      throw error instanceof Refusal ? new BadInput(error.detail) : error;
    }
  });
}
