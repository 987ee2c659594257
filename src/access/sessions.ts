// Sessions live in the database: signing out, leaving or being deactivated ends them at once, everywhere.

import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { Person, Session } from './entities';
import { hashOf } from './hash';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Half an hour without a page, or twelve hours in all. */
const IDLE = 30 * MINUTE;
const ABSOLUTE = 12 * 60 * MINUTE;
/** Writing "last seen" at every page would make every read a write. */
const SEEN_STEP = MINUTE;

export interface SignedIn {
  /** The hash of what the browser holds. */
  sessionId: string;
  personId: string;
  csrf: string;
}

export interface OpenSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Starts a session and gives the secret for the browser: a new one at every sign-in, so that none can be planted. */
  async start(personId: string): Promise<string> {
    const secret = this.ids.secret();
    const now = this.clock.instant();
    await this.db.tx((m) =>
      m.insert(Session, {
        id: hashOf(secret),
        personId,
        csrf: this.ids.secret(),
        createdAt: now,
        lastSeenAt: now,
        endedAt: null,
      }),
    );
    return secret;
  }

  async find(secret: string | undefined): Promise<SignedIn | undefined> {
    const session = await this.notEnded(secret);
    if (!session) return undefined;
    const now = this.clock.now().getTime();
    const idle = now - Date.parse(session.lastSeenAt);
    if (idle > IDLE || now - Date.parse(session.createdAt) > ABSOLUTE) return undefined;
    if ((await this.db.read.countBy(Person, { id: session.personId, active: true })) === 0) return undefined;
    if (idle > SEEN_STEP) {
      await this.db.tx((m) => m.update(Session, { id: session.id }, { lastSeenAt: this.clock.instant() }));
    }
    return { sessionId: session.id, personId: session.personId, csrf: session.csrf };
  }

  /**
   * Whose session it was that ran out by itself within the last day: it opens nothing any more, but what its owner was
   * typing can still be kept for them.
   */
  async ranOut(secret: string | undefined): Promise<SignedIn | undefined> {
    const session = await this.notEnded(secret);
    if (!session || this.clock.now().getTime() - Date.parse(session.lastSeenAt) > DAY) return undefined;
    return { sessionId: session.id, personId: session.personId, csrf: session.csrf };
  }

  /** Those with which somebody could read now, latest first. */
  async openOf(personId: string): Promise<OpenSession[]> {
    const now = this.clock.now().getTime();
    const rows = await this.db.read.find(Session, {
      where: {
        personId,
        endedAt: IsNull(),
        lastSeenAt: MoreThan(new Date(now - IDLE).toISOString()),
        createdAt: MoreThan(new Date(now - ABSOLUTE).toISOString()),
      },
      order: { lastSeenAt: 'DESC' },
    });
    return rows.map(({ id, createdAt, lastSeenAt }) => ({ id, createdAt, lastSeenAt }));
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

  private async notEnded(secret: string | undefined): Promise<Session | undefined> {
    if (!secret) return undefined;
    return (await this.db.read.findOneBy(Session, { id: hashOf(secret), endedAt: IsNull() })) ?? undefined;
  }
}
