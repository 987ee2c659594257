// Goes through the cases and checks each against what its journal leads to.

import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { BankHolidays } from '../bank-holidays';
import { databaseIs, Db } from '../persistence';
import { findingsOf } from './case-checks';
import { Case, JournalEntry } from './entities';
import { finding, type Finding } from './finding';
import { casesAfter, caseWith, type CaseRows, type ReadCase } from './verified-rows';

const BATCH = 200;
const READS = 5;

@Injectable()
export class Verifier {
  constructor(
    private readonly db: Db,
    private readonly bankHolidays: BankHolidays,
  ) {}

  /**
   * Every case, a few at a time: memory stays the same however many there are.
   * @throws the reason of `signal` where it is given up
   */
  async verifyAll(
    found: (finding: Finding) => void,
    signal?: AbortSignal,
  ): Promise<{ cases: number; entries: number }> {
    // A list taken in meanwhile is looked at where a case does not fit.
    const holidaysAt = await this.bankHolidays.history();
    let cases = 0;
    let entries = 0;
    for (let last = ''; ;) {
      signal?.throwIfAborted();
      const batch = await readable(casesAfter(this.db.read, last, BATCH, holidaysAt));
      const read = batch instanceof Error ? undefined : entriesIfSound(batch);
      if (batch instanceof Error || read === undefined) {
        // A value with a mark in it could pass for rows of another case: none of the batch counts as looked at.
        const ids = await this.idsAfter(last);
        for (const id of ids) (await this.confirmed(id)).forEach(found);
        cases += ids.length;
        entries += await this.db.read.countBy(JournalEntry, { caseId: In(ids) });
        last = ids.at(-1) ?? last;
        continue;
      }
      const end = batch.at(-1);
      if (!end) return { cases, entries };
      cases += batch.length;
      entries += read;
      last = end.id;
    }
  }

  async verifyCase(ref: string): Promise<Finding[]> {
    const found = await this.db.read.findOneBy(Case, { ref });
    return found ? this.confirmed(found.id) : [finding(ref, 'I1', 'There is no such case', 'journal')];
  }

  /** Of a case that is being written while it is read, rows of two versions may be seen: then it is read once more. */
  private async confirmed(id: string): Promise<Finding[]> {
    for (let attempt = 1; ; attempt += 1) {
      const rows = await readable(caseWith(this.db.read, id, await this.bankHolidays.history()));
      if (rows instanceof Error) return this.unreadable(id, rows);
      const findings = rows ? findingsOf(rows) : [];
      const same = await this.db.read.existsBy(Case, { id, version: rows?.found.version ?? 0 });
      if (findings.length === 0 || same || attempt === READS) return findings;
    }
  }

  /** Of a batch in which something is wrong: what, is found by reading each alone. */
  private async idsAfter(last: string): Promise<string[]> {
    const rows = await this.db.read.find(Case, {
      select: { id: true },
      where: { id: MoreThan(last) },
      order: { id: 'ASC' },
      take: BATCH,
    });
    return rows.map(({ id }) => id);
  }

  private async unreadable(id: string, { name }: Error): Promise<Finding[]> {
    const [found] = await this.db.read.find(Case, { select: { ref: true }, where: { id } });
    return found ? [finding(found.ref, 'I3', `Its rows cannot be read (${name})`, 'journal')] : [];
  }
}

/** A row that is no JSON any more is no reason to look at nothing else. */
const readable = <T extends ReadCase[] | CaseRows | undefined>(reading: Promise<T>): Promise<T | Error> =>
  reading.catch((error: unknown) => {
    if (databaseIs(error) || !(error instanceof Error)) throw error;
    return error;
  });

/** How many entries these have; nothing where one of them does not fit together or cannot be taken apart. */
function entriesIfSound(batch: ReadCase[]): number | undefined {
  let entries = 0;
  try {
    for (const { rows } of batch) {
      const read = rows();
      if (findingsOf(read).length > 0) return undefined;
      entries += read.journal.length;
    }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return entries;
}
