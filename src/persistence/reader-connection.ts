// Reads for one person on PostgreSQL: in a role that row-level security holds, so that a filter the application forgot
// shows nothing of another's case. Settings live in a transaction and end with it: a pooler in between may share connections.

import { escapeLiteral, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';

export const READER_ROLE = 'recourse_reader';

/** Reads that follow each other this closely, in milliseconds, share a transaction; then the connection is somebody else's. */
const IDLE = 3;

export interface ReaderOf {
  personId: string;
  /** The instant: what has ended by then is no longer theirs. */
  at: string;
}

interface Loan {
  client: PoolClient;
  release: (error?: Error) => void;
}

export class ReaderConnection extends PostgresQueryRunner {
  private loan: Promise<Loan> | undefined;
  private underWay = 0;
  private failed = false;
  private idle: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    source: DataSource,
    private readonly reader: ReaderOf,
  ) {
    super(source.driver as PostgresDriver, 'master');
  }

  override async query<T>(sql: string, values?: unknown[], structured?: boolean): Promise<T> {
    clearTimeout(this.idle);
    this.underWay += 1;
    try {
      // What a page asks for at once goes over one connection, one after another.
      const answer = this.last.then(() => super.query(sql, values, structured as true));
      this.last = answer.catch(() => undefined);
      return (await answer) as T;
    } catch (error) {
      this.failed = true;
      throw error;
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) {
        if (this.failed) this.giveBack();
        else this.idle = setTimeout(() => this.giveBack(), IDLE).unref();
      }
    }
  }

  override async connect(): Promise<PoolClient> {
    return (await (this.loan ??= this.borrow())).client;
  }

  private async borrow(): Promise<Loan> {
    const [client, back] = (await this.driver.obtainMasterConnection()) as [PoolClient, Loan['release']];
    // A connection that is lost fails the query on it; that it was lost is no news for the process.
    const lost = () => undefined;
    client.on('error', lost);
    const release = (error?: Error) => {
      client.removeListener('error', lost);
      back(error);
    };
    try {
      // One message: the settings cost one journey, not four. The rules for readers look dear to the planner, which would
      // compile a page's small questions for a quarter of a second each.
      await client.query(
        `BEGIN READ ONLY; SET LOCAL ROLE ${READER_ROLE};
         SELECT set_config('recourse.reader', ${escapeLiteral(this.reader.personId)}, true),
                set_config('recourse.now', ${escapeLiteral(this.reader.at)}, true),
                set_config('jit', 'off', true)`,
      );
    } catch (error) {
      release(error as Error);
      throw error;
    }
    return { client, release };
  }

  /** Nobody waits for it: what was asked for has been answered. A connection that cannot end its transaction is closed. */
  private giveBack(): void {
    const { loan, failed } = this;
    this.loan = undefined;
    this.failed = false;
    loan
      ?.then(({ client, release }) =>
        client.query(failed ? 'ROLLBACK' : 'COMMIT').then(() => release(), release),
      )
      .catch(() => undefined); // it was never made, and whoever asked was told
  }
}
