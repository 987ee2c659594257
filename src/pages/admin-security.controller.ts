// Staff and their sign-ins: who may act, with what second factor, who reads more than their work explains.

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Authenticators, Operators, Passkeys, People, Sessions } from '../access';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Refusal } from '../platform';
import { UnusualReading } from '../privacy';
import { Custody } from '../uploads';
import { Readers } from './reader';

const HERE = '/admin/security';
const DAYS = 7;

const WHY = {
  'many in an hour': 'Very many cases in an hour',
  'at night': 'Cases at night',
};

@Controller('admin/security')
export class AdminSecurityController {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly authenticators: Authenticators,
    private readonly passkeys: Passkeys,
    private readonly unusual: UnusualReading,
    private readonly custody: Custody,
    private readonly operators: Operators,
    private readonly readers: Readers,
  ) {}

  @Get()
  async security(
    @Req() request: Request,
    @Res() response: Response,
    @Query('organisation') chosen: unknown = '',
  ) {
    await this.readers.operator(request);
    const organisations = await this.organisations.list();
    const organisation =
      organisations.find(({ id }) => id === chosen) ??
      (organisations.length === 1 ? organisations[0] : undefined);
    const found = await this.unusual.ofLast(DAYS);
    const names = await this.people.namesOf(found.map(({ personId }) => personId));
    await this.readers.page(request, response, 'admin/security.njk', {
      title: 'Staff, sign-ins and reading',
      back: '/admin',
      days: DAYS,
      organisations,
      organisation,
      staff: organisation && (await this.staffOf(organisation.id)),
      unusual: found.map((each) => ({
        ...each,
        why: WHY[each.why],
        name: names.get(each.personId) ?? 'Somebody who has left',
      })),
      documents: await this.custody.counts(),
    });
  }

  /** They are signed out everywhere; they may sign in again. */
  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response, @Body('person') person = '') {
    const { personId } = await this.readers.operator(request, true);
    const member = await this.known(person);
    await this.db.tx(async (m) => {
      await this.sessions.endAllOf(member);
      await this.operators.record(m, personId, `signed ${member} out everywhere`);
    });
    response.redirect(303, HERE);
  }

  /** A lost telephone: whoever signs in next with their address sets up a new one. */
  @Post('second-factor')
  async reset(@Req() request: Request, @Res() response: Response, @Body('person') person = '') {
    const reader = await this.readers.provenOperator(request, response, HERE);
    if (!reader) return;
    const member = await this.known(person);
    await this.db.tx(async (m) => {
      await this.authenticators.remove(member);
      for (const { id } of await this.passkeys.of(member)) await this.passkeys.remove(member, id);
      await this.sessions.endAllOf(member);
      await this.operators.record(m, reader.personId, `took the second factor of ${member} off`);
    });
    response.redirect(303, HERE);
  }

  private async staffOf(organisationId: string) {
    const members = await this.people.staffOf(organisationId);
    const last = await this.sessions.lastOf(members.map(({ personId }) => personId));
    return Promise.all(
      members.map(async (each) => ({
        ...each,
        lastSignIn: last.get(each.personId),
        app: await this.authenticators.has(each.personId),
        passkeys: (await this.passkeys.of(each.personId)).length,
        open: (await this.sessions.openOf(each.personId)).length,
      })),
    );
  }

  /** Only staff: a family's account is none of an operator's business. */
  private async known(person: unknown): Promise<string> {
    const personId = String(person);
    if ((await this.people.memberships(personId)).length === 0)
      throw new Refusal('not-found', 'Nobody of that number acts for an organisation.');
    return personId;
  }
}
