// Bearer tokens for the API: a person's, for some purposes, until a day. Kept as hashes.

import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Db, readTogether, rowsOf } from '../persistence';
import { Clock, Ids } from '../platform';
import { ApiToken } from './entities';
import { hashOf } from './hash';

export const scopes = ['cases:read', 'cases:write', 'worklist:read', 'webhooks'] as const;
export type TokenScope = (typeof scopes)[number];

const PREFIX = 'rc_';

export interface TokenHolder {
  personId: string;
  scopes: TokenScope[];
}

export interface StandingToken {
  id: string;
  personId: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
}

@Injectable()
export class Tokens {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Gives the token once; only its hash is kept. */
  async issue(personId: string, granted: readonly TokenScope[], expiresAt: string | null): Promise<string> {
    const token = `${PREFIX}${this.ids.secret()}`;
    await this.db.tx((m) =>
      m.insert(ApiToken, {
        id: this.ids.id(),
        hash: hashOf(token),
        personId,
        scopes: [...granted],
        expiresAt,
        revokedAt: null,
        createdAt: this.clock.instant(),
      }),
    );
    return token;
  }

  /** Those that still open something, oldest first: of one person, or all. */
  async standing(personId?: string): Promise<StandingToken[]> {
    const whose = { revokedAt: IsNull(), ...(personId === undefined ? {} : { personId }) };
    const rows = await this.db.read.find(ApiToken, {
      where: [
        { ...whose, expiresAt: IsNull() },
        { ...whose, expiresAt: MoreThan(this.clock.instant()) },
      ],
      order: { createdAt: 'ASC' },
    });
    return rows.map(({ id, personId: whoseId, scopes: granted, createdAt, expiresAt }) => ({
      id,
      personId: whoseId,
      scopes: granted,
      createdAt,
      expiresAt,
    }));
  }

  /** Ends a token, named by its id or by itself. Gives whether there was one. */
  async revoke(named: string): Promise<boolean> {
    const which = named.startsWith(PREFIX) ? { hash: hashOf(named) } : { id: named };
    const { affected } = await this.db.tx((m) =>
      m.update(ApiToken, { ...which, revokedAt: IsNull() }, { revokedAt: this.clock.instant() }),
    );
    return (affected ?? 0) > 0;
  }

  async find(token: string): Promise<TokenHolder | undefined> {
    const { read } = this.db;
    const [[row]] = await readTogether(
      read,
      rowsOf(
        read,
        ApiToken,
        `hash = $1 AND revoked_at IS NULL
         AND EXISTS (SELECT 1 FROM people WHERE people.id = api_tokens.person_id AND people.active)`,
        [hashOf(token)],
      ),
    );
    if (!row || (row.expiresAt !== null && row.expiresAt <= this.clock.instant())) return undefined;
    return { personId: row.personId, scopes: row.scopes as TokenScope[] };
  }
}
