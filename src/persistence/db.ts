// The one way to the database: `db.tx` for everything that belongs together, `db.read` for everything else. What is read
// while a request of somebody is answered is read as that person, where the database can keep people apart.

import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { ReaderConnection, type ReaderOf } from './reader-connection';
import { prepareReaders } from './reader-role';
import { readTogether, rowsOf } from './statements';

interface OpenTransaction {
  manager: EntityManager;
  afterCommit: (() => void)[];
}

/** One request, from its beginning: who asks is known only later. */
interface Asked {
  personId?: string | undefined;
  manager?: EntityManager | undefined;
}

/** PostgreSQL reports these when two transactions got in each other's way; the loser may simply try again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const TRIES = 4;
/** How often the log is emptied while somebody reads. */
const CHECKPOINTS = 20;

export abstract class Db {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private readonly asked = new AsyncLocalStorage<Asked>();
  private closing: Promise<void> | undefined;

  abstract readonly kind: 'sqlite' | 'postgres';

  /** Runs all of it or none of it. A call inside another one joins it: there is one commit, the outermost. */
  async tx<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.open.getStore();
    if (outer) return work(outer.manager);
    const [result, kicks] = await this.outermost(async (manager) => {
      const transaction: OpenTransaction = { manager, afterCommit: [] };
      const value = await this.open.run(transaction, () => work(manager));
      return [value, transaction.afterCommit] as const;
    });
    // What a request sets going is not done in its name.
    for (const kick of kicks) this.forItself(kick);
    return result;
  }

  /** Something to do once the outermost transaction is in: a nudge, never what correctness rests on. */
  afterCommit(kick: () => void): void {
    const transaction = this.open.getStore();
    if (transaction) transaction.afterCommit.push(kick);
    else kick();
  }

  /** Reads; inside a transaction, what that transaction sees; in a request, what the person who asks may see. */
  get read(): EntityManager {
    return this.open.getStore()?.manager ?? this.asked.getStore()?.manager ?? this.reader;
  }

  /** Reads what is shown to nobody as it is: what must be known of other cases to count them, or to see what would follow. */
  get readBeyond(): EntityManager {
    return this.open.getStore()?.manager ?? this.reader;
  }

  /** A request begins. Until it is known whose it is, the application reads for itself. */
  forRequest<T>(work: () => T): T {
    return this.asked.run({}, work);
  }

  /** Work of the application itself, whoever's request has set it going. */
  forItself<T>(work: () => T): T {
    return this.asked.exit(work);
  }

  /** From here on this request reads as this person; as the application itself where nobody is named. */
  readAs(reader: ReaderOf | undefined): void {
    const asked = this.asked.getStore();
    if (!asked || asked.personId === reader?.personId) return;
    asked.personId = reader?.personId;
    asked.manager = reader && this.managerFor(reader);
  }

  /** Reads the row with this value in a column and keeps everybody else from changing it until the transaction ends. */
  async lock<E extends ObjectLiteral>(
    manager: EntityManager,
    entity: EntityTarget<E>,
    column: string,
    value: string,
  ): Promise<E | undefined> {
    const [[row]] = await readTogether(
      manager,
      rowsOf(manager, entity, `${column} = $1 ${this.holding}`, [value]),
    );
    return row;
  }

  /** What a `SELECT` ends with that keeps its rows. */
  protected abstract readonly holding: string;

  /** Takes every table away with all that is in it and makes them anew. Only the demonstration may ask for it. */
  abstract startOver(): Promise<void>;

  /** What was deleted is left neither in the log of the database nor between its rows. Outside a transaction. */
  abstract scrub(): Promise<void>;

  /** Once, however often it is asked. */
  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  protected abstract end(): Promise<void>;

  protected abstract readonly reader: EntityManager;

  /** Nothing where the database keeps nobody apart. */
  protected abstract managerFor(reader: ReaderOf): EntityManager | undefined;

  protected abstract outermost<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

export class PostgresDb extends Db {
  readonly kind = 'postgres';
  protected readonly holding = 'FOR UPDATE';

  private constructor(
    private readonly source: DataSource,
    /** Whether row-level security holds what is read for a person. */
    private keepsApart: boolean,
  ) {
    super();
  }

  static async on(source: DataSource): Promise<PostgresDb> {
    return new PostgresDb(source, await prepareReaders(source));
  }

  async startOver(): Promise<void> {
    await remade(this.source);
    this.keepsApart = await prepareReaders(this.source);
  }

  /** The keys are few: their table is written anew. Without them the rest is noise. */
  async scrub(): Promise<void> {
    await this.source.query('VACUUM FULL vault_keys');
  }

  protected async end(): Promise<void> {
    await this.source.destroy();
  }

  protected get reader(): EntityManager {
    return this.source.manager;
  }

  protected managerFor(reader: ReaderOf): EntityManager | undefined {
    if (!this.keepsApart) return undefined;
    return this.source.createEntityManager(new ReaderConnection(this.source, reader));
  }

  protected async outermost<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        const code = (error as { code?: string }).code ?? '';
        if (!TRY_AGAIN.has(code) || attempt === TRIES) throw error;
      }
    }
  }
}

/**
 * TypeORM gives SQLite one connection, on which a second transaction would become a savepoint of the first and be
 * lost with it. So: one writer, one transaction at a time, and a reader of its own that cannot write.
 */
export class SqliteDb extends Db {
  readonly kind = 'sqlite';
  /** Its one writer holds them all. */
  protected readonly holding = '';
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: DataSource,
    private readonly readOnly: DataSource,
    private readonly release: () => Promise<void>,
  ) {
    super();
  }

  startOver(): Promise<void> {
    const turn = this.tail.then(() => remade(this.writer));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /** Deleted rows are overwritten (secure_delete); what was in the log before that goes with the log. */
  scrub(): Promise<void> {
    const turn = this.tail.then(async () => {
      for (let attempt = 1; attempt <= CHECKPOINTS; attempt += 1) {
        const [{ busy }] = (await this.writer.query('PRAGMA wal_checkpoint(TRUNCATE)')) as [{ busy: number }];
        if (busy === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
      }
      throw new Error(
        'What was erased is still in the log of the database, because somebody reads it: try again',
      );
    });
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  protected async end(): Promise<void> {
    await this.tail.catch(() => undefined);
    await this.readOnly.destroy();
    await this.writer.destroy();
    await this.release();
  }

  protected get reader(): EntityManager {
    return this.readOnly.manager;
  }

  protected managerFor(): undefined {
    return undefined;
  }

  protected outermost<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const turn = this.tail.then(() => this.alone(work));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /**
   * By hand, because SQLite may have rolled back already when a disk is full: TypeORM then loses count, and what it
   * commits later is only a savepoint of a transaction that never ends, acknowledged and lost.
   */
  private async alone<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner() as QueryRunner & { isTransactionActive: boolean };
    await this.begin(runner);
    runner.isTransactionActive = true;
    try {
      const result = await work(runner.manager);
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined); // there may be nothing left to roll back
      throw error;
    } finally {
      runner.isTransactionActive = false;
    }
  }

  /** Immediate: a command beside the service waits here, and is never refused half-way. */
  private async begin(runner: QueryRunner): Promise<void> {
    try {
      await runner.query('BEGIN IMMEDIATE');
    } catch (error) {
      if (!/within a transaction/.test((error as Error).message)) throw error;
      // The rollback of the one before failed, and it is still open: nothing may be committed together with it.
      await runner.query('ROLLBACK');
      await runner.query('BEGIN IMMEDIATE');
    }
  }
}

async function remade(source: DataSource): Promise<void> {
  for (let n = 0; n < source.migrations.length; n += 1) await source.undoLastMigration();
  await source.runMigrations();
}
