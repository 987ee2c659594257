// Compares what was published with the journals: an entry that was taken away or rewritten since no longer fits.

import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { finding, type Finding } from '../engine';
import { Case, JournalEntry } from '../engine/entities';
import { Db } from '../persistence';
import { TreeDay, TreeLeaf } from './entities';
import { BEFORE_THE_FIRST } from './roots';
import { GROUP, groupRoot, headOf, leafOf, rootOfGroups } from './tree';

const BATCH = 200;

@Injectable()
export class RootCheck {
  constructor(private readonly db: Db) {}

  /** Every root that was ever published, or the leaves of one case alone. */
  async verify(found: (finding: Finding) => void, only?: { caseId: string }): Promise<{ days: number }> {
    const days = await this.db.read.find(TreeDay, {
      select: { day: true, root: true, previous: true, head: true },
      order: { day: 'ASC' },
    });
    let head = BEFORE_THE_FIRST;
    /** Leaves and group roots as of the day that is looked at. */
    const leaves: string[][] = [];
    const groups: string[] = [];
    for (const { day, root, previous, head: stored } of days) {
      const say = (what: string) => found(finding(day, 'I3', what, 'root'));
      if (previous !== head || headOf(previous, day, root) !== stored)
        say('The published root does not follow from the day before');
      head = stored;
      const changed = new Set<number>();
      for await (const rows of this.leavesOf(day, only)) {
        await this.compare(rows, found);
        for (const { position, leaf } of rows) {
          const group = Math.floor(position / GROUP);
          (leaves[group] ??= [])[position % GROUP] = leaf;
          changed.add(group);
        }
      }
      if (only) continue;
      for (const group of changed) groups[group] = groupRoot(leaves[group] ?? []);
      if (rootOfGroups(groups) !== root) say('The leaves of that day do not lead to the published root');
    }
    return { days: days.length };
  }

  /** The journal still has the entry that each leaf answers for. */
  private async compare(rows: TreeLeaf[], found: (finding: Finding) => void): Promise<void> {
    const ids = [...new Set(rows.map(({ caseId }) => caseId))];
    const refs = new Map((await this.db.read.findBy(Case, { id: In(ids) })).map(({ id, ref }) => [id, ref]));
    const entries = await this.db.read.find(JournalEntry, {
      select: { caseId: true, seq: true, hash: true },
      where: rows.map(({ caseId, version }) => ({ caseId, seq: version })),
    });
    const hashes = new Map(entries.map(({ caseId, seq, hash }) => [`${caseId} ${seq}`, hash]));
    for (const { caseId, day, version, leaf } of rows) {
      const ref = refs.get(caseId);
      const hash = hashes.get(`${caseId} ${version}`);
      const say = (what: string) => found(finding(ref ?? day, 'I3', what, 'root', version));
      if (ref === undefined) say(`A case is gone that was in the root of ${day}`);
      else if (hash === undefined) say(`An entry is gone that was in the root of ${day}`);
      else if (leafOf(ref, version, hash) !== leaf) say(`It is not the entry that was in the root of ${day}`);
    }
  }

  private async *leavesOf(day: string, only?: { caseId: string }): AsyncGenerator<TreeLeaf[]> {
    for (let last = -1; ;) {
      const rows = await this.db.read.find(TreeLeaf, {
        where: { day, position: MoreThan(last), ...only },
        order: { position: 'ASC' },
        take: BATCH,
      });
      const end = rows.at(-1);
      if (!end) return;
      yield rows;
      last = end.position;
    }
  }
}
