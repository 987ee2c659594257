// People: made, found by e-mail address, and reached by it. Names and addresses are sealed with the person's own key.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { PartyId } from '../../workflows/kit';
import { columnsOf, Db, isAmong, readTogether } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Vault } from '../vault';
import {
  Invitation,
  Membership,
  Operator,
  Participation,
  Person,
  Recipient,
  Session,
  SignInCode,
} from './entities';

/** Read from left to right without ever going back: an address is typed by anybody. */
const ADDRESS = /^[^\s@<>"',;]{1,64}@(?:[^\s@<>"',;.]+\.)+[a-z]{2,24}$/i;
const LONGEST_ADDRESS = 254;

export const normalisedEmail = (email: string): string => email.trim().toLowerCase();

export interface StaffMember {
  personId: string;
  name: string;
  email: string;
  parties: PartyId[];
  /** In cases of these alone; of all where there are none. */
  routes: string[] | null;
}

@Injectable()
export class People {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  hashOfEmail(email: string): string {
    return this.vault.blind(normalisedEmail(email));
  }

  /** @throws Refusal where it is not an e-mail address. */
  checkedEmail(email: string): string {
    const address = normalisedEmail(email);
    if (address.length > LONGEST_ADDRESS || !ADDRESS.test(address)) {
      const detail = 'Enter an email address in the right form, like name@example.com';
      throw new Refusal('invalid-data', detail, [{ pointer: '/email', detail }]);
    }
    return address;
  }

  async create(manager: EntityManager, { name, email }: { name: string; email: string }): Promise<Person> {
    const address = this.checkedEmail(email);
    const id = this.ids.id();
    const person = {
      id,
      name: await this.vault.seal(manager, id, name),
      email: await this.vault.seal(manager, id, address),
      emailHash: this.hashOfEmail(address),
      active: true,
      createdAt: this.clock.instant(),
    };
    await manager.insert(Person, person);
    return person;
  }

  findByEmail(manager: EntityManager, email: string): Promise<Person | null> {
    return manager.findOneBy(Person, { emailHash: this.hashOfEmail(email) });
  }

  async exists(personId: string): Promise<boolean> {
    return (await this.db.read.countBy(Person, { id: personId, active: true })) === 1;
  }

  /** Name and address of an active person; nothing where they left or were erased. */
  async contact(personId: string): Promise<{ name: string; email: string } | undefined> {
    const [known] = await this.reachable([personId]);
    return known && this.vault.reveal(this.db.read, { name: known.name, email: known.email });
  }

  /** The addresses of those who can be reached, by person. */
  async emails(ids: string[]): Promise<Map<string, string>> {
    const known = (await this.reachable(ids)).map(({ id, email }) => [id, email] as const);
    return new Map(await this.vault.reveal(this.db.read, known));
  }

  /** Still sealed. */
  private async reachable(ids: string[]): Promise<Pick<Person, 'id' | 'name' | 'email'>[]> {
    if (ids.length === 0) return [];
    const { read } = this.db;
    const given = [JSON.stringify(ids)];
    const theirs = isAmong(read, 'id', '$1', ids.length);
    const [people, recipients] = await readTogether(
      read,
      columnsOf(read, Person, ['id', 'name', 'email'], `${theirs} AND active`, given),
      columnsOf(read, Recipient, ['id', 'email'], theirs, given),
    );
    const found = new Set(people.map(({ id }) => id));
    const others = recipients.filter(({ id }) => !found.has(id));
    return [...people, ...others.map(({ id, email }) => ({ id, name: '', email }))];
  }

  /** Names of colleagues, for those who work with them; one who was erased has none. */
  async namesOf(personIds: string[]): Promise<Map<string, string>> {
    const ids = [...new Set(personIds)];
    const rows = ids.length === 0 ? [] : await this.db.read.findBy(Person, { id: In(ids) });
    const named = await this.vault.reveal(
      this.db.read,
      rows.map(({ id, name }) => ({ id, name })),
    );
    return new Map(named.map(({ id, name }) => [id, name]));
  }

  /** @throws Refusal for a name that is none. */
  async rename(personId: string, name: string): Promise<void> {
    const given = name.trim();
    if (given.length === 0 || given.length > 120) {
      const detail = 'Enter your name, in at most 120 letters';
      throw new Refusal('invalid-data', detail, [{ pointer: '/name', detail }]);
    }
    await this.db.tx(async (m) => {
      await m.update(Person, { id: personId }, { name: await this.vault.seal(m, personId, given) });
    });
  }

  /** `routes`: only in cases of these; in all of the organisation's cases where none are named. */
  async join(
    manager: EntityManager,
    personId: string,
    organisationId: string,
    parties: PartyId[],
    routes: string[] | null = null,
  ): Promise<void> {
    const id = this.ids.id();
    await manager.insert(Membership, { id, personId, organisationId, parties, routes, active: true });
  }

  memberships(personId: string): Promise<Membership[]> {
    return this.db.read.findBy(Membership, { personId, active: true });
  }

  /** Accounts with no part in anything that nobody has signed in to since a moment. */
  async unusedSince(instant: string): Promise<string[]> {
    const none =
      (
        what: string,
        entity: typeof Participation | typeof Membership | typeof Operator | typeof Session,
        more = '',
      ) =>
      (query: SelectQueryBuilder<Person>) => {
        const found = query
          .subQuery()
          .select('1')
          .from(entity, what)
          .where(`${what}.person_id = p.id${more}`);
        return `NOT EXISTS ${found.getQuery()}`;
      };
    const rows = await this.db.read
      .createQueryBuilder(Person, 'p')
      .where('p.created_at < :instant', { instant })
      .andWhere(none('t', Participation))
      .andWhere(none('m', Membership))
      .andWhere(none('o', Operator))
      .andWhere(none('s', Session, ' AND s.last_seen_at >= :instant'))
      .getMany();
    return rows.map(({ id }) => id);
  }

  /** The last of it: name, address, and the key they were sealed with. */
  async erase(manager: EntityManager, personId: string): Promise<void> {
    const person = await manager.findOneBy(Person, { id: personId });
    if (person) await manager.delete(SignInCode, { emailHash: person.emailHash });
    await manager.delete(Invitation, { invitedBy: personId });
    await manager.delete(Person, { id: personId });
    await this.vault.erase(manager, personId);
  }

  /** Who may act for an organisation, by name. */
  async staffOf(organisationId: string): Promise<StaffMember[]> {
    const rows = await this.db.read.findBy(Membership, { organisationId, active: true });
    const reachable = await this.reachable(rows.map(({ personId }) => personId));
    const contacts = new Map(
      (await this.vault.reveal(this.db.read, reachable)).map(({ id, ...contact }) => [id, contact]),
    );
    return rows
      .flatMap(({ personId, parties, routes }) => {
        const contact = contacts.get(personId);
        return contact ? [{ personId, parties, routes, ...contact }] : [];
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** They act for this organisation no longer, from the next request on. */
  async leave(manager: EntityManager, personId: string, organisationId: string): Promise<void> {
    await manager.update(Membership, { personId, organisationId }, { active: false });
  }

  /** Everything they could do ends with the next request: nothing about a person is remembered elsewhere. */
  async deactivate(manager: EntityManager, personId: string): Promise<void> {
    await manager.update(Person, { id: personId }, { active: false });
    await manager.update(Membership, { personId }, { active: false });
  }
}
