// Who looks after which case, handing cases over, and standing in for a colleague who is away.

import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { addDays, isPlainDate, type PlainDate } from '../../workflows/calendar';
import { People } from '../access';
import { CasePeople, type Who } from '../engine';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Absence, Handover } from './entities';

/** No free text: why somebody is away is nobody's business here. */
export const reasons = {
  caseload: 'To share the work',
  away: 'Somebody is away',
  left: 'Somebody has left',
  conflict: 'A conflict of interest',
  other: 'Another reason',
};
export type HandoverReason = keyof typeof reasons;

export interface AbsenceView {
  id: string;
  name: string;
  cover: string;
  fromDay: PlainDate;
  toDay: PlainDate;
}

type Person = Who & { kind: 'person' };

const LONGEST_DAYS = 366;

@Injectable()
export class Caseload {
  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly casePeople: CasePeople,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Who looks after each of these cases in one of these organisations: a person's id by the reference. */
  async leadsOf(organisationIds: string[], refs?: string[]): Promise<Map<string, string>> {
    if (organisationIds.length === 0 || refs?.length === 0) return new Map();
    const rows = await this.db.read.find(Handover, {
      where: { organisationId: In(organisationIds), ...(refs ? { caseRef: In(refs) } : {}) },
      order: { givenAt: 'ASC', id: 'ASC' },
    });
    return new Map(rows.map(({ caseRef, personId }) => [caseRef, personId]));
  }

  /** Cases that a person looks after, for themselves or for somebody they stand in for today. */
  async casesOf(personId: string, organisationIds: string[]): Promise<string[]> {
    const today = this.clock.today();
    const covered = await this.db.read.findBy(Absence, {
      coverId: personId,
      fromDay: LessThanOrEqual(today),
      toDay: MoreThanOrEqual(today),
    });
    const whose = new Set([personId, ...covered.map((each) => each.personId)]);
    return [...(await this.leadsOf(organisationIds))]
      .filter(([, lead]) => whose.has(lead))
      .map(([ref]) => ref);
  }

  /** @throws Refusal where a case or the colleague is not of the same organisation, or nothing was chosen. */
  async handOver(refs: string[], to: string, reason: string, who: Person): Promise<number> {
    if (refs.length === 0) throw wrong('cases', 'Choose at least one case');
    if (!(reason in reasons)) throw wrong('reason', 'Choose a reason');
    return this.db.tx(async (m) => {
      for (const ref of refs) {
        const { organisationId } = await this.casePeople.placeOf(ref, who);
        // The colleague must see the case by their own right: a handover gives none.
        const theirs = await this.casePeople
          .placeOf(ref, { kind: 'person', personId: to })
          .catch(() => undefined);
        if (theirs?.organisationId !== organisationId)
          throw wrong('to', `Choose a colleague who takes part in ${ref}`);
        await m.insert(Handover, {
          id: this.ids.id(),
          caseRef: ref,
          organisationId,
          personId: to,
          reason,
          givenBy: who.personId,
          givenAt: this.clock.instant(),
        });
      }
      return refs.length;
    });
  }

  /** @throws Refusal for days that cannot be, or people who are not of the organisation. */
  async noteAbsence(
    organisationId: string,
    absence: { personId: string; coverId: string; fromDay: string; toDay: string },
    who: Person,
  ): Promise<void> {
    const { personId, coverId, fromDay, toDay } = absence;
    if (!isPlainDate(fromDay)) throw wrong('fromDay', 'Enter the first day, like 24 11 2026');
    if (!isPlainDate(toDay) || toDay < fromDay || toDay > addDays(fromDay, LONGEST_DAYS))
      throw wrong('toDay', 'Enter a last day that is not before the first, within a year');
    const staff = new Set((await this.people.staffOf(organisationId)).map((each) => each.personId));
    if (!staff.has(who.personId) || !staff.has(personId)) throw wrong('personId', 'Choose who is away');
    if (!staff.has(coverId) || coverId === personId)
      throw wrong('coverId', 'Choose a colleague who stands in');
    await this.db.tx((m) =>
      m.insert(Absence, {
        id: this.ids.id(),
        organisationId,
        personId,
        coverId,
        fromDay,
        toDay,
        notedBy: who.personId,
      }),
    );
  }

  /** Absences that are not over yet, soonest first. */
  async absencesOf(organisationIds: string[]): Promise<AbsenceView[]> {
    if (organisationIds.length === 0) return [];
    const rows = await this.db.read.find(Absence, {
      where: { organisationId: In(organisationIds), toDay: MoreThanOrEqual(this.clock.today()) },
      order: { fromDay: 'ASC' },
    });
    const names = await this.people.namesOf(rows.flatMap(({ personId, coverId }) => [personId, coverId]));
    return rows.map(({ id, personId, coverId, fromDay, toDay }) => ({
      id,
      name: names.get(personId) ?? '',
      cover: names.get(coverId) ?? '',
      fromDay,
      toDay,
    }));
  }

  /** @throws Refusal for an absence of another organisation. */
  async endAbsence(id: string, organisationIds: string[]): Promise<void> {
    const ended = await this.db.tx((m) => m.delete(Absence, { id, organisationId: In(organisationIds) }));
    if (ended.affected === 0) throw new Refusal('not-found', 'There is no such absence.');
  }
}

const wrong = (name: string, detail: string): Refusal =>
  new Refusal('invalid-data', detail, [{ pointer: `/${name}`, detail }]);
