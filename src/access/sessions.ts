// Sessions live in the database: signing out, leaving or being deactivated ends them at once, everywhere. Staff, who see
// many families, are signed out sooner, and only half signed in until a second factor is given.

import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { Db } from '../persistence';
import { Clock, CONFIG, Ids, type Config } from '../platform';
import { Membership, Operator, Person, Session } from './entities';
import { hashOf } from './hash';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** So long without a page, by whether somebody acts for an organisation; and twelve hours in all. */
const IDLE = { family: 30 * MINUTE, staff: 15 * MINUTE };
const ABSOLUTE = 12 * 60 * MINUTE;
/** Writing "last seen" at every page would make every read a write. */
const SEEN_STEP = MINUTE;
/** So long after somebody has shown that it is them, they need not show it again. */
const FRESH = 10 * MINUTE;

export interface SignedIn {
  /** The hash of what the browser holds. */
  sessionId: string;
  personId: string;
  csrf: string;
  /** A second factor is missing: nothing may be seen or done but giving it. */
  half: boolean;
  /** They have shown within the last minutes that it is them. */
  fresh: boolean;
  /** What they may act as, and for whom. */
  places: Membership[];
  operator: boolean;
}

export interface OpenSession {
  id: string;
  device: string;
  createdAt: string;
  lastSeenAt: string;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Starts a session and gives the secret for the browser: a new one at every sign-in, so that none can be planted. */
  async start(
    personId: string,
    { strong = false, device = '', instead }: { strong?: boolean; device?: string; instead?: string } = {},
  ): Promise<string> {
    const secret = this.ids.secret();
    const now = this.clock.instant();
    await this.db.tx(async (m) => {
      const before = instead ? await m.findOneBy(Session, { id: instead, personId }) : null;
      if (before) await m.update(Session, { id: before.id }, { endedAt: now });
      await m.insert(Session, {
        id: hashOf(secret),
        personId,
        csrf: this.ids.secret(),
        // What goes on under a new secret is still the same stay.
        createdAt: before?.createdAt ?? now,
        lastSeenAt: now,
        endedAt: null,
        factors: strong ? 2 : (before?.factors ?? 1),
        provedAt: now,
        device: before?.device ?? device,
      });
    });
    return secret;
  }

  async find(secret: string | undefined): Promise<SignedIn | undefined> {
    const session = await this.notEnded(secret);
    if (!session) return undefined;
    const { id, personId, csrf, factors, provedAt } = session;
    const { places, operator } = await this.dutiesOf(personId);
    const staff = places.length > 0 || operator;
    const now = this.clock.now().getTime();
    const idle = now - Date.parse(session.lastSeenAt);
    if (idle > (staff ? IDLE.staff : IDLE.family) || now - Date.parse(session.createdAt) > ABSOLUTE)
      return undefined;
    if ((await this.db.read.countBy(Person, { id: personId, active: true })) === 0) return undefined;
    if (idle > SEEN_STEP) {
      await this.db.tx((m) => m.update(Session, { id }, { lastSeenAt: this.clock.instant() }));
    }
    const half = staff && this.config.staffSecondFactor && factors < 2;
    const fresh = now - Date.parse(provedAt) <= FRESH;
    return { sessionId: id, personId, csrf, half, fresh, places, operator };
  }

  /**
   * Whose session it was that ran out by itself within the last day: it opens nothing any more, but what its owner was
   * typing can still be kept for them.
   */
  async ranOut(
    secret: string | undefined,
  ): Promise<Pick<SignedIn, 'sessionId' | 'personId' | 'csrf'> | undefined> {
    const session = await this.notEnded(secret);
    if (!session || this.clock.now().getTime() - Date.parse(session.lastSeenAt) > DAY) return undefined;
    return { sessionId: session.id, personId: session.personId, csrf: session.csrf };
  }

  /** Those with which somebody could read now, latest first. */
  async openOf(personId: string): Promise<OpenSession[]> {
    const now = this.clock.now().getTime();
    const { places, operator } = await this.dutiesOf(personId);
    const idle = places.length > 0 || operator ? IDLE.staff : IDLE.family;
    const rows = await this.db.read.find(Session, {
      where: {
        personId,
        endedAt: IsNull(),
        lastSeenAt: MoreThan(new Date(now - idle).toISOString()),
        createdAt: MoreThan(new Date(now - ABSOLUTE).toISOString()),
      },
      order: { lastSeenAt: 'DESC' },
    });
    return rows.map(({ id, device, createdAt, lastSeenAt }) => ({ id, device, createdAt, lastSeenAt }));
  }

  /** Ends one of a person's own sessions; another's is left as it is. */
  async endOne(personId: string, id: string): Promise<void> {
    await this.db.tx((m) =>
      m.update(Session, { id, personId, endedAt: IsNull() }, { endedAt: this.clock.instant() }),
    );
  }

  async end(secret: string): Promise<void> {
    await this.db.tx((m) => m.update(Session, { id: hashOf(secret) }, { endedAt: this.clock.instant() }));
  }

  async endAllOf(personId: string): Promise<void> {
    await this.db.tx((m) =>
      m.update(Session, { personId, endedAt: IsNull() }, { endedAt: this.clock.instant() }),
    );
  }

  /** When each of these people signed in last, as far as that is still kept. */
  async lastOf(personIds: string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.db.read
      .createQueryBuilder(Session, 's')
      .select('s.person_id', 'person')
      .addSelect('MAX(s.created_at)', 'at')
      .where('s.person_id IN (:...personIds)', { personIds })
      .groupBy('s.person_id')
      .getRawMany<{ person: string; at: string }>();
    return new Map(rows.map(({ person, at }) => [person, at]));
  }

  /** Those begun before a moment: how many there are, or were. */
  async older(instant: string, erase: boolean): Promise<number> {
    const old = { createdAt: LessThan(instant) };
    if (!erase) return this.db.read.countBy(Session, old);
    return (await this.db.tx((m) => m.delete(Session, old))).affected ?? 0;
  }

  private async dutiesOf(personId: string): Promise<Pick<SignedIn, 'places' | 'operator'>> {
    return {
      places: await this.db.read.findBy(Membership, { personId, active: true }),
      operator: await this.db.read.existsBy(Operator, { personId, endedAt: IsNull() }),
    };
  }

  private async notEnded(secret: string | undefined): Promise<Session | undefined> {
    if (!secret) return undefined;
    return (await this.db.read.findOneBy(Session, { id: hashOf(secret), endedAt: IsNull() })) ?? undefined;
  }
}
