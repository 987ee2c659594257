// What other systems hold: webhooks of organisations with how they fare, and tokens for the API. A secret is shown once.

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Operators, People, Tokens } from '../access';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Refusal } from '../platform';
import { Webhooks } from '../webhooks';
import { byField, type PageError } from './admin-form';
import { Readers } from './reader';

const HERE = '/admin/connections';

interface Typed {
  organisation?: string;
  url?: string;
}

interface Shown {
  errors?: PageError[];
  typed?: Typed;
  /** To be handed to the receiver; the page says it this once. */
  secret?: { id: string; url: string; text: string };
}

@Controller('admin/connections')
export class AdminConnectionsController {
  constructor(
    private readonly db: Db,
    private readonly webhooks: Webhooks,
    private readonly tokens: Tokens,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly operators: Operators,
    private readonly readers: Readers,
  ) {}

  @Get()
  async connections(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    await this.show(request, response);
  }

  @Post('webhooks')
  async add(@Req() request: Request, @Res() response: Response, @Body() typed: Typed) {
    const reader = await this.readers.provenOperator(request, response, HERE);
    if (!reader) return;
    const organisation = String(typed.organisation ?? '');
    const url = String(typed.url ?? '').trim();
    const known = (await this.organisations.byId([organisation])).has(organisation);
    if (!known)
      return this.show(request, response, {
        typed,
        errors: [{ field: 'organisation', text: 'Choose whose system it is' }],
      });
    try {
      const made = await this.db.tx(async (m) => {
        const hook = await this.webhooks.add(organisation, url);
        await this.operators.record(m, reader.personId, `added the webhook ${hook.id} of ${organisation}`);
        return hook;
      });
      await this.show(request, response, { secret: { id: made.id, url: made.url, text: made.secret } });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.show(request, response, { typed, errors: [{ field: 'url', text: error.detail }] });
    }
  }

  @Post('webhooks/rotate')
  async rotate(@Req() request: Request, @Res() response: Response, @Body('id') id = '') {
    const reader = await this.readers.provenOperator(request, response, HERE);
    if (!reader) return;
    const hook = (await this.webhooks.list()).find((each) => each.id === id);
    if (!hook) throw new Refusal('not-found', 'There is no such webhook.');
    const text = await this.db.tx(async (m) => {
      await this.operators.record(m, reader.personId, `gave the webhook ${hook.id} a new secret`);
      return this.webhooks.rotate(hook.id);
    });
    await this.show(request, response, { secret: { id: hook.id, url: hook.url, text } });
  }

  @Post('webhooks/remove')
  async remove(@Req() request: Request, @Res() response: Response, @Body('id') id = '') {
    const reader = await this.readers.provenOperator(request, response, HERE);
    if (!reader) return;
    await this.db.tx(async (m) => {
      await this.webhooks.remove(String(id));
      await this.operators.record(m, reader.personId, `removed the webhook ${String(id)}`);
    });
    response.redirect(303, HERE);
  }

  @Post('tokens/revoke')
  async revoke(@Req() request: Request, @Res() response: Response, @Body('id') id = '') {
    const { personId } = await this.readers.operator(request, true);
    const known = (await this.tokens.standing()).find((each) => each.id === id);
    if (!known) throw new Refusal('not-found', 'There is no such token.');
    await this.db.tx(async (m) => {
      await this.tokens.revoke(known.id);
      await this.operators.record(m, personId, `ended the token ${known.id}`);
    });
    response.redirect(303, HERE);
  }

  private async show(request: Request, response: Response, shown: Shown = {}): Promise<void> {
    const hooks = await this.webhooks.list();
    const organisations = await this.organisations.list();
    const nameOf = new Map(organisations.map(({ id, name }) => [id, name]));
    const tokens = await this.tokens.standing();
    const holders = await this.people.namesOf(tokens.map(({ personId }) => personId));
    await this.readers.page(
      request,
      response,
      'admin/connections.njk',
      {
        title: 'Webhooks and tokens',
        back: '/admin',
        webhooks: hooks.map((hook) => ({ ...hook, organisation: nameOf.get(hook.organisationId) })),
        tokens: tokens.map((token) => ({ ...token, holder: holders.get(token.personId) })),
        organisations: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
        ...shown,
        at: byField(shown.errors),
      },
      shown.errors ? 422 : 200,
    );
  }
}
