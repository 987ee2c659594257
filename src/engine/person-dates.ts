// The dates of all cases a person takes part in, and nothing else of them: for a calendar, which is no reader of a case.

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PartyId } from '../../workflows/kit';
import { Parts, People } from '../access';
import { Db } from '../persistence';
import { routeOf } from './case-route';
import { Desk } from './desk';
import { Case, Deadline } from './entities';
import { partsIn } from './view';
import type { DeadlineView } from './types';

export type PlainDeadline = Pick<DeadlineView, 'rule' | 'point' | 'owedBy' | 'status' | 'due'>;

export interface CaseDates {
  ref: string;
  /** The parts the person has in it. */
  parts: PartyId[];
  deadlines: PlainDeadline[];
}

/** Of a large worklist a calendar shows the soonest. */
const MOST_CASES = 300;

@Injectable()
export class PersonDates {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly people: People,
    private readonly desk: Desk,
  ) {}

  async of(personId: string): Promise<CaseDates[]> {
    const disputes = await this.parts.disputesOf(this.db.read, personId);
    const own =
      disputes.length === 0
        ? []
        : await this.db.read.find(Case, { where: { disputeId: In(disputes) }, take: MOST_CASES });
    const places = await this.people.memberships(personId);
    const listed = places.length === 0 ? [] : await this.desk.soonest(places, MOST_CASES);
    const cases = [...new Map([...own, ...listed].map((each) => [each.id, each])).values()];
    if (cases.length === 0) return [];
    const deadlines = await this.db.read.find(Deadline, {
      where: { caseId: In(cases.map(({ id }) => id)) },
      order: { due: 'ASC', key: 'ASC', round: 'ASC' },
    });
    return Promise.all(
      cases.map(async (each) => {
        const dispute = await this.parts.dispute(this.db.read, each.disputeId);
        const parts = partsIn(routeOf(each), await this.parts.partsOf(this.db.read, dispute, personId));
        return {
          ref: each.ref,
          parts: parts.map(({ party }) => party),
          // Whoever has no part in it any more sees none of its dates.
          deadlines:
            parts.length === 0 ? [] : deadlines.filter(({ caseId }) => caseId === each.id).map(plain),
        };
      }),
    );
  }
}

const plain = ({ rule, point, owedBy, status, due }: Deadline): PlainDeadline => ({
  rule,
  owedBy,
  status,
  due,
  ...(point === null ? {} : { point }),
});
