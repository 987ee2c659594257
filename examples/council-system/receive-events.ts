// A council's own system is told that a case has changed, asks what it is now, and writes it into its own book. An event
// may come twice or out of order; whoever has no secret is not listened to.
//
//   RECOURSE_URL=https://recourse.example RECOURSE_TOKEN=… WEBHOOK_SECRET=whsec_… PORT=8443 \
//     node -r ./bench/register.cjs examples/council-system/receive-events.ts ledger.jsonl

import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { Recourse, Refused } from '../../clients/typescript/src';
import { Ledger } from './ledger';

/** What Recourse sends: that something is new, and nothing of what it is. */
interface Event {
  type: 'case.changed';
  timestamp: string;
  data: { ref: string; version: number; stage: string };
}

interface Settings {
  recourse: Recourse;
  /** `recourse webhook add` shows it once. */
  secret: string;
  ledger: Ledger;
  say?: (line: string) => void;
}

const LARGEST = 64 * 1024;

export function receiver({ recourse, secret, ledger, say = console.log }: Settings): Server {
  const signed = new Webhook(secret);
  /** Events on their way into the book: the same one twice at once is written once. */
  const open = new Map<string, Promise<void>>();

  const take = async (id: string, { data }: Event): Promise<void> => {
    const { ref, version, stage, turn } = await recourse.case(data.ref);
    // Older news than what the case says now is no news, but it was taken.
    const due = turn?.due ? { due: turn.due } : {};
    const next = turn ? { next: turn.responsibleName } : {};
    ledger.add({ id, case: ref, version, stage: stage.id, ...next, ...due });
    say(`${ref}, version ${version}: ${stage.title}. Next: ${turn?.responsibleName ?? 'nobody'}`);
  };

  return createServer((request, response) => {
    void (async () => {
      if (request.method !== 'POST') return 405;
      const body = await bodyOf(request);
      if (body === undefined) return 413;
      let event: Event;
      try {
        // Checks the signature, and that it is not more than five minutes old.
        event = signed.verify(body, request.headers as Record<string, string>) as Event;
      } catch {
        return 401;
      }
      const id = String(request.headers['webhook-id']);
      if (ledger.has(id)) return 204;
      const taking = open.get(id) ?? take(id, event).finally(() => open.delete(id));
      open.set(id, taking);
      try {
        await taking;
        return 204;
      } catch (error) {
        say(
          `${event.data.ref}: not taken. ${error instanceof Refused ? error.problem.detail : String(error)}`,
        );
        // 410 would say that nothing more is wanted. Recourse sends this one again later.
        return 503;
      }
    })().then(
      (status) => response.writeHead(status).end(),
      () => response.destroy(),
    );
  });
}

/** As it came, byte for byte: a signature is over these. Nothing where it is too large for an event. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

if (require.main === module) {
  const { RECOURSE_URL = 'http://localhost:3000', RECOURSE_TOKEN = '', WEBHOOK_SECRET = '' } = process.env;
  receiver({
    recourse: new Recourse({ url: RECOURSE_URL, token: RECOURSE_TOKEN }),
    secret: WEBHOOK_SECRET,
    ledger: new Ledger(process.argv[2] ?? 'ledger.jsonl'),
  }).listen(Number(process.env.PORT ?? 8443));
}
