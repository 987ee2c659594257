import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verificationSection } from './verification-table';

describe('The page on what was read for each rule', () => {
  it('is in step with the rules', () => {
    const page = readFileSync(join(__dirname, '../../docs/law-verification.md'), 'utf8');
    expect(page.slice(page.indexOf('## The rules'))).toBe(verificationSection());
  });
});
