// Whether it is safe to e-mail somebody, in their own words. Safety comes before every reminder.

import { Injectable } from '@nestjs/common';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { EmailChoice } from './entities';

export const emailChoices = ['yes', 'neutral', 'no'] as const;
export type EmailChoiceId = (typeof emailChoices)[number];

export const isEmailChoice = (value: unknown): value is EmailChoiceId =>
  emailChoices.some((choice) => choice === value);

@Injectable()
export class EmailChoices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Who has not been asked gets e-mail: they gave the address to be reached. */
  async of(personId: string): Promise<EmailChoiceId> {
    return (await this.db.read.findOneBy(EmailChoice, { personId }))?.choice ?? 'yes';
  }

  async choose(personId: string, choice: EmailChoiceId): Promise<void> {
    await this.db.tx((m) => m.save(EmailChoice, { personId, choice, chosenAt: this.clock.instant() }));
  }
}
