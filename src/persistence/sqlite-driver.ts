// What TypeORM is given in place of the sqlite3 package: statements that come again are prepared once. And TypeORM's wish
// for long stack traces is not granted: they cost more than the statements, and they repeat every value in them.

import sqlite3, { type Database, type Statement } from 'sqlite3';

/** Each connection keeps so many, those used last. */
const MOST = 300;

type How = 'run' | 'all';
type Callback = (this: Statement, error: Error | null, rows?: unknown[]) => void;

class PlanningDatabase extends sqlite3.Database {
  private readonly kept = new Map<string, Statement>();

  override run(sql: string, ...rest: unknown[]): this {
    return this.again('run', sql, rest);
  }

  override all(sql: string, ...rest: unknown[]): this {
    return this.again('all', sql, rest);
  }

  override close(callback?: (error: Error | null) => void): void {
    // SQLite does not close while there are any.
    for (const statement of this.kept.values()) statement.finalize();
    this.kept.clear();
    super.close(callback);
  }

  private again(how: How, sql: string, rest: unknown[]): this {
    const callback = rest.at(-1) as Callback;
    const values = rest.length > 1 ? (rest[0] as unknown[]) : [];
    const known = this.kept.get(sql);
    // The one used last goes to the end.
    if (known && this.kept.delete(sql)) this.kept.set(sql, known);
    const statement = known ?? this.prepared(sql, callback);
    statement[how](values ?? [], callback);
    return this;
  }

  /** Kept once it is known to be in order; until then every caller has one of its own, and is told what is wrong. */
  private prepared(sql: string, callback: Callback): Statement {
    const statement = this.prepare(sql, (error: Error | null) => {
      if (error) callback.call(statement, error);
      else this.keep(sql, statement);
    });
    return statement;
  }

  private keep(sql: string, statement: Statement): void {
    // A change that gives rows is not run to its end and would keep its transaction open.
    if (this.kept.has(sql) || /\bRETURNING\b/i.test(sql)) {
      statement.finalize();
      return;
    }
    this.kept.set(sql, statement);
    const [oldest] = this.kept;
    if (oldest && this.kept.size > MOST) {
      this.kept.delete(oldest[0]);
      oldest[1].finalize();
    }
  }
}

export const sqliteDriver = {
  ...sqlite3,
  Database: PlanningDatabase as typeof Database,
  verbose() {
    return this;
  },
};
