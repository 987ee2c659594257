// JSON lines in, JSON lines out: one answer for each line, in order, and never a stop at a bad one.

import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { BadInput } from './bad-input';

const FLUSH_AT = 64 * 1024;

type Answer = Record<string, unknown>;

/** Answers every line of a file (`-` for standard input). `answer` throws to say what is wrong with a line. */
export async function answerLines(
  file: string,
  answer: (line: Record<string, unknown>) => Answer,
  out: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  if (file !== '-' && !existsSync(file)) throw new BadInput(`There is no file ${file}`);
  const input = file === '-' ? process.stdin : createReadStream(file);
  let waiting = '';
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    waiting += `${JSON.stringify(answerTo(line, answer))}\n`;
    if (waiting.length > FLUSH_AT) {
      await written(out, waiting);
      waiting = '';
    }
  }
  if (waiting) await written(out, waiting);
}

function answerTo(line: string, answer: (line: Record<string, unknown>) => Answer): Answer {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { id: null, error: 'This line is not JSON' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { id: null, error: 'A line must be a JSON object' };
  }
  const { id = null } = parsed as { id?: unknown };
  try {
    return { id, ...answer(parsed as Record<string, unknown>) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

const written = (out: NodeJS.WritableStream, text: string): Promise<void> =>
  new Promise((resolve, reject) => out.write(text, (error) => (error ? reject(error) : resolve())));
