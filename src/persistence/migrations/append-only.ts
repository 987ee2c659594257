// A table that can only be added to: whoever reaches the database with the application's rights cannot rewrite it.

import type { QueryRunner } from 'typeorm';

/** @param guard name of the function on PostgreSQL; several tables may share one. @param said what a change is refused with */
export async function appendOnly(
  runner: QueryRunner,
  table: string,
  guard: string,
  said: string,
): Promise<void> {
  if (runner.connection.options.type === 'postgres') {
    await runner.query(`
      CREATE OR REPLACE FUNCTION ${guard}() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '${said}'; END $$`);
    await runner.query(`
      CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION ${guard}()`);
    return;
  }
  for (const act of ['UPDATE', 'DELETE']) {
    await runner.query(`
      CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
      BEGIN SELECT RAISE(ABORT, '${said}'); END`);
  }
}
