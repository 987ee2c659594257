// Makes the root of the day, once, whoever asks; and proves of a case that it is in there.

import { Injectable } from '@nestjs/common';
import { Between, In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { Cases, type Who } from '../engine';
import { Case } from '../engine/entities';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { TreeDay, TreeLeaf } from './entities';
import { GROUP, groupRoot, headOf, leafOf, pathOf, rootOfGroups, splitGroups } from './tree';

export const BEFORE_THE_FIRST = '0'.repeat(64);
const CHUNK = 200;

export type PublishedDay = Pick<TreeDay, 'day' | 'root' | 'previous' | 'head'>;

export interface Inclusion {
  day: string;
  /** How many entries of the journal the root of that day answers for. */
  version: number;
  position: number;
  path: string[];
  root: string;
}

@Injectable()
export class Roots {
  /** The latest day known to be made: saves a question at every sweep. */
  private known = '';

  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  /** Makes today's root where there is none yet; gives whether it was made just now. */
  async makeDue(): Promise<boolean> {
    const day = this.clock.today();
    if (this.known === day) return false;
    const latest = await this.latest(this.db.read);
    const made = (latest?.day ?? '') < day && (await this.make(day));
    this.known = day;
    return made;
  }

  /** What anybody may see, latest first. */
  published(limit?: number): Promise<PublishedDay[]> {
    return this.db.read.find(TreeDay, {
      select: { day: true, root: true, previous: true, head: true },
      order: { day: 'DESC' },
      ...(limit === undefined ? {} : { take: limit }),
    });
  }

  /**
   * All that a party needs to check its case without us.
   * @throws Refusal where the case is not theirs
   */
  async proof(ref: string, who: Who) {
    const chain = await this.cases.proof(ref, who);
    const { id } = await this.db.read.findOneByOrFail(Case, { ref });
    return { ref, ...chain, inclusion: (await this.inclusionOf(id)) ?? null };
  }

  /** Nothing until the first root after the case was opened. */
  private async inclusionOf(caseId: string): Promise<Inclusion | undefined> {
    const latest = await this.latest(this.db.read);
    if (!latest) return undefined;
    const [leaf] = await this.db.read.find(TreeLeaf, {
      where: { caseId, day: LessThanOrEqual(latest.day) },
      order: { version: 'DESC' },
      take: 1,
    });
    if (!leaf) return undefined;
    const { position, version } = leaf;
    const { day, root, groups } = latest;
    const leaves = await leavesOfGroup(this.db.read, Math.floor(position / GROUP), day);
    return { day, version, position, path: pathOf(position, leaves, splitGroups(groups)), root };
  }

  private async make(day: string): Promise<boolean> {
    try {
      // All of it or nothing: of two processes that do it at once, the second fails on the first one's rows.
      await this.db.tx(async (m) => {
        const latest = await this.latest(m);
        const groups = latest ? splitGroups(latest.groups) : [];
        for (const group of await this.addLeaves(m, day))
          groups[group] = groupRoot(await leavesOfGroup(m, group, day));
        const root = rootOfGroups(groups);
        const previous = latest?.head ?? BEFORE_THE_FIRST;
        const head = headOf(previous, day, root);
        await m.insert(TreeDay, {
          day,
          root,
          previous,
          head,
          groups: groups.join(''),
          madeAt: this.clock.instant(),
        });
      });
      return true;
    } catch (error) {
      if (await this.db.read.existsBy(TreeDay, { day })) return false;
      throw error;
    }
  }

  /** A leaf for each case that has moved on since its last one; gives the groups that changed. */
  private async addLeaves(m: EntityManager, day: string): Promise<Set<number>> {
    const moved = await m
      .createQueryBuilder(Case, 'c')
      .select(['c.id', 'c.ref', 'c.version', 'c.headHash'])
      .where('NOT EXISTS (SELECT 1 FROM tree_leaves l WHERE l.case_id = c.id AND l.version >= c.version)')
      .orderBy('c.openedAt')
      .addOrderBy('c.id')
      .getMany();
    const changed = new Set<number>();
    const last = await m.maximum(TreeLeaf, 'position');
    let next = last === null ? 0 : last + 1;
    for (let at = 0; at < moved.length; at += CHUNK) {
      const chunk = moved.slice(at, at + CHUNK);
      const known = await m.findBy(TreeLeaf, { caseId: In(chunk.map(({ id }) => id)) });
      const places = new Map(known.map(({ caseId, position }) => [caseId, position]));
      const rows = chunk.map(({ id: caseId, ref, version, headHash }): TreeLeaf => {
        const position = places.get(caseId) ?? next++;
        changed.add(Math.floor(position / GROUP));
        return { position, day, caseId, version, leaf: leafOf(ref, version, headHash) };
      });
      await m.insert(TreeLeaf, rows);
    }
    return changed;
  }

  private async latest(m: EntityManager): Promise<TreeDay | undefined> {
    return (await m.find(TreeDay, { order: { day: 'DESC' }, take: 1 }))[0];
  }
}

/** The leaves of a group as they were on that day, in order of position. */
async function leavesOfGroup(m: EntityManager, group: number, day: string): Promise<string[]> {
  const first = group * GROUP;
  const rows = await m.find(TreeLeaf, {
    select: { position: true, day: true, leaf: true },
    where: { position: Between(first, first + GROUP - 1), day: LessThanOrEqual(day) },
    order: { position: 'ASC', day: 'ASC' },
  });
  const leaves: string[] = [];
  for (const { position, leaf } of rows) leaves[position - first] = leaf;
  return leaves;
}
