// From when a date is late, beside the date itself, where the law can be read so that the two differ: a worklist calls nobody
// late between them. Nothing stands there where they are the same.

import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const FORMER = ['organisation_id', 'over', 'next_due_at', 'case_id', 'route', 'responsible'];
const former = new TableIndex({ name: 'case_organisations_worklist', columnNames: FORMER });
const index = new TableIndex({
  name: 'case_organisations_worklist',
  columnNames: [...FORMER, 'last_due_at'],
});
const TABLES = ['cases', 'case_organisations'] as const;

export class LateAfterTheLastDay1700000000310 implements MigrationInterface {
  /** Plain SQL for the columns: TypeORM would copy the whole table on SQLite. */
  async up(runner: QueryRunner): Promise<void> {
    // In the order in which an event takes the two tables, so that neither waits for the other.
    if (isPostgres(runner)) await runner.query('LOCK TABLE cases IN SHARE ROW EXCLUSIVE MODE');
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} ADD COLUMN last_due_at varchar(24)`);
    // Those that are owed by whoever must act; where there are none, all of them.
    const own = `d.case_id = cases.id AND d.status IN ('open', 'missed') AND d.owed_by = cases.responsible`;
    await runner.query(`
      UPDATE cases SET last_due_at = (
        SELECT MIN(d.late_after) FROM deadlines d
        WHERE d.case_id = cases.id AND d.status IN ('open', 'missed') AND d.due_at >= cases.next_due_at
          AND (d.owed_by = cases.responsible OR NOT EXISTS (SELECT 1 FROM deadlines d WHERE ${own})))
      WHERE EXISTS (
        SELECT 1 FROM deadlines d
        WHERE d.case_id = cases.id AND d.status = 'open' AND d.due_at = cases.next_due_at
          AND d.late_after > d.due_at)`);
    await runner.query('UPDATE cases SET last_due_at = NULL WHERE last_due_at = next_due_at');
    await runner.query(`
      UPDATE case_organisations SET last_due_at = c.last_due_at
      FROM cases c WHERE c.id = case_organisations.case_id AND c.last_due_at IS NOT NULL`);
    await runner.dropIndex('case_organisations', former);
    await runner.createIndex('case_organisations', index);
    for (const table of TABLES) await (isPostgres(runner) ? forget : forgetOnSqlite)(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`DROP TRIGGER ${table}_last_due_at${isPostgres(runner) ? ` ON ${table}` : ''}`);
    }
    if (isPostgres(runner)) await runner.query('DROP FUNCTION forget_last_due_at()');
    await runner.dropIndex('case_organisations', index);
    await runner.createIndex('case_organisations', former);
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP COLUMN last_due_at`);
  }
}

const isPostgres = (runner: QueryRunner): boolean => runner.connection.options.type === 'postgres';

/** A process of the release before moves the date and leaves this one: then it is the last day of another date. */
async function forget(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION forget_last_due_at() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.last_due_at := NULL;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER ${table}_last_due_at BEFORE UPDATE OF next_due_at ON ${table}
    FOR EACH ROW WHEN (OLD.next_due_at <> NEW.next_due_at AND OLD.last_due_at = NEW.last_due_at)
    EXECUTE FUNCTION forget_last_due_at()`);
}

async function forgetOnSqlite(runner: QueryRunner, table: string): Promise<void> {
  const row = table === 'cases' ? 'id = NEW.id' : 'case_id = NEW.case_id AND body = NEW.body';
  await runner.query(`
    CREATE TRIGGER ${table}_last_due_at AFTER UPDATE OF next_due_at ON ${table}
    WHEN OLD.next_due_at <> NEW.next_due_at AND OLD.last_due_at = NEW.last_due_at
    BEGIN
      UPDATE ${table} SET last_due_at = NULL WHERE ${row};
    END`);
}
