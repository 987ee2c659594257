// One click that switches off news (RFC 8058). The link carries nothing but a sealed person: it opens nothing else.

import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform';
import { Vault } from '../vault';

const PURPOSE = 'stop-news';

@Injectable()
export class StopLinks {
  constructor(
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  linkFor(personId: string): string {
    return `${this.config.baseUrl}/stop/${this.vault.ticket(PURPOSE, personId)}`;
  }

  /** Nothing for a link that we did not make. */
  personOf(ticket: string): string | undefined {
    return this.vault.holderOf(PURPOSE, ticket);
  }
}
