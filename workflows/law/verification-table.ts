// The table of what was read for each rule, as the documentation shows it.

import { listRules, type ListedRule } from './registry';

const OUTCOMES: Record<ListedRule['confidence'], string> = {
  seen: 'confirmed',
  secondary: 'confirmed in guidance only',
  unconfirmed: '**unconfirmed**',
};

/** Markdown rows: rule, citation, what was read where, outcome. */
export const verificationRows = (): string[] =>
  listRules().map(
    ({ id, citation, verified, confidence }) =>
      `| \`${id}\` | ${citation} | ${verified} | ${OUTCOMES[confidence]} |`,
  );
