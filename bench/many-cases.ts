// Cases by the hundred thousand, made in the database out of one that went through the engine: for what is measured on many.

import type { Db } from '../src/persistence';
import type { Template } from './cases';

const STEP = 50_000;
const DAY = 86_400_000;
/** The latest that something is done, in days after it was due. */
const LATEST = 15;

/** Ids that come in no order, as the product's own do. */
const idSql = (db: Db, letter: string) =>
  db.kind === 'postgres'
    ? `'${letter}' || lpad(to_hex((i * 2654435761) % 4294967296), 35, '0')`
    : `printf('${letter}%035x', (i * 2654435761) % 4294967296)`;

export interface Growth {
  councils: string[];
  icb: string;
  size: number;
  /** Opened, and due, on each of these days in turn. `settled`: in time, a few days late, or never done, by thirds. */
  spread: { from: string; days: number; settled?: boolean };
}

export async function grow(
  db: Db,
  template: Template,
  { councils, icb, size, spread }: Growth,
): Promise<void> {
  const { days, settled = false } = spread;
  const { found, deadlines, journal } = await template.rows();
  const { tableName } = db.read.connection.getMetadata('deadlines');
  const [deadline] = (await db.read.query(`SELECT * FROM ${tableName} WHERE id = '${deadlines[0]?.id}'`)) as [
    Record<string, unknown>,
  ];
  const own = ['id', 'case_id', 'status', 'late_after', ...(settled ? ['due', 'met_on'] : [])];
  const columns = Object.keys(deadline).filter((name) => !own.includes(name));
  const [id, dispute] = [idSql(db, 'c'), idSql(db, 'd')];
  // Instants one after another in one text, from which each row takes its own by number.
  const first = Date.parse(spread.from);
  const instants = Array.from({ length: days + LATEST }, (_, n) => new Date(first + n * DAY).toISOString());
  const after = (more: string) =>
    `substr('${instants.join('')}', CAST(i % ${days} + ${more} AS integer) * 24 + 1, 24)`;
  const instant = after('0');
  const over = settled ? '(1 = 1)' : '(i % 3 = 0)';
  // Council by council in turn: each has its share of the cases at every size.
  const council = `substr('${councils.join('')}', CAST(i % ${councils.length} AS integer) * 36 + 1, 36)`;
  const status = settled
    ? "CASE i % 3 WHEN 0 THEN 'met' WHEN 1 THEN 'met-late' ELSE 'missed' END"
    : `CASE WHEN ${over} THEN 'met' ELSE 'open' END`;
  const metOn = `CASE i % 3 WHEN 0 THEN substr(${instant}, 1, 10) WHEN 1 THEN substr(${after(`1 + i / 3 % ${LATEST - 1}`)}, 1, 10) END`;
  const settling = settled ? ', due, met_on' : '';
  const settlings = settled ? `, substr(${instant}, 1, 10), ${metOn}` : '';
  const quoted = (value: unknown) => (value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`);
  const flagged = (value: unknown) => (typeof value === 'boolean' ? String(value) : undefined);
  const entry = journal[0];
  for (let from = 1; from <= size; from += STEP) {
    const series = `WITH RECURSIVE n(i) AS (SELECT CAST(${from} AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.min(size, from + STEP - 1)})`;
    const fill = (
      m: { query: (sql: string) => Promise<unknown> },
      table: string,
      names: string,
      values: string,
    ) =>
      db.kind === 'postgres'
        ? m.query(`${series} INSERT INTO ${table} (${names}) SELECT ${values} FROM n`)
        : m.query(`INSERT INTO ${table} (${names}) ${series} SELECT ${values} FROM n`);
    await db.tx(async (m) => {
      await fill(
        m,
        'disputes',
        'id, organisations, opened_at',
        `${dispute}, '{"council":"' || ${council} || '","icb":"${icb}"}', ${instant}`,
      );
      await fill(
        m,
        'participations',
        'id, dispute_id, person_id, party, scope, created_at',
        `${idSql(db, 'p')}, ${dispute}, ${idSql(db, 'f')}, 'parent or young person', 'full', ${instant}`,
      );
      await fill(
        m,
        'cases',
        'id, ref, dispute_id, route, route_version, stage, context, version, head_hash, responsible, next_due_at, over, opened_at',
        `${id}, 'RC-' || i, ${dispute}, '${found.route}', '${found.routeVersion}', '${found.stage}', ${quoted(JSON.stringify(found.context))}, 1, '${found.headHash}', ${quoted(found.responsible)}, ${instant}, ${over}, ${instant}`,
      );
      for (const [body, organisation] of [
        ['council', council],
        ['icb', `'${icb}'`],
      ])
        await fill(
          m,
          'case_organisations',
          'case_id, body, organisation_id, over, next_due_at, route, responsible',
          `${id}, '${body}', ${organisation}, ${over}, ${instant}, '${found.route}', ${quoted(found.responsible)}`,
        );
      await fill(
        m,
        'journal',
        'case_id, seq, at, occurred_on, type, party, actor, data, changes, stage, prev_hash, hash',
        `${id}, 1, ${instant}, '${entry?.occurredOn}', 'opened', ${quoted(entry?.party)}, 'bench', ${quoted(JSON.stringify(entry?.data))}, ${quoted(JSON.stringify(entry?.changes))}, '${entry?.stage}', '${entry?.prevHash}', '${entry?.hash}'`,
      );
      await fill(
        m,
        'deadlines',
        `id, case_id, status, late_after${settling}, ${columns.join(', ')}`,
        `${idSql(db, 'e')}, ${id}, ${status}, ${instant}${settlings}, ${columns.map((name) => flagged(deadline[name]) ?? quoted(deadline[name])).join(', ')}`,
      );
    });
  }
}
