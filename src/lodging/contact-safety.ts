// How a family can be reached without putting anybody in danger, and what it needs to take part, in its own words. It
// belongs to the person, not to a case: whoever takes part in one of their cases reads it before getting in touch.

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Preferences } from '../messages';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { Vault } from '../vault';
import { ContactSafety } from './entities';

export const waysToReach = ['call', 'voicemail', 'text', 'letter'] as const;
export const hiddenFrom = ['other-parent', 'council', 'school', 'health'] as const;

/** What has to be planned before somebody is met, rung or written to. Why somebody needs it is never asked. */
export const needsToPlan = ['bsl', 'interpreter', 'large-print', 'no-calls', 'supporter'] as const;

export interface SafetyAnswers {
  /** What is safe besides e-mail. */
  safe?: string[];
  phone?: string;
  /** Who must not learn where the family lives. */
  hideAddressFrom?: string[];
  /** Who must not know about the case at all. */
  mustNotKnow?: string;
  /** Nothing where it was not asked yet. */
  needs?: string[];
  /** Which language, and whatever else, in their own words. */
  needsMore?: string;
}

/** As others in a case may read it: a number only where it is safe to ring or text. */
export const asOthersRead = ({ phone, ...said }: SafetyAnswers): SafetyAnswers =>
  phone && said.safe?.some((way) => way !== 'letter') ? { ...said, phone } : said;

@Injectable()
export class ContactSafeties {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly preferences: Preferences,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<SafetyAnswers | undefined> {
    return (await this.ofAll([personId]))[0];
  }

  async ofAll(personIds: string[]): Promise<SafetyAnswers[]> {
    if (personIds.length === 0) return [];
    const rows = await this.db.read.findBy(ContactSafety, { personId: In(personIds) });
    const texts = await this.vault.open(
      this.db.read,
      rows.map(({ answers }) => answers),
    );
    // Of somebody who was erased nothing is left to read.
    return rows.flatMap(({ answers }) => {
      const text = texts.get(answers);
      return text === undefined ? [] : [JSON.parse(text) as SafetyAnswers];
    });
  }

  async say(personId: string, answers: SafetyAnswers): Promise<void> {
    await this.db.tx(async (m) => {
      const before = await m.findOneBy(ContactSafety, { personId });
      if (before) await this.vault.discard(m, before.answers);
      await m.save(ContactSafety, {
        personId,
        answers: await this.vault.seal(m, personId, JSON.stringify(answers)),
        updatedAt: this.clock.instant(),
      });
      await this.preferences.textTo(m, personId, answers.safe?.includes('text') ? answers.phone : undefined);
    });
  }
}
