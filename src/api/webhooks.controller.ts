// Webhooks of an organisation, kept by those who act for it.

import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseFilters, UseGuards } from '@nestjs/common';
import { isWhole, People } from '../access';
import type { Who } from '../engine';
import { Refusal } from '../platform';
import { Webhooks } from '../webhooks';
import { Bearer, Holder, Needs } from './bearer';
import { ProblemFilter } from './problems';
import { addWebhook, read } from './requests';

type Person = Who & { kind: 'person' };

@Controller('api/v1/webhooks')
@UseGuards(Bearer)
@UseFilters(ProblemFilter)
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly people: People,
  ) {}

  @Get()
  @Needs('webhooks')
  async list(@Holder() holder: Person) {
    return { webhooks: await this.webhooks.list(await this.organisationsOf(holder)) };
  }

  /** The secret is in this answer and nowhere else. */
  @Post()
  @Needs('webhooks')
  async add(@Holder() holder: Person, @Body() body: unknown) {
    const { url, organisation } = read(addWebhook, body);
    const theirs = await this.organisationsOf(holder);
    const [only] = theirs;
    const chosen = organisation ?? (theirs.length === 1 ? only : undefined);
    if (chosen === undefined || !theirs.includes(chosen)) {
      const detail = 'Name an organisation that you act for';
      throw new Refusal('invalid-data', detail, [{ pointer: '/organisation', detail }]);
    }
    return this.webhooks.add(chosen, url);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @Needs('webhooks')
  async rotate(@Holder() holder: Person, @Param('id') id: string) {
    return { id, secret: await this.webhooks.rotate(id, await this.organisationsOf(holder)) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('webhooks')
  async remove(@Holder() holder: Person, @Param('id') id: string): Promise<void> {
    await this.webhooks.remove(id, await this.organisationsOf(holder));
  }

  private async organisationsOf({ personId }: Person): Promise<string[]> {
    const memberships = (await this.people.memberships(personId)).filter(isWhole);
    return [...new Set(memberships.map(({ organisationId }) => organisationId))];
  }
}
