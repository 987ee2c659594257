// Steps that no route knows: a document was added to a case, or taken away. They stand in its journal and change neither
// its stage nor its dates. Here is also who may look at what hangs on a case.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { partyDefinition, type Body, type PartyId, type Route } from '../../workflows/kit';
import { Parts, ReadLog, type Dispute, type Part } from '../access';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { actorOf, CaseLock, lockCase } from './case-lock';
import { routeOf } from './case-route';
import { notFound } from './check';
import { Case } from './entities';
import { Recorder } from './recorder';
import type { NoteType } from './replay';
import { partiesOf, partsIn } from './view';
import type { Who } from './types';

type Person = Who & { kind: 'person' };

/** A case as something that documents hang on. */
export interface CasePlace {
  caseId: string;
  ref: string;
  disputeId: string;
  /** The reader's. */
  parts: Part[];
  /** Every body that takes part in it, as people know it. */
  bodies: { body: Body; name: string }[];
}

@Injectable()
export class CaseNotes {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly reads: ReadLog,
    private readonly organisations: Organisations,
    private readonly caseLock: CaseLock,
    private readonly recorder: Recorder,
    private readonly clock: Clock,
  ) {}

  /** For one who reads; the read is written down first. @throws Refusal where the case is not theirs */
  async read(ref: string, who: Person, what: string): Promise<CasePlace> {
    const found = await this.db.read.findOneBy(Case, { ref });
    if (!found) throw notFound();
    const route = routeOf(found);
    const dispute = await this.parts.dispute(this.db.read, found.disputeId);
    const parts = partsIn(route, await this.parts.partsOf(this.db.read, dispute, who.personId));
    const [first] = parts;
    if (!first) throw notFound();
    await this.reads.record(found.id, who.personId, first.party, what);
    return this.placeOf(found, route, dispute, parts);
  }

  /** For one who changes something: the case is held until the transaction ends. @throws Refusal where it is not theirs */
  async hold(m: EntityManager, ref: string, who: Person): Promise<CasePlace> {
    const { found, route, dispute, parts } = await this.caseLock.hold(m, ref, who);
    return this.placeOf(found, route, dispute, parts);
  }

  /** Writes it into the journal. `data` holds nothing personal: it cannot be erased. */
  async record(
    m: EntityManager,
    caseId: string,
    type: NoteType,
    data: Record<string, unknown>,
    { party, actor }: { party: PartyId; actor: Who },
  ): Promise<void> {
    const found = await lockCase(this.db, m, caseId);
    const dispute = await this.parts.dispute(m, found.disputeId);
    const state = { stage: found.stage, context: found.context };
    const nothing = () => ({ open: [], closed: [], quiet: [] });
    await this.recorder.amend(m, found, routeOf(found), dispute, state, nothing, {
      type,
      on: this.clock.today(),
      data,
      party,
      actor: actorOf(actor),
      idempotencyKey: null,
    });
  }

  private async placeOf(found: Case, route: Route, dispute: Dispute, parts: Part[]): Promise<CasePlace> {
    const known = await this.organisations.byId(Object.values(dispute.organisations));
    const present = new Set([...partiesOf(route)].map((party) => partyDefinition(party).body));
    const organisations = Object.entries(dispute.organisations).flatMap(([body, id]) =>
      present.has(body as Body) ? [{ body: body as Body, name: known.get(id)?.name ?? body }] : [],
    );
    return {
      caseId: found.id,
      ref: found.ref,
      disputeId: dispute.id,
      parts,
      bodies: [{ body: 'family', name: 'The family' }, ...organisations],
    };
  }
}
