import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verificationRows } from './verification-table';

describe('The page on what was read for each rule', () => {
  it('is in step with the rules', () => {
    const page = readFileSync(join(__dirname, '../../docs/law-verification.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows).toEqual(verificationRows());
  });
});
