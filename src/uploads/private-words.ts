// What a family wants kept from everybody else, e.g. where they live, and whether a text has it in it.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { squeezed } from '../papers';
import { Vault } from '../vault';
import { PrivateDetails } from './entities';

const MOST_LINES = 20;
const LONGEST_LINE = 200;
/** Shorter than this it would be found in half of all texts. */
const FEWEST = 5;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

@Injectable()
export class PrivateWords {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** As the person wrote it; an empty text where nothing was said. */
  async of(personId: string): Promise<string> {
    const row = await this.db.read.findOneBy(PrivateDetails, { personId });
    return row ? (await this.vault.reveal(this.db.read, { text: row.details })).text : '';
  }

  /** @throws Refusal for too much, or for a line that is too short to be told apart. */
  async keep(personId: string, text: string): Promise<void> {
    const lines = linesOf(text);
    const short = lines.find((line) => squeezed(line).length < FEWEST);
    if (short !== undefined)
      throw wrong('Each line needs at least five letters or digits. Write the street with its number.');
    if (lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_LINE))
      throw wrong('Write at most 20 lines, each with at most 200 letters.');
    await this.db.tx(async (m) => {
      await m.delete(PrivateDetails, { personId });
      if (lines.length === 0) return;
      const details = await this.vault.seal(m, personId, lines.join('\n'));
      await m.insert(PrivateDetails, { personId, details, changedAt: this.clock.instant() });
    });
  }

  /** Those of these people who keep something private at all. */
  async keepers(m: EntityManager, personIds: string[]): Promise<string[]> {
    const rows = await m.findBy(PrivateDetails, { personId: In(personIds) });
    return rows.map(({ personId }) => personId);
  }

  /** Every line that these people keep private: to be taken out of something, never to be shown. */
  async linesOf(m: EntityManager, personIds: string[]): Promise<string[]> {
    const rows = await m.findBy(PrivateDetails, { personId: In(personIds) });
    const texts = await this.vault.reveal(
      m,
      rows.map(({ details }) => details),
    );
    return texts.flatMap(linesOf);
  }

  /** Those of these people whose private details are in the text. */
  async foundIn(m: EntityManager, personIds: string[], text: string): Promise<string[]> {
    const rows = await m.findBy(PrivateDetails, { personId: In(personIds) });
    const searched = squeezed(text);
    const found = await Promise.all(
      rows.map(async ({ personId, details }) => {
        const { lines } = await this.vault.reveal(m, { lines: details });
        return linesOf(lines).some((line) => searched.includes(squeezed(line))) ? [personId] : [];
      }),
    );
    return found.flat();
  }
}

const wrong = (detail: string): Refusal =>
  new Refusal('invalid-data', detail, [{ pointer: '/details', detail }]);
