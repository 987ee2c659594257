// Plays GOV.UK Notify over real HTTP: takes messages, forgets to answer, limits, fails, and can be asked afterwards.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templates } from '../src/messages';

export interface Taken {
  id: string;
  reference: string;
  type: 'email' | 'sms';
  to: string;
  templateId: string;
  personalisation: Record<string, string>;
  oneClick?: string;
  status: string;
}

/** What it does with the next send: `drop` takes it and breaks the connection; a number is a refusal. */
export type Mood = 'take' | 'drop' | { status: number; error: string; retryAfter?: number };

export async function notifyServer() {
  const taken: Taken[] = [];
  const moods: Mood[] = [];
  let sends = 0;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost');
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    // The real one answers 403 to a token that is none.
    if (!/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(request.headers.authorization ?? ''))
      return void send(403, { status_code: 403, errors: [{ error: 'AuthError', message: 'Invalid token' }] });
    if (request.method === 'GET') {
      const reference = url.searchParams.get('reference');
      const found = taken.filter((each) => each.reference === reference);
      return void send(200, { notifications: found.map((each) => ({ ...each })), links: {} });
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
    sends += 1;
    const mood = moods.shift() ?? 'take';
    if (typeof mood === 'object') {
      const errors = [{ error: mood.error, message: `${mood.error} email_address` }];
      const headers = mood.retryAfter ? { 'retry-after': String(mood.retryAfter) } : undefined;
      return void send(mood.status, { status_code: mood.status, errors }, headers);
    }
    const type = url.pathname.endsWith('/sms') ? 'sms' : 'email';
    const entry: Taken = {
      id: randomUUID(),
      reference: body.reference ?? '',
      type,
      to: (type === 'sms' ? body.phone_number : body.email_address) ?? '',
      templateId: body.template_id ?? '',
      personalisation: body.personalisation as unknown as Record<string, string>,
      ...(body.one_click_unsubscribe_url ? { oneClick: body.one_click_unsubscribe_url } : {}),
      status: 'created',
    };
    taken.push(entry);
    if (mood === 'drop') return void request.socket.destroy();
    send(201, { id: entry.id, reference: entry.reference, content: {}, uri: '', template: {} });
  }

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(tmpdir(), 'recourse-notify-'));
  const file = join(folder, 'template-ids.json');
  const ids = Object.keys(templates).map((id, index) => [
    id,
    `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  ]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(ids)));

  return {
    taken,
    moods,
    sends: () => sends,
    url,
    /** What the service is told so that it sends by this one. */
    env: {
      NOTIFY_API_KEY: `test-${randomUUID()}-${randomUUID()}`,
      NOTIFY_URL: url,
      NOTIFY_TEMPLATES: file,
    },
    close: () =>
      new Promise<void>((resolve) => {
        rmSync(folder, { recursive: true });
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
