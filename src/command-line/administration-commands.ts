// Who may set up the service on its pages. Appointed here alone: whoever can run this could do anything anyway.

import type { Command } from 'commander';
import { Operators, People } from '../access';
import { Db } from '../persistence';
import { Refusal } from '../platform';
import { BadInput } from './bad-input';
import { withApp } from './with-app';

export function addAdministrationCommands(program: Command): void {
  const operator = program
    .command('operator')
    .description('who may set up organisations, staff and the calendar on the pages of the service');

  operator
    .command('add')
    .description('appoints one, who then signs in by e-mail; prints the id')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .action(async (given: { email: string; name: string }) => {
      await withApp(true, async (app) => {
        const people = app.get(People);
        const id = await app
          .get(Db)
          .tx(async (m) => {
            const known = await people.findByEmail(m, people.checkedEmail(given.email));
            const person = known ?? (await people.create(m, given));
            await app.get(Operators).appoint(m, person.id);
            return person.id;
          })
          .catch((error: unknown) => {
            throw error instanceof Refusal ? new BadInput(error.detail) : error;
          });
        console.log(id);
      });
    });

  operator
    .command('list')
    .description('id and day of appointment of each')
    .action(() =>
      withApp(true, async (app) => {
        for (const { personId, appointedAt } of await app.get(Operators).all())
          console.log(`${personId}\t${appointedAt}`);
      }),
    );

  operator
    .command('remove')
    .description('from the next request on they are none')
    .argument('<person>', 'the id')
    .action(async (id: string) => {
      await withApp(true, async (app) => {
        const done = await app.get(Db).tx((m) => app.get(Operators).dismiss(m, id));
        if (!done) throw new BadInput(`${id} is no operator`);
      });
    });
}
