// A person asks to be erased. Who has no dispute is erased at once; for others whoever runs the service answers within
// a month, because a council or a court may have to keep the papers.

import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { addMonths } from '../../workflows/calendar';
import { Operators, Parts, People } from '../access';
import { Outbox } from '../messages';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Vault } from '../vault';
import { Erasure } from './erasure';
import { ErasureRequest } from './entities';

export interface RequestView {
  id: string;
  askedAt: string;
  dueOn: string;
  refusedAt: string | null;
  reason?: string;
}

@Injectable()
export class ErasureRequests {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly people: People,
    private readonly operators: Operators,
    private readonly erasure: Erasure,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Gives whether they were erased at once. */
  async ask(personId: string): Promise<'erased' | 'asked'> {
    const disputes = await this.parts.disputesOf(this.db.read, personId);
    const staff = (await this.people.memberships(personId)).length > 0 || (await this.operators.is(personId));
    if (disputes.length === 0 && !staff) {
      await this.erasure.person(personId, 'request');
      return 'erased';
    }
    await this.db.tx(async (m) => {
      if (await m.existsBy(ErasureRequest, { personId, refusedAt: IsNull() })) return;
      await m.insert(ErasureRequest, {
        id: this.ids.id(),
        personId,
        askedAt: this.clock.instant(),
        dueOn: addMonths(this.clock.today(), 1),
        refusedAt: null,
        reason: null,
      });
    });
    return 'asked';
  }

  /** The latest of a person. */
  async of(personId: string): Promise<RequestView | undefined> {
    const row = await this.db.read.findOne(ErasureRequest, {
      where: { personId },
      order: { askedAt: 'DESC' },
    });
    if (!row) return undefined;
    const { id, askedAt, dueOn, refusedAt, reason } = row;
    const said = reason === null ? {} : await this.vault.reveal(this.db.read, { reason });
    return { id, askedAt, dueOn, refusedAt, ...said };
  }

  waiting(): Promise<ErasureRequest[]> {
    return this.db.read.find(ErasureRequest, { where: { refusedAt: IsNull() }, order: { dueOn: 'ASC' } });
  }

  /** @throws Refusal where there is none, or something stands in the way */
  async carryOut(id: string): Promise<void> {
    const { personId } = await this.open(id);
    await this.erasure.person(personId, 'request');
  }

  /** @throws Refusal where there is none */
  async refuse(id: string, reason: string): Promise<void> {
    const { personId } = await this.open(id);
    await this.db.tx(async (m) => {
      const sealed = await this.vault.seal(m, personId, reason);
      await m.update(ErasureRequest, { id }, { refusedAt: this.clock.instant(), reason: sealed });
      await this.outbox.enqueue(m, {
        key: `erasure-answered:${id}`,
        personId,
        template: 'request-answered',
        params: {},
      });
    });
  }

  private async open(id: string): Promise<ErasureRequest> {
    const row = await this.db.read.findOneBy(ErasureRequest, { id, refusedAt: IsNull() });
    if (!row) throw new Refusal('not-found', `There is no request ${id} that waits for an answer`);
    return row;
  }
}
