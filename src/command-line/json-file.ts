// JSON from a file named on the command line, or from standard input.

import { existsSync, readFileSync } from 'node:fs';
import { BadInput } from './bad-input';

export function readJson(file: string): unknown {
  if (file !== '-' && !existsSync(file)) throw new BadInput(`There is no file ${file}`);
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch {
    throw new BadInput(`${file} is not JSON`);
  }
}
