// What a cell of an imported table says, in the shape that a route asks for. A complaint names the column, never the cell.

import { isPlainDate } from '../../workflows/calendar';
import type { Source } from './mapping';

export class CellError extends Error {}

/** Nothing where the cell is empty and may be. @throws CellError */
export function valueOf(source: Source, row: Record<string, string>): string | number | boolean | undefined {
  if ('value' in source) return source.value;
  const cell = (row[source.column] ?? '').trim();
  if (cell === '') {
    if (source.optional) return undefined;
    throw new CellError(`"${source.column}" is empty`);
  }
  if (source.date) return dateOf(cell, source.date, source.column);
  if (source.choices) {
    const choice = Object.hasOwn(source.choices, cell) ? source.choices[cell] : undefined;
    if (choice === undefined)
      throw new CellError(
        `"${source.column}" is none of ${Object.keys(source.choices)
          .map((each) => `"${each}"`)
          .join(', ')}`,
      );
    return choice;
  }
  if (source.number) {
    const number = Number(cell);
    if (!Number.isFinite(number)) throw new CellError(`"${source.column}" is not a number`);
    return number;
  }
  return cell;
}

/** Answers by name; those left out are missing. */
export function valuesOf(
  sources: Record<string, Source>,
  row: Record<string, string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(sources).flatMap(([name, source]) => {
      const value = valueOf(source, row);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function dateOf(cell: string, form: string, column: string): string {
  const parts = cell.split(/[-/.]/);
  const order = form.split(/[-/.]/);
  const [year, month, day] = ['YYYY', 'MM', 'DD'].map((part) => parts[order.indexOf(part)] ?? '');
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (parts.length !== 3 || !isPlainDate(date))
    throw new CellError(`"${column}" is no date of the form ${form}`);
  return date;
}
