// A case, its journal, its deadlines, and its links to other cases of the same dispute.

import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ExplainedDeadline } from '../../workflows/calendar';
import type { Body, CaseContext, PartyId, RouteId } from '../../workflows/kit';
import type { RuleId } from '../../workflows/law';
import type { DeadlineStatus } from './types';

const text = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

/** A state that cannot be read must not keep a list of cases from being read: it is made anew from the journal. */
const damagedJson = {
  to: (value: unknown): string => JSON.stringify(value),
  from: (stored: string): unknown => {
    try {
      return JSON.parse(stored);
    } catch {
      return null;
    }
  },
};

/** Sorts after every real instant: a case without a date comes last in a worklist. */
export const NO_DATE = '9999-12-31T00:00:00.000Z';

@Entity('cases')
@Unique('cases_ref', ['ref'])
@Index('cases_dispute_id', ['disputeId'])
export class Case {
  @PrimaryColumn(text('id', 36)) id!: string;
  @Column(text('ref', 20)) ref!: string;
  @Column(text('dispute_id', 36)) disputeId!: string;
  @Column(text('route', 60)) route!: RouteId;
  @Column(text('route_version', 10)) routeVersion!: string;
  @Column(text('stage', 60)) stage!: string;
  @Column({ type: 'text', transformer: damagedJson }) context!: CaseContext;
  /** Number of journal entries: what a sender must have seen. */
  @Column({ type: 'integer' }) version!: number;
  @Column(text('head_hash', 64)) headHash!: string;
  /** Of what the next event rests on; nothing where a release before this column wrote it. */
  @Column({ ...text('state_hash', 64), nullable: true }) stateHash!: string | null;
  @Column({ ...text('responsible', 60), nullable: true }) responsible!: PartyId | null;
  @Column(text('next_due_at', 24)) nextDueAt!: string;
  /** After which it is late, where that is not `nextDueAt`; nothing either where a release before this column wrote it. */
  @Column({ ...text('last_due_at', 24), nullable: true }) lastDueAt!: string | null;
  @Column({ type: 'boolean' }) over!: boolean;
  @Column(text('opened_at', 24)) openedAt!: string;
}

/** An organisation's place in a case, with what its worklist is sorted, narrowed and counted by: the case's own. */
@Entity('case_organisations')
@Index('case_organisations_worklist', [
  'organisationId',
  'over',
  'nextDueAt',
  'caseId',
  'route',
  'responsible',
  'lastDueAt',
])
export class CaseOrganisation {
  @PrimaryColumn(text('case_id', 36)) caseId!: string;
  @PrimaryColumn(text('body', 40)) body!: Body;
  @Column(text('organisation_id', 36)) organisationId!: string;
  @Column({ type: 'boolean' }) over!: boolean;
  @Column(text('next_due_at', 24)) nextDueAt!: string;
  @Column({ ...text('route', 60), default: '' }) route!: RouteId;
  @Column({ ...text('responsible', 60), nullable: true }) responsible!: PartyId | null;
  @Column({ ...text('last_due_at', 24), nullable: true }) lastDueAt!: string | null;
}

@Entity('journal')
export class JournalEntry {
  @PrimaryColumn(text('case_id', 36)) caseId!: string;
  @PrimaryColumn({ type: 'integer' }) seq!: number;
  @Column(text('at', 24)) at!: string;
  @Column(text('occurred_on', 10)) occurredOn!: string;
  @Column(text('type', 80)) type!: string;
  @Column(text('party', 60)) party!: string;
  @Column(text('actor', 60)) actor!: string;
  @Column({ type: 'simple-json' }) data!: Record<string, unknown>;
  /** What it did to the deadlines: key, round and new status. */
  @Column({ type: 'simple-json' }) changes!: {
    key: string;
    round: number;
    status: DeadlineStatus;
    due: string;
  }[];
  @Column(text('stage', 60)) stage!: string;
  @Column({ ...text('idempotency_key', 200), nullable: true }) idempotencyKey!: string | null;
  @Column(text('prev_hash', 64)) prevHash!: string;
  @Column(text('hash', 64)) hash!: string;
}

@Entity('deadlines')
@Unique('deadlines_round', ['caseId', 'key', 'round'])
@Index('deadlines_status_late_after', ['status', 'lateAfter', 'id'])
export class Deadline {
  @PrimaryColumn(text('id', 36)) id!: string;
  @Column(text('case_id', 36)) caseId!: string;
  @Column(text('key', 120)) key!: string;
  @Column({ type: 'integer' }) round!: number;
  @Column(text('rule', 80)) rule!: RuleId;
  @Column({ ...text('point', 40), nullable: true }) point!: string | null;
  @Column({ ...text('point_title', 200), nullable: true }) pointTitle!: string | null;
  @Column({ type: 'simple-json' }) inputs!: Record<string, string>;
  @Column(text('owed_by', 60)) owedBy!: PartyId;
  @Column({ name: 'met_by', type: 'simple-json' }) metBy!: string[];
  @Column({ name: 'family_right', type: 'boolean' }) familyRight!: boolean;
  @Column({ name: 'if_missed', type: 'text' }) ifMissed!: string;
  @Column({ type: 'boolean' }) escalates!: boolean;
  @Column(text('status', 20)) status!: DeadlineStatus;
  @Column(text('due', 10)) due!: string;
  @Column(text('due_at', 24)) dueAt!: string;
  @Column(text('late_after', 24)) lateAfter!: string;
  @Column({ ...text('met_on', 10), nullable: true }) metOn!: string | null;
  @Column({ type: 'simple-json' }) explained!: ExplainedDeadline;
}

@Entity('links')
@Index('links_to_case', ['toCase'])
export class Link {
  @PrimaryColumn(text('from_case', 36)) fromCase!: string;
  @PrimaryColumn(text('to_case', 36)) toCase!: string;
}

/** An event that one case sends to another of its dispute, delivered after the commit that caused it. */
@Entity('tells')
@Unique('tells_key', ['key'])
@Index('tells_status_created_at', ['status', 'createdAt', 'id'])
export class Tell {
  @PrimaryColumn(text('id', 36)) id!: string;
  @Column(text('key', 120)) key!: string;
  @Column(text('dispute_id', 36)) disputeId!: string;
  @Column(text('route', 60)) route!: string;
  @Column(text('event', 80)) event!: string;
  @Column(text('occurred_on', 10)) occurredOn!: string;
  @Column({ type: 'simple-json' }) data!: Record<string, unknown>;
  @Column(text('status', 20)) status!: 'waiting' | 'delivered' | 'not-possible';
  @Column({ ...text('reason', 300), nullable: true }) reason!: string | null;
  @Column(text('created_at', 24)) createdAt!: string;
}

/** What was answered to a request, so that the same request gets the same answer. Personal text stays sealed in it. */
@Entity('idempotency')
@Index('idempotency_case_id', ['caseId'])
export class IdempotentAnswer {
  @PrimaryColumn(text('scope', 60)) scope!: string;
  @PrimaryColumn(text('key', 200)) key!: string;
  @Column(text('request_hash', 64)) requestHash!: string;
  @Column(text('case_id', 36)) caseId!: string;
  @Column({ type: 'simple-json' }) answer!: unknown;
  @Column(text('created_at', 24)) createdAt!: string;
}

export const engineEntities = [Case, CaseOrganisation, JournalEntry, Deadline, Link, Tell, IdempotentAnswer];
