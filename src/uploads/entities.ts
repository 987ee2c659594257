// Documents that people add, to a case or to one that is not sent yet, and what a family wants kept from everybody else.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Body, PartyId } from '../../workflows/kit';
import type { Kind } from './kinds';

/**
 * `waiting`: not yet looked at by the virus scanner; nobody can open it. `unreadable`: it never can be looked at, because its
 * file is damaged or gone.
 */
export type UploadStatus = 'waiting' | 'ready' | 'refused' | 'unreadable';

/** What a document has wherever it hangs; its file is in the store under its id. */
export abstract class AddedDocument {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  /** Whose key seals its file and its name: of a case that is not sent yet, the dispute that will be. */
  @Column({ name: 'dispute_id', type: 'varchar', length: 36 })
  disputeId!: string;

  /** Sealed. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'varchar', length: 10 })
  kind!: Kind;

  @Column({ type: 'integer' })
  size!: number;

  /** SHA-256 over salt and content: the journal keeps it, and without the salt it says nothing about the content. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  digest!: string | null;

  @Column({ type: 'varchar', length: 64 })
  salt!: string;

  @Column({ type: 'varchar', length: 10 })
  status!: UploadStatus;

  @Column({ name: 'added_at', type: 'varchar', length: 24 })
  addedAt!: string;
}

@Entity('uploads')
@Index('uploads_case_id_added_at', ['caseId', 'addedAt'])
@Index('uploads_dispute_id', ['disputeId'])
@Index('uploads_status_added_at', ['status', 'addedAt'])
export class Upload extends AddedDocument {
  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @Column({ name: 'added_by', type: 'varchar', length: 36 })
  addedBy!: string;

  /** The part in which it was added. */
  @Column({ type: 'varchar', length: 60 })
  party!: PartyId;

  /** Whom it is for; always with the body that added it. */
  @Column({ type: 'simple-json' })
  bodies!: Body[];

  /** People whose private details stand in it: until each has said yes, nobody else sees it. */
  @Column({ name: 'held_for', type: 'simple-json' })
  heldFor!: string[];

  /** No machine can read it all, and nobody has said yet that every page was looked at. */
  @Column({ type: 'boolean' })
  unread!: boolean;
}

/** Of a case that is not sent yet: its writer's alone. */
@Entity('draft_documents')
@Index('draft_documents_draft_id_added_at', ['draftId', 'addedAt'])
@Index('draft_documents_person_id_added_at', ['personId', 'addedAt'])
@Index('draft_documents_status_added_at', ['status', 'addedAt'])
export class DraftDocument extends AddedDocument {
  @Column({ name: 'draft_id', type: 'varchar', length: 36 })
  draftId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** Whom it is for once it is sent, by organisation: another one in the same place is not meant. */
  @Column({ type: 'simple-json' })
  organisations!: string[];
}

/** One text per person, a detail on each line; sealed with the person's key. */
@Entity('private_details')
export class PrivateDetails {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'text' })
  details!: string;

  @Column({ name: 'changed_at', type: 'varchar', length: 24 })
  changedAt!: string;
}

export const uploadEntities = [Upload, DraftDocument, PrivateDetails];
