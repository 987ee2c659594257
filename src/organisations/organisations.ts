// Finds organisations and the executive who is accountable on a day.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../workflows/calendar';
import type { Body, PartyId } from '../../workflows/kit';
import { Db } from '../persistence';
import { Ids } from '../platform';
import { NamedExecutive, Organisation, type Help } from './entities';

@Injectable()
export class Organisations {
  constructor(
    private readonly db: Db,
    private readonly ids: Ids,
  ) {}

  async create(
    manager: EntityManager,
    body: Body,
    name: string,
    help: Help | null = null,
  ): Promise<Organisation> {
    const organisation = { id: this.ids.id(), body, name, help };
    await manager.insert(Organisation, organisation);
    return organisation;
  }

  list(body?: Body): Promise<Organisation[]> {
    return this.db.read.find(Organisation, { where: body ? { body } : {}, order: { name: 'ASC' } });
  }

  async byId(ids: string[]): Promise<Map<string, Organisation>> {
    const rows = ids.length === 0 ? [] : await this.db.read.findBy(Organisation, { id: In(ids) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  async appoint(manager: EntityManager, executive: Omit<NamedExecutive, 'id'>): Promise<void> {
    await manager.insert(NamedExecutive, { id: this.ids.id(), ...executive });
  }

  /** The person who answers for a part on a day; nobody where none is named. */
  async executiveOf(organisationId: string, party: PartyId, on: PlainDate): Promise<string | undefined> {
    const named = await this.db.read.findBy(NamedExecutive, { organisationId, party });
    return named.find(({ fromDay, toDay }) => fromDay <= on && (toDay === null || on <= toDay))?.personId;
  }
}
