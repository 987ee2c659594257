// What was published of the journals: one root a day, and the leaf that each case had in it. Both can only be added to.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('tree_days')
export class TreeDay {
  /** The day in London on which it was made. */
  @PrimaryColumn({ type: 'varchar', length: 10 }) day!: string;
  @Column({ type: 'varchar', length: 64 }) root!: string;
  /** The head of the day before; zeros on the first. */
  @Column({ type: 'varchar', length: 64 }) previous!: string;
  /** Over `previous`, `day` and `root`: each day answers for all before it. */
  @Column({ type: 'varchar', length: 64 }) head!: string;
  /** The roots of its groups of leaves, in hex, one after another: a proof needs no more than one group. */
  @Column({ type: 'text' }) groups!: string;
  @Column({ name: 'made_at', type: 'varchar', length: 24 }) madeAt!: string;
}

/** A case's leaf from this day on, until a later row of the same position. */
@Entity('tree_leaves')
@Index('tree_leaves_case_id_version', ['caseId', 'version'])
export class TreeLeaf {
  /** The case's place in every tree. */
  @PrimaryColumn({ type: 'integer' }) position!: number;
  @PrimaryColumn({ type: 'varchar', length: 10 }) day!: string;
  @Column({ name: 'case_id', type: 'varchar', length: 36 }) caseId!: string;
  /** How many entries its journal had. */
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'varchar', length: 64 }) leaf!: string;
}

export const transparencyEntities = [TreeDay, TreeLeaf];
