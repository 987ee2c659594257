// Goes through the cases and checks each against what its journal leads to.

import { Injectable } from '@nestjs/common';
import { BankHolidays } from '../bank-holidays';
import { Db } from '../persistence';
import { findingsOf } from './case-checks';
import { Case } from './entities';
import { finding, type Finding } from './finding';
import { casesAfter, caseWith } from './verified-rows';

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
      const batch = await casesAfter(this.db.read, last, BATCH, holidaysAt);
      const end = batch.at(-1);
      if (!end) return { cases, entries };
      for (const rows of batch) {
        if (findingsOf(rows).length > 0) (await this.confirmed(rows.found.id)).forEach(found);
        cases += 1;
        entries += rows.journal.length;
      }
      last = end.found.id;
    }
  }

  async verifyCase(ref: string): Promise<Finding[]> {
    const found = await this.db.read.findOneBy(Case, { ref });
    return found ? this.confirmed(found.id) : [finding(ref, 'I1', 'There is no such case', 'journal')];
  }

  /** Of a case that is being written while it is read, rows of two versions may be seen: then it is read once more. */
  private async confirmed(id: string): Promise<Finding[]> {
    for (let attempt = 1; ; attempt += 1) {
      const rows = await caseWith(this.db.read, id, await this.bankHolidays.history());
      const findings = rows ? findingsOf(rows) : [];
      const same = await this.db.read.existsBy(Case, { id, version: rows?.found.version ?? 0 });
      if (findings.length === 0 || same || attempt === READS) return findings;
    }
  }
}
