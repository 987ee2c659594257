// Personal text, kept apart from the journal and sealed with a key per subject: destroying the key erases the text
// and leaves every hash chain whole, because the chain only ever saw the token.

import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { In, type EntityManager } from 'typeorm';
import { isAmong, type Reading, type Statement } from '../persistence';
import type { Clock, Ids } from '../platform';
import { decrypt, decryptBytes, encrypt, encryptBytes, newKey } from './cipher';
import { Sealed, VaultKey } from './entities';

const TOKEN = /^sealed:([0-9a-f-]{36})$/;
export const ERASED = '[erased]';

type JsonSchema = {
  personal?: true;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
};

type SealedRow = Pick<Sealed, 'id' | 'cipher'> & Pick<VaultKey, 'subject' | 'wrappedKey'>;

/** What was read for some tokens: still sealed. */
export interface Fetched {
  tokens: ReadonlySet<string>;
  rows: SealedRow[];
}

const shapes = new WeakMap<z.ZodType, JsonSchema>();

export class Vault {
  constructor(
    private readonly master: Buffer,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Seals one text for a subject (a dispute or a person) and gives the token that stands for it. */
  async seal(manager: EntityManager, subject: string, text: string): Promise<string> {
    const [token] = await this.sealMany(manager, subject, [text]);
    return token as string;
  }

  /** Seals the bytes of a file; `about` names it, so that one file can't stand in for another. */
  async sealBytes(manager: EntityManager, subject: string, about: string, bytes: Buffer): Promise<Buffer> {
    return encryptBytes(await this.keyOf(manager, subject), about, bytes);
  }

  /** @throws Error where its key was destroyed, or a bit of it is not what was sealed. */
  async openBytes(manager: EntityManager, subject: string, about: string, sealed: Buffer): Promise<Buffer> {
    const key = await manager.findOneByOrFail(VaultKey, { subject });
    return decryptBytes(this.unwrap(key), about, sealed);
  }

  /** Replaces every string that its schema marks as personal by a token. Tokens of linked cases pass through. */
  async sealPersonal<T>(manager: EntityManager, subject: string, schema: z.ZodType, data: T): Promise<T> {
    const found: { holder: Record<string, unknown>; key: string; text: string }[] = [];
    const copy = structuredClone(data);
    collect(shapeOf(schema), { root: copy }, 'root', found);
    if (found.length === 0) return data;
    const tokens = await this.sealMany(
      manager,
      subject,
      found.map(({ text }) => text),
    );
    found.forEach(({ holder, key }, n) => (holder[key] = tokens[n]));
    return copy;
  }

  /**
   * Replaces every token, however deep, by its text; one that was erased by `[erased]`.
   * @param fetched what `fetching` gave for a part of the value: only the rest is read
   */
  async reveal<T>(manager: EntityManager, value: T, fetched?: Fetched): Promise<T> {
    const tokens = tokensIn(value);
    if (tokens.length === 0) return value;
    const unread = tokens.filter((token) => !fetched?.tokens.has(token));
    const texts = new Map(fetched && this.decrypted(fetched.rows));
    if (unread.length > 0)
      for (const [token, text] of await this.open(manager, unread)) texts.set(token, text);
    return replace(value, (text) => (TOKEN.test(text) ? (texts.get(text) ?? ERASED) : text)) as T;
  }

  /** What stands sealed behind the tokens of a value, to be read together with other things and revealed later. */
  fetching(manager: EntityManager, value: unknown): Reading<Fetched> {
    const tokens = tokensIn(value);
    return {
      ...sealedBehind(manager, tokens),
      columns: ['id', 'cipher', 'subject', 'wrappedKey'],
      read: (rows) => ({ tokens: new Set(tokens), rows: rows as SealedRow[] }),
    };
  }

  /** A keyed hash by which a sealed text can be found again, e.g. an e-mail address. Useless without the key. */
  blind(text: string): string {
    return createHmac('sha256', this.master).update(`blind:${text}`).digest('hex');
  }

  /** An opaque text for a link that stands for `holder`, for one purpose only; needs no row. */
  ticket(purpose: string, holder: string): string {
    return Buffer.from(
      encrypt(this.master, `ticket:${purpose}`, Buffer.from(holder, 'utf8')),
      'base64',
    ).toString('base64url');
  }

  /** For whom a ticket of ours stands; nothing where it is not ours or for another purpose. */
  holderOf(purpose: string, ticket: string): string | undefined {
    try {
      const sealed = Buffer.from(ticket, 'base64url').toString('base64');
      return decrypt(this.master, `ticket:${purpose}`, sealed).toString('utf8');
    } catch {
      return undefined;
    }
  }

  /** The texts behind tokens; those erased are missing. */
  async open(manager: EntityManager, tokens: string[]): Promise<Map<string, string>> {
    const { sql, values } = sealedBehind(manager, tokens);
    return this.decrypted((await manager.query(sql, values)) as SealedRow[]);
  }

  private decrypted(rows: SealedRow[]): Map<string, string> {
    const keys = new Map<string, Buffer>();
    const texts = new Map<string, string>();
    for (const { id, cipher, ...wrapped } of rows) {
      const key = keys.get(wrapped.subject) ?? this.unwrap(wrapped);
      keys.set(wrapped.subject, key);
      texts.set(`sealed:${id}`, decrypt(key, id, cipher).toString('utf8'));
    }
    return texts;
  }

  /** Those of these subjects of whom anything can still be read. */
  async subjects(manager: EntityManager, subjects: string[]): Promise<Set<string>> {
    const rows = subjects.length === 0 ? [] : await manager.findBy(VaultKey, { subject: In(subjects) });
    return new Set(rows.map(({ subject }) => subject));
  }

  /** Destroys texts of a subject that lives on. */
  async forget(manager: EntityManager, tokens: string[]): Promise<void> {
    if (tokens.length > 0) await manager.delete(Sealed, { id: In(tokens.map(idOf)) });
  }

  /** Destroys a subject's key and every text sealed with it. There is no way back. */
  async erase(manager: EntityManager, subject: string): Promise<void> {
    await manager.delete(Sealed, { subject });
    await manager.delete(VaultKey, { subject });
  }

  /** Takes one sealed text away; its subject's others stay. */
  async discard(manager: EntityManager, token: string): Promise<void> {
    await manager.delete(Sealed, { id: idOf(token) });
  }

  private async sealMany(manager: EntityManager, subject: string, texts: string[]): Promise<string[]> {
    const key = await this.keyOf(manager, subject);
    const rows = texts.map((text) => {
      const id = this.ids.id();
      return { id, subject, cipher: encrypt(key, id, Buffer.from(text, 'utf8')) };
    });
    await manager.insert(Sealed, rows);
    return rows.map(({ id }) => `sealed:${id}`);
  }

  private async keyOf(manager: EntityManager, subject: string): Promise<Buffer> {
    const known = await manager.findOneBy(VaultKey, { subject });
    if (known) return this.unwrap(known);
    const key = newKey();
    // Two transactions may want the first key of a subject at once: the one that comes second uses the first's.
    await manager
      .createQueryBuilder()
      .insert()
      .into(VaultKey)
      .values({ subject, wrappedKey: encrypt(this.master, subject, key), madeAt: this.clock.instant() })
      .orIgnore()
      .execute();
    return this.unwrap(await manager.findOneByOrFail(VaultKey, { subject }));
  }

  private unwrap({ subject, wrappedKey }: Pick<VaultKey, 'subject' | 'wrappedKey'>): Buffer {
    return decrypt(this.master, subject, wrappedKey);
  }
}

const sealedBehind = (manager: EntityManager, tokens: string[]): Statement => ({
  sql: `SELECT s.id, s.cipher, k.subject, k.wrapped_key AS "wrappedKey"
        FROM sealed s JOIN vault_keys k ON k.subject = s.subject WHERE ${isAmong(manager, 's.id', '$1', tokens.length)}`,
  values: [JSON.stringify(tokens.map(idOf))],
});

const idOf = (token: string): string => TOKEN.exec(token)?.[1] ?? token;

function shapeOf(schema: z.ZodType): JsonSchema {
  let shape = shapes.get(schema);
  if (!shape) {
    shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    shapes.set(schema, shape);
  }
  return shape;
}

function collect(
  shape: JsonSchema,
  holder: Record<string, unknown>,
  key: string,
  found: { holder: Record<string, unknown>; key: string; text: string }[],
): void {
  const value = holder[key];
  if (typeof value === 'string') {
    if (shape.personal && !TOKEN.test(value)) found.push({ holder, key, text: value });
  } else if (Array.isArray(value)) {
    const list = value as unknown as Record<string, unknown>;
    if (shape.items) value.forEach((_, n) => collect(shape.items as JsonSchema, list, String(n), found));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(shape.properties ?? {})) {
      if (name in value) collect(inner, value as Record<string, unknown>, name, found);
    }
  }
  for (const option of shape.anyOf ?? []) collect(option, holder, key, found);
}

function tokensIn(value: unknown): string[] {
  const tokens = new Set<string>();
  visit(value, (text) => void (TOKEN.test(text) && tokens.add(text)));
  return [...tokens];
}

function visit(value: unknown, seen: (text: string) => void): void {
  if (typeof value === 'string') seen(value);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) visit(inner, seen);
}

/** A copy of what holds something that is replaced; everything else is the same as it was. */
function replace(value: unknown, by: (text: string) => string): unknown {
  if (typeof value === 'string') return by(value);
  if (typeof value !== 'object' || value === null) return value;
  let copy: unknown[] | Record<string, unknown> | undefined;
  for (const [name, inner] of Object.entries(value)) {
    const replaced = replace(inner, by);
    if (replaced === inner) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    (copy as Record<string, unknown>)[name] = replaced;
  }
  return copy ?? value;
}
