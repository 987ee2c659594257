// Drives a case along a way that was found, with a person for every party.

import { partyDefinition, partyIds, type Body, type PartyId } from '../../workflows/kit';
import { People } from '../../src/access';
import type { Who } from '../../src/engine';
import { Case, Deadline } from '../../src/engine/entities';
import { Organisations } from '../../src/organisations';
import type { TestApp } from '../app';
import { OPENED, type Way } from './ways';

type Person = Who & { kind: 'person' };

export const FAMILY: PartyId = 'parent or young person';

export class Driver {
  private constructor(
    private readonly t: TestApp,
    /** Takes part for every body in turn. */
    readonly everybody: Person,
    /** One person for each party that signs in; nobody for the family, whose case it is. */
    readonly staff: Map<PartyId, Person>,
    readonly organisations: Partial<Record<Body, string>>,
  ) {}

  static async in(t: TestApp): Promise<Driver> {
    const [people, registry] = [t.app.get(People), t.app.get(Organisations)];
    return t.db.tx(async (m) => {
      const organisations: Partial<Record<Body, string>> = {};
      const staff = new Map<PartyId, Person>();
      const { id } = await people.create(m, { name: 'Everybody', email: 'everybody@example.org' });
      const inside = partyIds.filter((party) => !partyDefinition(party).outside && party !== FAMILY);
      for (const party of inside) {
        const { body } = partyDefinition(party);
        const organisation = (organisations[body] ??= (await registry.create(m, body, `The ${body}`)).id);
        const person = await people.create(m, { name: party, email: `p${staff.size}@example.org` });
        await people.join(m, person.id, organisation, [party]);
        staff.set(party, { kind: 'person', personId: person.id });
      }
      for (const [body, organisation] of Object.entries(organisations)) {
        const theirs = inside.filter((party) => partyDefinition(party).body === body);
        await people.join(m, id, organisation, theirs);
      }
      return new Driver(t, { kind: 'person', personId: id }, staff, organisations);
    });
  }

  /** Opens a case and takes every step; `after` sees where each one led. */
  async drive(
    route: string,
    { facts, steps }: Way,
    after: (stage: string, step: number) => void = () => undefined,
  ): Promise<Case> {
    const { clock, cases, db } = this.t;
    clock.reset(new Date(`${OPENED}T09:00:00Z`));
    const { ref } = (await cases.open({ route, facts, parties: this.organisations }, this.everybody)).case;
    const { id: caseId } = await db.read.findOneByOrFail(Case, { ref });
    for (const [n, { kind, type, on, data, key = '', round = 0 }] of steps.entries()) {
      if (kind === 'miss') {
        const deadline = await db.read.findOneByOrFail(Deadline, { caseId, key, round });
        const passed = new Date(Date.parse(deadline.lateAfter) + 1);
        if (passed > clock.now()) clock.moveTo(passed);
        expect(await cases.miss(deadline.id)).toBe(true);
      } else {
        const morning = new Date(`${on}T09:00:00Z`);
        if (morning > clock.now()) clock.moveTo(morning);
        await cases.advance(ref, { type, data, occurredOn: on }, this.everybody);
      }
      after((await db.read.findOneByOrFail(Case, { id: caseId })).stage, n);
    }
    return db.read.findOneByOrFail(Case, { id: caseId });
  }
}
