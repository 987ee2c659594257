// Erasing: a dispute's or a person's key is destroyed with everything sealed by it, and the rows that belong to them
// alone are deleted. What stays is the skeleton: journals whose chains still hold, dates and figures that name nobody.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Operators, Parts, People } from '../access';
import { CaseRecords } from '../engine';
import { Drafts } from '../lodging';
import { Outbox } from '../messages';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Uploads } from '../uploads';
import { Vault } from '../vault';
import { ErasureRecord } from './entities';
import { Holds } from './holds';

type Why = ErasureRecord['why'];

/** Rows that name somebody by id and stay: without their key the id says nothing. */
const KEPT_OF_A_PERSON = new Set([
  // The family's own list of who has opened their case.
  'reads',
  // Who was accountable, from a day to a day.
  'named_executives',
  // What operators did can only be added to.
  'operator_acts',
]);

/** The skeleton of a dispute. */
const KEPT_OF_A_DISPUTE = new Set(['cases', 'legal_holds', 'reminders']);
const KEPT_OF_A_CASE = new Set(['journal', 'deadlines', 'case_organisations', 'reminders', 'tree_leaves']);

@Injectable()
export class Erasure {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly people: People,
    private readonly operators: Operators,
    private readonly records: CaseRecords,
    private readonly drafts: Drafts,
    private readonly outbox: Outbox,
    private readonly uploads: Uploads,
    private readonly holds: Holds,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws Refusal while a case of it is open, or a legal hold stands */
  async dispute(disputeId: string, why: Why): Promise<void> {
    const open = await this.records.openOf(disputeId);
    if (open.length > 0) throw stands(`${open.join(', ')} is not over`);
    if (await this.holds.holds(disputeId)) throw stands('a legal hold stands');
    await this.db.tx((m) => this.eraseDispute(m, disputeId, why));
    await this.db.scrub();
  }

  /** With the disputes in which they alone are the family. @throws Refusal where one of those cannot be erased, or staff */
  async person(personId: string, why: Why): Promise<void> {
    if ((await this.people.memberships(personId)).length > 0 || (await this.operators.is(personId)))
      throw stands('they act for an organisation or run this service: end that first');
    const alone = await this.disputesOfOneAlone(personId);
    for (const disputeId of alone) {
      const open = await this.records.openOf(disputeId);
      if (open.length > 0) throw stands(`${open.join(', ')} is not over`);
      if (await this.holds.holds(disputeId)) throw stands('a legal hold stands');
    }
    await this.db.tx(async (m) => {
      for (const disputeId of alone) await this.eraseDispute(m, disputeId, why);
      await this.drafts.forgetAllOf(m, personId);
      await this.deleteWhere(m, 'personId', [personId], KEPT_OF_A_PERSON);
      await this.people.erase(m, personId);
      await this.record(m, 'person', why);
    });
    await this.db.scrub();
  }

  private async eraseDispute(m: EntityManager, disputeId: string, why: Why): Promise<void> {
    const cases = await this.records.of(m, disputeId);
    await this.uploads.forgetDispute(m, disputeId);
    await this.vault.erase(m, disputeId);
    for (const { ref } of cases) await this.outbox.forgetAbout(m, ref);
    await this.deleteWhere(m, 'disputeId', [disputeId], KEPT_OF_A_DISPUTE);
    await this.deleteWhere(
      m,
      'caseId',
      cases.map(({ id }) => id),
      KEPT_OF_A_CASE,
    );
    await this.record(m, 'dispute', why);
  }

  /** Every table that names them in a column of this kind, whichever room it is of: a new one is not forgotten here. */
  private async deleteWhere(
    m: EntityManager,
    property: string,
    values: string[],
    kept: ReadonlySet<string>,
  ): Promise<void> {
    for (const { target, tableName, propertiesMap } of m.connection.entityMetadatas) {
      if (!(property in propertiesMap) || kept.has(tableName)) continue;
      await m.delete(target as EntityTarget<ObjectLiteral>, { [property]: In(values) });
    }
  }

  private async disputesOfOneAlone(personId: string): Promise<string[]> {
    const disputes = await this.parts.disputesOf(this.db.read, personId, 'full');
    const alone = await Promise.all(
      disputes.map(async (id) => ((await this.parts.familyOf(this.db.read, id)).length === 1 ? [id] : [])),
    );
    return alone.flat();
  }

  private async record(m: EntityManager, what: ErasureRecord['what'], why: Why): Promise<void> {
    await m.insert(ErasureRecord, { id: this.ids.id(), what, why, at: this.clock.instant() });
  }
}

const stands = (why: string): Refusal =>
  new Refusal('not-possible-now', `It cannot be erased now, because ${why}.`);
