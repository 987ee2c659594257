// Finds organisations and the executive who is accountable on a day.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../workflows/calendar';
import type { Body, PartyId } from '../../workflows/kit';
import { explainUntyped, ruleOf, type RuleId } from '../../workflows/law';
import { Db, isIn, readTogether, rowsOf } from '../persistence';
import { Ids, Refusal } from '../platform';
import { NamedExecutive, Organisation, OrganisationPeriod, type Help } from './entities';

/** Whose own procedure a rule belongs to. Dates that were promised, and limits of other bodies, are nobody's to move. */
const OWN_PROCEDURE: Partial<Record<Body, string[]>> = {
  council: ['council.', 'executive.', 'disagreement.'],
  icb: ['executive.'],
  mediation: ['provider-complaint.'],
  school: ['school.'],
  college: ['college.respond'],
};

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

  /** Organisations and their own periods by rule: a rule that can be set belongs to one kind of body. */
  async known(
    manager: EntityManager,
    ids: string[],
  ): Promise<{ byId: Map<string, Organisation>; periods: Partial<Record<RuleId, number>> }> {
    if (ids.length === 0) return { byId: new Map(), periods: {} };
    const given = [JSON.stringify(ids)];
    const [rows, own] = await readTogether(
      manager,
      rowsOf(manager, Organisation, isIn(manager, 'id', '$1'), given),
      rowsOf(manager, OrganisationPeriod, isIn(manager, 'organisation_id', '$1'), given),
    );
    return {
      byId: new Map(rows.map((row) => [row.id, row])),
      periods: Object.fromEntries(own.map(({ rule, period }) => [rule, period])),
    };
  }

  async appoint(manager: EntityManager, executive: Omit<NamedExecutive, 'id'>): Promise<void> {
    await manager.insert(NamedExecutive, { id: this.ids.id(), ...executive });
  }

  /**
   * Sets the organisation's own period for a rule; clocks that start from now on run by it.
   * @throws RuleInputError for a rule that the law sets, or a period that cannot be; Refusal where the rule is not of
   *   this kind of body: nobody sets the time of another's procedure
   */
  async setPeriod(
    manager: EntityManager,
    organisationId: string,
    rule: RuleId,
    period: number,
  ): Promise<void> {
    const { body } = await manager.findOneByOrFail(Organisation, { id: organisationId });
    if (!OWN_PROCEDURE[body]?.some((prefix) => rule.startsWith(prefix))) {
      throw new Refusal('invalid-data', `${rule} is not for a body of the kind "${body}" to set`);
    }
    const from = ruleOf(rule).limbs.map((limb) => [limb.from, '2026-01-05']);
    explainUntyped(rule, Object.fromEntries(from), { settings: { periods: { [rule]: period } } });
    await manager.save(OrganisationPeriod, { organisationId, rule, period });
  }

  /** The person who answers for a part on a day; nobody where none is named. */
  async executiveOf(organisationId: string, party: PartyId, on: PlainDate): Promise<string | undefined> {
    const named = await this.executivesOf(this.db.read, [organisationId], on);
    return named.find((each) => each.party === party)?.personId;
  }

  /** Everybody who answers for a part of these organisations on a day. */
  async executivesOf(
    manager: EntityManager,
    organisationIds: string[],
    on: PlainDate,
  ): Promise<NamedExecutive[]> {
    if (organisationIds.length === 0) return [];
    const named = await manager.findBy(NamedExecutive, { organisationId: In(organisationIds) });
    return named.filter(({ fromDay, toDay }) => fromDay <= on && (toDay === null || on <= toDay));
  }
}
