// The table of what was read for each rule, as the documentation shows it.

import { listRules, type ListedRule } from './registry';

const OUTCOMES: Record<ListedRule['confidence'], string> = {
  seen: 'confirmed',
  secondary: 'confirmed in guidance only',
  unconfirmed: '**unconfirmed**',
};

/** Markdown rows: rule, citation, what was read where, outcome. */
const verificationRows = (): string[] =>
  listRules().map(
    ({ id, citation, verified, confidence }) =>
      `| \`${id}\` | ${citation} | ${verified} | ${OUTCOMES[confidence]} |`,
  );

/** The part of the page that is made of the rules: heading with the counts, and the table. */
export function verificationSection(): string {
  const counts = (Object.keys(OUTCOMES) as ListedRule['confidence'][]).map(
    (confidence) => listRules().filter((rule) => rule.confidence === confidence).length,
  );
  const [seen, secondary, unconfirmed] = counts;
  return [
    `## The rules (${seen} confirmed, ${secondary} in guidance only, ${unconfirmed} unconfirmed)`,
    '| rule | citation | read where | outcome |',
    '| --- | --- | --- | --- |',
    ...verificationRows(),
    '',
  ].join('\n');
}
