// Finds organisations and the executive who is accountable on a day.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { addDays, type PlainDate, type SchoolTerm } from '../../workflows/calendar';
import { partyDefinition, type Body, type PartyId } from '../../workflows/kit';
import { explainUntyped, ruleOf, type ExplainOptions, type RuleId } from '../../workflows/law';
import { Db, isOneOf, readTogether, rowsOf, stringsIn, type Reading, type Statement } from '../persistence';
import { Ids, Refusal } from '../platform';
import { NamedExecutive, Organisation, OrganisationPeriod, SchoolTermRow, type Help } from './entities';

export type Settings = NonNullable<ExplainOptions['settings']>;

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
    const organisation = { id: this.ids.id(), body, name, help, secondApproval: false };
    await manager.insert(Organisation, organisation);
    return organisation;
  }

  /** Whether one of its people must approve what another sends in its name. What waits already is still approved or given back. */
  async askForTwo(manager: EntityManager, id: string, secondApproval: boolean): Promise<void> {
    await manager.update(Organisation, { id }, { secondApproval });
  }

  list(body?: Body): Promise<Organisation[]> {
    return this.db.read.find(Organisation, { where: body ? { body } : {}, order: { name: 'ASC' } });
  }

  async byId(ids: string[]): Promise<Map<string, Organisation>> {
    const rows = ids.length === 0 ? [] : await this.db.read.findBy(Organisation, { id: In(ids) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What `settingsFrom` needs of the organisations that a query gives, to be read together with other things. */
  settingsIn(
    manager: EntityManager,
    { sql, values }: Statement,
  ): [Reading<OrganisationPeriod[]>, Reading<SchoolTermRow[]>] {
    const theirs = isOneOf(manager, 'organisation_id', sql);
    return [
      rowsOf(manager, OrganisationPeriod, theirs, values),
      rowsOf(manager, SchoolTermRow, `${theirs} ORDER BY from_day`, values),
    ];
  }

  /**
   * What organisations set themselves: their periods by rule, and the terms of the school among them. A rule that can
   * be set belongs to one kind of body, and a dispute has one school.
   */
  settingsFrom(periods: OrganisationPeriod[], terms: SchoolTermRow[]): Settings {
    return {
      periods: Object.fromEntries(periods.map(({ rule, period }) => [rule, period])),
      ...(terms.length > 0
        ? { schoolTerms: terms.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })) }
        : {}),
    };
  }

  /** The organisations that a query gives, to be read together with other things. */
  organisationsIn(manager: EntityManager, { sql, values }: Statement): Reading<Organisation[]> {
    return rowsOf(manager, Organisation, isOneOf(manager, 'id', sql), values);
  }

  async appoint(manager: EntityManager, executive: Omit<NamedExecutive, 'id'>): Promise<void> {
    await manager.insert(NamedExecutive, { id: this.ids.id(), ...executive });
  }

  /** Everybody who was, is or will be accountable, latest first. */
  executivesOf(organisationId: string): Promise<NamedExecutive[]> {
    return this.db.read.find(NamedExecutive, { where: { organisationId }, order: { fromDay: 'DESC' } });
  }

  /** Parts for which nobody is named on a day, of all organisations that have such a part. */
  async withoutExecutive(party: PartyId, on: PlainDate): Promise<Set<string>> {
    const { body } = partyDefinition(party);
    const named = await this.db.read.findBy(NamedExecutive, { party });
    const covered = new Set(
      named
        .filter(({ fromDay, toDay }) => fromDay <= on && (toDay === null || on <= toDay))
        .map(({ organisationId }) => organisationId),
    );
    return new Set((await this.list(body)).map(({ id }) => id).filter((id) => !covered.has(id)));
  }

  /**
   * Names who is accountable from a day on; whoever was before them is so to the day before.
   * @throws Refusal for a day that is not after the beginning of the one before: history is not rewritten
   */
  async succeed(m: EntityManager, executive: Omit<NamedExecutive, 'id' | 'toDay'>): Promise<void> {
    const { organisationId, party, fromDay } = executive;
    const [latest] = await m.find(NamedExecutive, {
      where: { organisationId, party },
      order: { fromDay: 'DESC' },
      take: 1,
    });
    if (latest && latest.fromDay >= fromDay) {
      const detail = `Choose a day after ${latest.fromDay}: somebody is named from then on`;
      throw new Refusal('invalid-data', detail, [{ pointer: '/fromDay', detail }]);
    }
    const lastDay = addDays(fromDay, -1);
    if (latest && (latest.toDay === null || latest.toDay > lastDay))
      await m.update(NamedExecutive, { id: latest.id }, { toDay: lastDay });
    await this.appoint(m, { ...executive, toDay: null });
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

  /**
   * Sets a school's whole calendar in place of the one it had; clocks that start from now on are counted by it.
   * @throws Refusal where the organisation is no school
   */
  async setTerms(
    manager: EntityManager,
    organisationId: string,
    terms: readonly SchoolTerm[],
  ): Promise<void> {
    const { body } = await manager.findOneByOrFail(Organisation, { id: organisationId });
    if (body !== 'school')
      throw new Refusal('invalid-data', `Only a school has terms: this is a body of the kind "${body}"`);
    await manager.delete(SchoolTermRow, { organisationId });
    const rows = terms.map(({ from, to }) => ({ organisationId, fromDay: from, toDay: to }));
    await manager.insert(SchoolTermRow, rows);
  }

  /** What these organisations set themselves. */
  async settingsOf(manager: EntityManager, organisationIds: string[]): Promise<Settings> {
    const theirs = { sql: stringsIn(manager, '$1'), values: [JSON.stringify(organisationIds)] };
    return this.settingsFrom(...(await readTogether(manager, ...this.settingsIn(manager, theirs))));
  }

  /** The person who answers for a part on a day; nobody where none is named. */
  async executiveOf(organisationId: string, party: PartyId, on: PlainDate): Promise<string | undefined> {
    const named = await this.executivesOfAll(this.db.read, [organisationId], on);
    return named.find((each) => each.party === party)?.personId;
  }

  /** Everybody who answers for a part of these organisations on a day. */
  async executivesOfAll(
    manager: EntityManager,
    organisationIds: string[],
    on: PlainDate,
  ): Promise<NamedExecutive[]> {
    if (organisationIds.length === 0) return [];
    const named = await manager.findBy(NamedExecutive, { organisationId: In(organisationIds) });
    return named.filter(({ fromDay, toDay }) => fromDay <= on && (toDay === null || on <= toDay));
  }
}
