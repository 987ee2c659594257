// Organisations, who acts for them, and who is accountable from when to when.

import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { routes } from '../../workflows';
import { isPlainDate } from '../../workflows/calendar';
import { partyDefinition, partyIds, type Body as Kind, type PartyId } from '../../workflows/kit';
import { Operators, People, Sessions, type StaffMember } from '../access';
import { takesPart } from '../engine';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { byField, trimmed, type PageError } from './admin-form';
import { several } from './posted';
import { valueOf, type Question } from './questions';
import { Readers } from './reader';

/** Who must never be missing: a missed duty goes to them. */
const ACCOUNTABLE = ['ICB executive lead', "director of children's services"] as const satisfies PartyId[];

/** Bodies whose people sign in; a tribunal's or an ombudsman's do not. */
const KINDS: Partial<Record<Kind, string>> = {
  council: 'Council',
  icb: 'Integrated Care Board (ICB)',
  mediation: 'Mediation service',
  'nhs-provider': 'NHS provider',
  school: 'School',
  nursery: 'Nursery',
  college: 'College',
  university: 'University',
  'data-controller': 'Body that holds data',
};
const kinds = Object.keys(KINDS) as Kind[];

interface Posted {
  body?: string;
  name?: string;
  email?: string;
  parties?: string | string[];
  only?: string | string[];
  party?: string;
  person?: string;
  fromDay?: unknown;
  two?: string;
}

const FROM: Question = { name: 'fromDay', label: 'From which day?', control: 'date', optional: false };

@Controller('admin/organisations')
export class AdminOrganisationsController {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly operators: Operators,
    private readonly readers: Readers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async all(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    await this.list(request, response);
  }

  @Post()
  async add(@Req() request: Request, @Res() response: Response, @Body() posted: Posted) {
    const { personId } = await this.readers.operator(request, true);
    const name = trimmed(posted.name);
    const body = kinds.find((each) => each === posted.body);
    const wrong = [
      ...(name.length > 0 && name.length <= 200
        ? []
        : [{ field: 'name', text: 'Enter its name, as families know it' }]),
      ...(body ? [] : [{ field: 'body', text: 'Choose what kind of body it is' }]),
    ];
    if (!body || wrong.length > 0) return this.list(request, response, { errors: wrong, typed: posted });
    const made = await this.db.tx(async (m) => {
      const organisation = await this.organisations.create(m, body, name);
      await this.operators.record(m, personId, `added the organisation ${organisation.id}`);
      return organisation;
    });
    response.redirect(303, `/admin/organisations/${made.id}`);
  }

  @Get(':id')
  async one(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Query('change') personId?: string,
  ) {
    await this.readers.operator(request);
    const member = personId && (await this.people.staffOf(id)).find((each) => each.personId === personId);
    await this.show(request, response, id, member ? { errors: [], typed: formOf(member) } : undefined);
  }

  @Post(':id/staff')
  async admit(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() posted: Posted,
  ) {
    const { personId } = await this.readers.operator(request, true);
    const { body } = await this.known(id);
    const chosen = partiesOf(body).filter((party) => several(posted.parties).includes(party));
    const only = several(posted.only);
    const open = routesOf(chosen);
    const name = trimmed(posted.name);
    const wrong = [
      ...(name ? [] : [{ field: 'name', text: 'Enter their name' }]),
      ...(chosen.length > 0 ? [] : [{ field: 'parties', text: 'Choose what they may act as' }]),
      ...(chosen.length === 0 || only.every((route) => Object.hasOwn(open, route))
        ? []
        : [{ field: 'only', text: 'Choose only routes in which they have a part' }]),
    ];
    if (wrong.length > 0) return this.show(request, response, id, { errors: wrong, typed: posted });
    try {
      await this.db.tx(async (m) => {
        const email = this.people.checkedEmail(trimmed(posted.email));
        const person =
          (await this.people.findByEmail(m, email)) ?? (await this.people.create(m, { name, email }));
        await this.people.leave(m, person.id, id);
        await this.people.join(m, person.id, id, chosen, only.length > 0 ? only : null);
        const where = only.length > 0 ? ` in ${only.join(', ')} alone` : '';
        await this.operators.record(
          m,
          personId,
          `let ${person.id} act for ${id} as ${chosen.join(', ')}${where}`,
        );
      });
    } catch (error) {
      return this.show(request, response, id, { errors: errorsOf(error), typed: posted });
    }
    response.redirect(303, `/admin/organisations/${id}`);
  }

  @Post(':id/staff/end')
  async dismiss(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() { person = '' }: Posted,
  ) {
    const { personId } = await this.readers.operator(request, true);
    await this.known(id);
    await this.db.tx(async (m) => {
      await this.people.leave(m, String(person), id);
      await this.sessions.endAllOf(String(person));
      await this.operators.record(m, personId, `ended that ${String(person)} acts for ${id}`);
    });
    response.redirect(303, `/admin/organisations/${id}`);
  }

  @Post(':id/executives')
  async succeed(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() posted: Posted,
  ) {
    const { personId } = await this.readers.operator(request, true);
    const { body } = await this.known(id);
    const fromDay = valueOf(FROM, posted.fromDay);
    const party = partiesOf(body).find((each) => each === posted.party);
    const member = (await this.people.staffOf(id)).find((each) => each.personId === posted.person);
    const wrong = [
      ...(party ? [] : [{ field: 'party', text: 'Choose what they are accountable as' }]),
      ...(member ? [] : [{ field: 'person', text: 'Choose somebody who acts for this organisation' }]),
      ...(isPlainDate(fromDay) ? [] : [{ field: 'fromDay', text: 'Enter a real day, like 1 12 2026' }]),
    ];
    if (!party || !member || !isPlainDate(fromDay))
      return this.show(request, response, id, { errors: wrong, typed: posted });
    try {
      await this.db.tx(async (m) => {
        await this.organisations.succeed(m, {
          organisationId: id,
          party,
          personId: member.personId,
          fromDay,
        });
        await this.operators.record(
          m,
          personId,
          `named ${member.personId} ${party} of ${id} from ${fromDay}`,
        );
      });
    } catch (error) {
      return this.show(request, response, id, { errors: errorsOf(error), typed: posted });
    }
    response.redirect(303, `/admin/organisations/${id}`);
  }

  @Post(':id/second-approval')
  async askForTwo(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() { two }: Posted,
  ) {
    const { personId } = await this.readers.operator(request, true);
    await this.known(id);
    if (two !== 'yes' && two !== 'no') {
      const errors = [{ field: 'two', text: 'Choose whether a second person must approve it' }];
      return this.show(request, response, id, { errors, typed: {} });
    }
    await this.db.tx(async (m) => {
      await this.organisations.askForTwo(m, id, two === 'yes');
      const what = two === 'yes' ? 'wants' : 'does not want';
      await this.operators.record(m, personId, `said that ${id} ${what} a second person for what it sends`);
    });
    response.redirect(303, `/admin/organisations/${id}`);
  }

  private async list(request: Request, response: Response, wrong?: Wrong): Promise<void> {
    const today = this.clock.today();
    const missing = new Map<string, PartyId[]>();
    for (const party of ACCOUNTABLE)
      for (const id of await this.organisations.withoutExecutive(party, today))
        missing.set(id, [...(missing.get(id) ?? []), party]);
    const all = (await this.organisations.list()).map((each) => ({
      ...each,
      kind: KINDS[each.body] ?? each.body,
      missing: missing.get(each.id) ?? [],
    }));
    await this.readers.page(
      request,
      response,
      'admin/organisations.njk',
      {
        title: 'Organisations',
        back: '/admin',
        // Without somebody accountable a missed duty goes to nobody by name: these come first.
        organisations: [
          ...all.filter(({ missing: m }) => m.length),
          ...all.filter(({ missing: m }) => !m.length),
        ],
        kinds: KINDS,
        ...shownAgain(wrong),
      },
      wrong ? 422 : 200,
    );
  }

  private async show(request: Request, response: Response, id: string, wrong?: Wrong): Promise<void> {
    const organisation = await this.known(id);
    const members = await this.people.staffOf(id);
    const routeOptions = routesOf(partiesOf(organisation.body));
    const executives = await this.organisations.executivesOf(id);
    const names = new Map(members.map(({ personId, name }) => [personId, name]));
    for (const { personId } of executives)
      if (!names.has(personId))
        names.set(personId, (await this.people.contact(personId))?.name ?? 'Somebody who has left');
    await this.readers.page(
      request,
      response,
      'admin/organisation.njk',
      {
        title: organisation.name,
        back: '/admin/organisations',
        organisation,
        kind: KINDS[organisation.body] ?? organisation.body,
        members: members.map((each) => ({
          ...each,
          only: (each.routes ?? []).map((route) => routeOptions[route] ?? route),
        })),
        routeOptions,
        memberOptions: Object.fromEntries(members.map(({ personId, name }) => [personId, name])),
        executives: executives.map((each) => ({ ...each, name: names.get(each.personId) })),
        partyOptions: Object.fromEntries(partiesOf(organisation.body).map((party) => [party, party])),
        ...shownAgain(wrong),
      },
      wrong?.errors.length ? 422 : 200,
    );
  }

  private async known(id: string) {
    const found = (await this.organisations.byId([id])).get(id);
    if (!found) throw new Refusal('not-found', 'There is no such organisation.');
    return found;
  }
}

/** What was once said of somebody, to be said anew. */
const formOf = ({ name, email, parties, routes: only }: StaffMember): Posted => ({
  name,
  email,
  parties,
  only: only ?? [],
});

/** By their ids, the titles of the routes in which one of these has a part. */
const routesOf = (parties: PartyId[]): Record<string, string> =>
  Object.fromEntries(
    routes.filter((route) => takesPart({ parties }, route)).map(({ id, title }) => [id, title]),
  );

/** What was wrong, and what was typed: nobody types it twice. */
interface Wrong {
  errors: PageError[];
  typed: Posted;
}

/** Fields of several inputs. */
const GROUPS = new Set(['body', 'parties', 'only', 'person', 'party', 'two']);

const shownAgain = (wrong?: Wrong) =>
  wrong && {
    // The summary leads to the first input of a field; the field itself says what is wrong.
    errors: wrong.errors.map((each) => ({
      ...each,
      field:
        each.field === FROM.name
          ? `${FROM.name}-day`
          : GROUPS.has(each.field)
            ? `${each.field}-1`
            : each.field,
    })),
    at: byField(wrong.errors),
    typed: { ...wrong.typed, parties: several(wrong.typed.parties), only: several(wrong.typed.only) },
  };

/** @throws what is not a refusal */
function errorsOf(error: unknown): PageError[] {
  if (!(error instanceof Refusal)) throw error;
  return error.pointers.map(({ pointer, detail }) => ({ field: pointer.slice(1), text: detail }));
}

const partiesOf = (body: Kind): PartyId[] => partyIds.filter((party) => partyDefinition(party).body === body);
