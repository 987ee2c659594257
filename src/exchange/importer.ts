// Takes in an organisation's existing cases from a table: all of them or none, with every fault named by its line.

import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { People } from '../access';
import { Cases, type CaseView } from '../engine';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { Reminders } from '../reminders';
import { CellError, valueOf, valuesOf } from './cell';
import { ImportedCase } from './entities';
import { columnsOf, type Mapping } from './mapping';

/** What is wrong with a line of the file. Says which column or answer, and nothing of what stands in it. */
export interface LineFault {
  line: number;
  what: string;
}

export interface ImportReport {
  faults: LineFault[];
  /** The cases made, or that would be made. */
  cases: { line: number; reference: string; ref: string; stage: string; due?: string }[];
  /** Of those, whose date has passed already: what is late will be raised as missed. */
  overdue: number;
}

type Row = Record<string, string>;
type Imported = ImportReport['cases'][number] & { overdue: boolean };

const BY_OPERATOR = { kind: 'system', name: 'operator' } as const;
const LONGEST_REFERENCE = 100;

/** Thrown to take a trial back, or an import that has a fault. */
class TakenBack extends Error {}

@Injectable()
export class Importer {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly people: People,
    private readonly reminders: Reminders,
    private readonly clock: Clock,
  ) {}

  /**
   * @param trial does everything in the same transaction and takes it back.
   * @throws Error for a file that is no table or lacks a column: then no line was looked at
   */
  async run(csv: string, mapping: Mapping, trial: boolean): Promise<ImportReport> {
    const rows = tableOf(csv, columnsOf(mapping));
    const report: ImportReport = { faults: [], cases: [], overdue: 0 };
    try {
      await this.db.tx(async (m) => {
        // A transaction that is tried again starts from nothing.
        Object.assign(report, { faults: [], cases: [], overdue: 0 });
        for (const { line, row } of rows) {
          try {
            const { overdue, ...made } = await this.take(m, line, row, mapping);
            report.cases.push(made);
            if (overdue) report.overdue += 1;
          } catch (error) {
            report.faults.push(...faultsOf(line, error));
          }
        }
        if (trial || report.faults.length > 0) throw new TakenBack();
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
    }
    return report;
  }

  private async take(m: EntityManager, line: number, row: Row, mapping: Mapping): Promise<Imported> {
    const reference = String(valueOf(mapping.reference, row));
    if (reference.length > LONGEST_REFERENCE)
      throw new CellError(`"${mapping.reference.column}" is too long`);
    const source = createHash('sha256').update(Object.values(mapping.parties).sort().join()).digest('hex');
    const earlier = await m.findOneBy(ImportedCase, { source, reference });
    if (earlier) throw new CellError(`was taken in before, as ${earlier.caseRef}`);

    const route = String(valueOf(mapping.route, row));
    const facts = valuesOf(mapping.facts, row);
    const family = mapping.family && {
      email: String(valueOf(mapping.family.email, row) ?? ''),
      name: String(valueOf(mapping.family.name, row) ?? ''),
    };
    const familyId = family?.email ? await this.personOf(m, family) : undefined;
    const opening = { route, facts, parties: mapping.parties, ...(familyId ? { familyId } : {}) };
    let { case: view } = await this.cases.open(opening, BY_OPERATOR);
    for (const { type, on, data } of mapping.events) {
      const occurredOn = valueOf(on, row);
      if (occurredOn === undefined) continue;
      const sent = { type, data: valuesOf(data, row), occurredOn: String(occurredOn) };
      view = (await this.cases.advance(view.ref, sent, BY_OPERATOR).catch(named(type))).case;
    }
    await this.reminders.onlyWhatIsAhead(m, view.ref);
    await m.insert(ImportedCase, { source, reference, caseRef: view.ref, importedAt: this.clock.instant() });
    const due = nextDue(view);
    return {
      line,
      reference,
      ref: view.ref,
      stage: view.stage.title,
      ...(due ? { due } : {}),
      overdue: isLate(view, this.clock.instant()),
    };
  }

  private async personOf(
    m: EntityManager,
    { email, name }: { email: string; name: string },
  ): Promise<string> {
    const person =
      (await this.people.findByEmail(m, email)) ??
      (await this.people.create(m, { email, name: name || 'Name not given' }));
    return person.id;
  }
}

function tableOf(csv: string, columns: string[]): { line: number; row: Row }[] {
  let records: { record: Row; info: { lines: number } }[];
  try {
    records = parse(csv, { columns: true, bom: true, skip_empty_lines: true, info: true, trim: true });
  } catch (error) {
    throw new Error(`The file is not a table of comma-separated values: ${(error as Error).message}`);
  }
  const [first] = records;
  if (!first) throw new Error('The file has no line below its header');
  const missing = columns.filter((column) => !Object.hasOwn(first.record, column));
  if (missing.length > 0)
    throw new Error(`The file has no column ${missing.map((each) => `"${each}"`).join(', ')}`);
  return records.map(({ record, info }) => ({ line: info.lines, row: record }));
}

/** Only what a line is refused for: anything else is a fault of the machine, and ends the import. */
function faultsOf(line: number, error: unknown): LineFault[] {
  if (error instanceof CellError) return [{ line, what: error.message }];
  if (!(error instanceof Refusal)) throw error;
  const { pointers, detail } = error;
  if (pointers.length === 0) return [{ line, what: detail }];
  return pointers.map((each) => ({ line, what: `${each.pointer}: ${each.detail}` }));
}

/** Says of which event a refusal is. */
const named =
  (type: string) =>
  (error: unknown): never => {
    if (!(error instanceof Refusal)) throw error;
    const pointers = error.pointers.map((each) => ({ ...each, pointer: `${type}${each.pointer}` }));
    throw new Refusal(error.type, `${type}: ${error.detail}`, pointers);
  };

/** A date has passed under every reading of it, and will be raised as missed. */
const isLate = ({ deadlines }: CaseView, now: string): boolean =>
  deadlines.some(({ status, working }) => status === 'open' && working.lateAfter < now);

const nextDue = ({ turn, deadlines }: CaseView): string | undefined =>
  turn?.due ??
  deadlines
    .filter(({ status }) => status === 'open')
    .map(({ due }) => due)
    .sort()[0];
