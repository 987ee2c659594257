// An organisation's own notes about its contacts in a case: kept apart from the journal, read by that organisation alone.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { choice, date, personalLine, text } from '../../workflows/kit';
import { People, ReadLog } from '../access';
import { CasePeople, checkedData, type Who } from '../engine';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { Vault } from '../vault';
import { ContactNote } from './entities';

export const contactNote = z.object({
  happenedOn: date({ label: 'When was it?' }),
  how: choice(
    { label: 'How?' },
    {
      phone: 'Telephone',
      email: 'Email',
      letter: 'Letter',
      meeting: 'Meeting',
      none: 'No contact: a thought',
    },
  ),
  withWhom: choice(
    { label: 'With whom?' },
    { family: 'The family', council: 'The council', icb: 'The ICB', other: 'Somebody else' },
  ),
  note: text({ label: 'What was said, and what came of it?' }),
  nextStep: personalLine({ label: 'What is the next step?' }).optional(),
});

export interface NoteView {
  happenedOn: string;
  how: string;
  withWhom: string;
  note: string;
  nextStep?: string;
  by: string;
  writtenAt: string;
}

type Person = Who & { kind: 'person' };

@Injectable()
export class ContactLog {
  constructor(
    private readonly db: Db,
    private readonly casePeople: CasePeople,
    private readonly people: People,
    private readonly reads: ReadLog,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Latest first. The read is written down. @throws Refusal for everybody without a place in the case by their work. */
  async of(ref: string, who: Person): Promise<NoteView[]> {
    const { caseId, organisationId, party } = await this.casePeople.placeOf(ref, who);
    await this.reads.record(caseId, who.personId, party, 'contact log');
    const rows = await this.db.read.find(ContactNote, {
      where: { caseRef: ref, organisationId },
      order: { happenedOn: 'DESC', writtenAt: 'DESC' },
    });
    const names = await this.people.namesOf(rows.map(({ personId }) => personId));
    return this.vault.reveal(
      this.db.read,
      rows.map(({ happenedOn, how, withWhom, note, nextStep, personId, writtenAt }) => ({
        happenedOn,
        how,
        withWhom,
        note,
        ...(nextStep === null ? {} : { nextStep }),
        by: names.get(personId) ?? 'Somebody who has left',
        writtenAt,
      })),
    );
  }

  /** The day of the last contact that these organisations noted for themselves in each of these cases. */
  async lastOf(refs: string[], organisationIds: string[]): Promise<Map<string, string>> {
    if (refs.length === 0 || organisationIds.length === 0) return new Map();
    const rows = await this.db.read
      .createQueryBuilder(ContactNote, 'n')
      .select('n.case_ref', 'ref')
      .addSelect('MAX(n.happened_on)', 'day')
      .where('n.case_ref IN (:...refs) AND n.organisation_id IN (:...organisationIds)', {
        refs,
        organisationIds,
      })
      .andWhere('n.how <> :thought', { thought: 'none' })
      .groupBy('n.case_ref')
      .getRawMany<{ ref: string; day: string }>();
    return new Map(rows.map(({ ref, day }) => [ref, day]));
  }

  /** @throws Refusal for what cannot be, and for everybody without a place in the case by their work. */
  async write(ref: string, who: Person, data: unknown): Promise<void> {
    const { disputeId, organisationId } = await this.casePeople.placeOf(ref, who);
    const checked = checkedData(contactNote, data, this.clock.today());
    await this.db.tx(async (m) => {
      const { nextStep, ...sealed } = await this.vault.sealPersonal(
        m,
        disputeId,
        contactNote,
        checked as z.infer<typeof contactNote>,
      );
      await m.insert(ContactNote, {
        id: this.ids.id(),
        caseRef: ref,
        organisationId,
        personId: who.personId,
        ...sealed,
        nextStep: nextStep ?? null,
        writtenAt: this.clock.instant(),
      });
    });
  }
}
