// Organisations, their staff and executives, their own periods and terms, and whether two people answer for them: what an
// operator sets up before the first case.

import type { Command } from 'commander';
import { routeFor } from '../../workflows';
import { isPlainDate, schoolTermsFrom, SchoolTermsError, type SchoolTerm } from '../../workflows/calendar';
import { parties, partyDefinition, partyIds, type Body, type PartyId } from '../../workflows/kit';
import { isRuleId, RuleInputError } from '../../workflows/law';
import { People } from '../access';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Refusal } from '../platform';
import { BadInput } from './bad-input';
import { readJson } from './json-file';
import { addTemplateCommand } from './template-commands';
import { withApp } from './with-app';

const bodies = [...new Set(Object.values(parties).map(({ body }) => body))].filter(
  (body) => body !== 'family',
);

export function addOrganisationCommands(program: Command): void {
  const organisation = program
    .command('organisation')
    .description('councils, ICBs, schools and the rest: what is set up before the first case');

  organisation
    .command('add')
    .description('adds one and prints its id')
    .requiredOption('--body <body>', bodies.join(', '))
    .requiredOption('--name <name>', 'as families know it')
    .action(async ({ body, name }: { body: string; name: string }) => {
      if (!(bodies as string[]).includes(body)) throw new BadInput(`There is no body ${body}`);
      await withApp(true, async (app) => {
        const made = await app.get(Db).tx((m) => app.get(Organisations).create(m, body as Body, name));
        console.log(made.id);
      });
    });

  organisation
    .command('list')
    .description('id, body and name of each')
    .action(() =>
      withApp(true, async (app) => {
        for (const { id, body, name } of await app.get(Organisations).list())
          console.log(`${id}\t${body}\t${name}`);
      }),
    );

  organisation
    .command('staff')
    .description('lets a person sign in by e-mail and act for an organisation')
    .argument('<organisation>', 'its id')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .requiredOption('--party <party...>', 'e.g. "council SEND casework"')
    .option('--only <route...>', 'in cases of these routes alone, e.g. a link officer: ombudsman.lgsco')
    .option('--accountable-from <date>', 'named as the accountable executive from this day')
    .action(async (id: string, options: StaffOptions) => {
      await withApp(true, async (app) => {
        const found = await knownOrganisation(app, id);
        const chosen = options.party.map((party) => partyOf(party, found.body));
        const { accountableFrom: fromDay } = options;
        const only = options.only?.map(knownRoute) ?? null;
        if (fromDay !== undefined && !isPlainDate(fromDay)) throw new BadInput(`${fromDay} is not a date`);
        const people = app.get(People);
        await app.get(Db).tx(async (m) => {
          const person = await people.create(m, options).catch((error: unknown) => {
            throw error instanceof Refusal ? new BadInput(error.detail) : error;
          });
          await people.join(m, person.id, id, chosen, only);
          for (const party of fromDay === undefined ? [] : chosen)
            await app.get(Organisations).appoint(m, {
              organisationId: id,
              party,
              personId: person.id,
              fromDay: fromDay ?? '',
              toDay: null,
            });
          console.log(person.id);
        });
      });
    });

  organisation
    .command('period')
    .description(
      'its own period for a rule that is a policy or a service standard, for clocks that start from now on',
    )
    .argument('<organisation>', 'its id')
    .argument('<rule>', 'e.g. school.stage-1')
    .argument('<period>', 'a whole number, in the unit of the rule')
    .action(async (id: string, rule: string, typed: string) => {
      if (!isRuleId(rule)) throw new BadInput(`There is no rule ${rule}; "recourse rules" lists them`);
      await withApp(true, async (app) => {
        await knownOrganisation(app, id);
        try {
          await app.get(Db).tx((m) => app.get(Organisations).setPeriod(m, id, rule, Number(typed)));
        } catch (error) {
          if (error instanceof RuleInputError) throw new BadInput(error.message);
          throw error instanceof Refusal ? new BadInput(error.detail) : error;
        }
        console.log(`${rule} is ${typed} for this organisation`);
      });
    });

  organisation
    .command('terms')
    .description("a school's own term dates, for periods counted in school days, from now on")
    .argument('<organisation>', 'its id')
    .argument(
      '<file>',
      'the whole calendar: [{"from": "2026-09-03", "to": "2026-10-23"}, ...]; - for standard input',
    )
    .action(async (id: string, file: string) => {
      const terms = termsIn(file);
      await withApp(true, async (app) => {
        await knownOrganisation(app, id);
        try {
          await app.get(Db).tx((m) => app.get(Organisations).setTerms(m, id, terms));
        } catch (error) {
          throw error instanceof Refusal ? new BadInput(error.detail) : error;
        }
        console.log(`${terms.length} terms, from ${terms[0]?.from} to ${terms.at(-1)?.to}`);
      });
    });

  organisation
    .command('second-approval')
    .description(
      'whether a second person must approve its formal answers and concessions before they are sent',
    )
    .argument('<organisation>', 'its id')
    .argument('<answer>', 'yes or no')
    .action(async (id: string, answer: string) => {
      if (answer !== 'yes' && answer !== 'no') throw new BadInput(`Say yes or no, not ${answer}`);
      await withApp(true, async (app) => {
        const { name } = await knownOrganisation(app, id);
        await app.get(Db).tx((m) => app.get(Organisations).askForTwo(m, id, answer === 'yes'));
        console.log(
          answer === 'yes'
            ? `A second person of ${name} must approve what binds it`
            : `One person of ${name} is enough; what waits for a second can still be approved`,
        );
      });
    });

  addTemplateCommand(organisation);
}

function termsIn(file: string): SchoolTerm[] {
  try {
    return schoolTermsFrom(readJson(file));
  } catch (error) {
    throw error instanceof SchoolTermsError ? new BadInput(error.message) : error;
  }
}

type App = Parameters<Parameters<typeof withApp>[1]>[0];

interface StaffOptions {
  email: string;
  name: string;
  party: string[];
  only?: string[];
  accountableFrom?: string;
}

export async function knownOrganisation(app: App, id: string) {
  const found = (await app.get(Organisations).byId([id])).get(id);
  if (!found) throw new BadInput(`There is no organisation ${id}`);
  return found;
}

function knownRoute(typed: string): string {
  if (!routeFor(typed)) throw new BadInput(`There is no route ${typed}; "recourse routes" lists them`);
  return typed;
}

function partyOf(typed: string, body: Body): PartyId {
  const party = partyIds.find((each) => each === typed && partyDefinition(each).body === body);
  if (!party) {
    const theirs = partyIds.filter((each) => partyDefinition(each).body === body);
    throw new BadInput(`"${typed}" is no party of this body; choose from ${theirs.join(', ')}`);
  }
  return party;
}
