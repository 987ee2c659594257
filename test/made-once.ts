// What every spec file would make anew is made once in a run, by the first that needs it; the others take a copy.

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For the whole run, in the process that begins it: what was made goes when that ends. */
export function keepWhatIsMade(): void {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-made-'));
  process.env.RECOURSE_TEST_MADE = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** The folder that `make` has filled, whichever spec file called it first. Others wait for it. */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const kept = process.env.RECOURSE_TEST_MADE;
  if (!kept) throw new Error('Jest has not run test/services.ts');
  const made = join(kept, name);
  const begun = `${made}.begun`;
  while (!existsSync(made)) {
    if (!isFirst(begun)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    try {
      // Whoever was first may have ended between the two looks.
      if (existsSync(made)) break;
      const aside = mkdtempSync(`${made}-`);
      await make(aside);
      renameSync(aside, made);
    } finally {
      rmSync(begun, { recursive: true });
    }
  }
  return made;
}

function isFirst(begun: string): boolean {
  try {
    mkdirSync(begun);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return false;
    throw error;
  }
}
