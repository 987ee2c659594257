// Column types that mean the same in SQLite and PostgreSQL, so that one migration serves both.

import type { TableColumnOptions } from 'typeorm';

type Extra = Partial<TableColumnOptions>;

export const id = (name = 'id', extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: '36',
  ...extra,
});

export const primaryId = (): TableColumnOptions => id('id', { isPrimary: true });

/** A UTC instant as ISO text with milliseconds. */
export const instant = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: '24',
  ...extra,
});

/** A legal day, `YYYY-MM-DD`. */
export const day = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: '10',
  ...extra,
});

export const words = (name: string, length = 200, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  ...extra,
});

export const longText = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'text',
  ...extra,
});

export const whole = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'integer',
  ...extra,
});

export const flag = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'boolean',
  ...extra,
});

export const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });
