// Everything a body needs to carry on elsewhere: one file of JSON lines a table, the documents that people added, and a
// data package that describes them (Frictionless Data Package 1). Personal text is opened: the folder must be kept as safe as the data.

import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { Uploads } from '../uploads';
import { Vault } from '../vault';
import { exported } from './tables';

const PAGE = 500;
const FILES = 'files';
/** For the one who exports, and nobody else on the machine. */
const PRIVATE = 0o600;

export interface ExportedTable {
  name: string;
  rows: number;
}

export interface Export {
  tables: ExportedTable[];
  /** Documents that people added. */
  files: { written: number; bytes: number; missing: string[] };
}

@Injectable()
export class Exporter {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly uploads: Uploads,
    private readonly clock: Clock,
  ) {}

  /** One state of all tables, and the files that go with them. @throws Error where the folder is not empty */
  async run(folder: string): Promise<Export> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
    return this.db.tx(async (m) => {
      if (this.db.kind === 'postgres') await m.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      const tables: ExportedTable[] = [];
      const described: object[] = [];
      for (const name of exported) {
        const metadata = m.connection.entityMetadatas.find(({ tableName }) => tableName === name);
        if (!metadata) throw new Error(`There is no table ${name}`);
        tables.push({ name, rows: await this.write(m, metadata, join(folder, `${name}.jsonl`)) });
        described.push(resourceOf(metadata));
      }
      const files = await this.writeFiles(m, folder);
      described.push(filesResource);
      const description = {
        name: 'recourse',
        title: 'Disputes about SEND support',
        created: this.clock.instant(),
        resources: described,
      };
      writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(description, null, 2), {
        mode: PRIVATE,
      });
      return { tables, files };
    });
  }

  /** Each under its id, as everybody opens it, with a list of what they are. */
  private async writeFiles(m: EntityManager, folder: string): Promise<Export['files']> {
    mkdirSync(join(folder, FILES), { mode: 0o700 });
    const list = createWriteStream(join(folder, `${FILES}.jsonl`), { mode: PRIVATE, flags: 'wx' });
    const files: Export['files'] = { written: 0, bytes: 0, missing: [] };
    for await (const { id, kind, content } of this.uploads.contents(m)) {
      if (!content) {
        files.missing.push(id);
        continue;
      }
      const path = `${FILES}/${id}.${kind}`;
      writeFileSync(join(folder, path), content, { mode: PRIVATE, flag: 'wx' });
      const sha256 = createHash('sha256').update(content).digest('hex');
      list.write(`${JSON.stringify({ upload_id: id, path, bytes: content.length, sha256 })}\n`);
      files.written += 1;
      files.bytes += content.length;
    }
    list.end();
    await once(list, 'close');
    return files;
  }

  private async write(m: EntityManager, metadata: EntityMetadata, file: string): Promise<number> {
    const out = createWriteStream(file, { mode: PRIVATE, flags: 'wx' });
    let count = 0;
    for await (const rows of pagesOf(m, metadata)) {
      const opened = await this.vault.reveal(m, rows);
      const lines = opened.map((row) => `${JSON.stringify(inColumns(metadata, row))}\n`).join('');
      if (!out.write(lines)) await once(out, 'drain');
      count += rows.length;
    }
    out.end();
    await once(out, 'close');
    return count;
  }
}

/** Page after page in the order of the primary key: memory stays flat however long the table is. */
async function* pagesOf(m: EntityManager, metadata: EntityMetadata): AsyncGenerator<ObjectLiteral[]> {
  const keys = metadata.primaryColumns;
  const columns = keys.map(({ propertyName }) => `t.${propertyName}`).join(', ');
  for (let last: ObjectLiteral | undefined; ;) {
    const page = m.createQueryBuilder(metadata.target, 't').take(PAGE);
    keys.forEach(({ propertyName }) => page.addOrderBy(`t.${propertyName}`, 'ASC'));
    if (last) {
      const values = Object.fromEntries(
        keys.map((key, n) => [`k${n}`, key.getEntityValue(last as ObjectLiteral)]),
      );
      page.where(`(${columns}) > (${keys.map((_, n) => `:k${n}`).join(', ')})`, values);
    }
    const rows: ObjectLiteral[] = await page.getMany();
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

const inColumns = ({ columns }: EntityMetadata, row: ObjectLiteral): object =>
  Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, row[propertyName]]));

const filesResource = {
  name: FILES,
  path: `${FILES}.jsonl`,
  format: 'jsonl',
  mediatype: 'application/jsonl',
  encoding: 'utf-8',
  description:
    'The documents that people added. uploads.digest is SHA-256 over uploads.salt and the content.',
  schema: {
    fields: ['upload_id', 'path', 'bytes', 'sha256'].map((name) => ({
      name,
      type: name === 'bytes' ? 'integer' : 'string',
      constraints: { required: true },
    })),
    primaryKey: ['upload_id'],
    foreignKeys: [{ fields: ['upload_id'], reference: { resource: 'uploads', fields: ['id'] } }],
  },
};

const types: Record<string, string> = { integer: 'integer', boolean: 'boolean', 'simple-json': 'object' };

function resourceOf({ tableName, columns, primaryColumns }: EntityMetadata): object {
  return {
    name: tableName.replace(/_/g, '-'),
    path: `${tableName}.jsonl`,
    format: 'jsonl',
    mediatype: 'application/jsonl',
    encoding: 'utf-8',
    schema: {
      fields: columns.map(({ databaseName, type, isNullable }) => ({
        name: databaseName,
        type: (typeof type === 'string' && types[type]) || 'string',
        constraints: { required: !isNullable },
      })),
      primaryKey: primaryColumns.map(({ databaseName }) => databaseName),
    },
  };
}
