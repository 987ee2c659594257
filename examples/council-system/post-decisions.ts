// A council's own system tells Recourse what it has done: one JSON line an act, each done once however often it is sent.
//
//   RECOURSE_URL=https://recourse.example RECOURSE_TOKEN=… node -r ./bench/register.cjs examples/council-system/post-decisions.ts acts.jsonl
//
// {"id":"SAP-4711","case":"RC-7F3K-Q2MW-9XC","act":"acknowledged","on":"2026-10-08","text":"You wait for a place."}

import { readFileSync } from 'node:fs';
import { Recourse, Refused } from '../../clients/typescript/src';

/** What the council's system says. `id` is its own number of the act. */
interface Act {
  id: string;
  case: string;
  act: 'acknowledged' | 'answered';
  on: string;
  text: string;
  upheld?: boolean;
}

const ROUTE = 'council-complaint';

function send(recourse: Recourse, { id, case: ref, act, on, text, upheld }: Act) {
  const sending = { occurredOn: on, key: id };
  return act === 'acknowledged'
    ? recourse.send(ref, ROUTE, 'acknowledged', { understanding: text }, sending)
    : recourse.send(
        ref,
        ROUTE,
        'stage-1-answered',
        { finding: upheld ? 'upheld' : 'not-upheld', reasons: text },
        sending,
      );
}

/** One line for each act: done, or why not. Gives how many were not. */
export async function postDecisions(recourse: Recourse, lines: string[], say = console.log): Promise<number> {
  let refused = 0;
  for (const line of lines) {
    const act = JSON.parse(line) as Act;
    try {
      const { stage, turn } = await send(recourse, act);
      say(
        `${act.id}: ${stage.title}. Next: ${turn?.responsibleName ?? 'nobody'}, by ${turn?.due ?? 'no date'}`,
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused += 1;
      say(`${act.id}: not done. ${error.problem.detail}`);
    }
  }
  return refused;
}

if (require.main === module) {
  const { RECOURSE_URL = 'http://localhost:3000', RECOURSE_TOKEN = '' } = process.env;
  const lines = readFileSync(process.argv[2] ?? '/dev/stdin', 'utf8')
    .split('\n')
    .filter(Boolean);
  void postDecisions(new Recourse({ url: RECOURSE_URL, token: RECOURSE_TOKEN }), lines).then((refused) => {
    process.exitCode = refused > 0 ? 1 : 0;
  });
}
