// A route in plain English, as a page: for families and lawyers to read, and for authors to see what they wrote.

import { periodInWords, ruleOf, type RuleId } from '../law';
import { deadlineSpecs } from './deadlines';
import { targets } from './run';
import { isOutcome, isWorking, rulesOf, type Route } from './types';

export function pageOf(route: Route): string {
  const working = Object.entries(route.stages).filter(([, stage]) => isWorking(stage));
  const outcomes = Object.entries(route.stages).filter(([, stage]) => isOutcome(stage));
  const rules = [
    ...new Set(working.flatMap(([name]) => deadlineSpecs(route, name).flatMap((spec) => rulesOf(spec)))),
  ];
  return [
    `# ${route.title}`,
    '',
    `\`${route.id}\`, law of ${route.version}${route.effective.to ? ` to ${route.effective.to}` : ''}.`,
    '',
    route.summary,
    '',
    `Law: ${route.law.join('; ')}.`,
    '',
    `![The stages of the route](${route.id}.svg)`,
    '',
    '## Stages',
    ...working.flatMap(([name]) => stageLines(route, name)),
    '',
    '## How it can end',
    '',
    ...outcomes.flatMap(([, stage]) => (isOutcome(stage) ? [`* **${stage.title}.** ${stage.outcome}`] : [])),
    '',
    '## Dates',
    '',
    '| rule | what | how long | on what basis | how sure |',
    '|---|---|---|---|---|',
    ...rules.map(ruleLine),
    '',
  ].join('\n');
}

function stageLines(route: Route, name: string): string[] {
  const stage = route.stages[name];
  if (!stage || !isWorking(stage)) return [];
  const specs = deadlineSpecs(route, name);
  const events = [...new Set(targets(route, name).map(({ type }) => type))].filter(
    (type) => type in route.events,
  );
  return [
    '',
    `### ${stage.title}`,
    '',
    `**${capital(stage.responsible)}** ${stage.duty}. (${stage.law.join('; ')})`,
    '',
    ...(specs.length === 0 ? [`No date: ${stage.noDeadline ?? ''}`] : []),
    ...specs.map((spec) => {
      const who = spec.owedBy && spec.owedBy !== stage.responsible ? ` (${spec.owedBy})` : '';
      return `* By ${rulesOf(spec)
        .map((rule) => `\`${rule}\``)
        .join(', ')}${who}. If missed: ${spec.ifMissed}`;
    }),
    '',
    'What can happen:',
    '',
    ...events.map((type) => `* ${route.events[type]?.title} (${route.events[type]?.by.join(', ')})`),
  ];
}

function ruleLine(id: RuleId): string {
  const { title, limbs, citation, confidence } = ruleOf(id);
  const periods = limbs
    .map(({ period }) => (period.n === 0 ? 'the date set' : periodInWords(period)))
    .join(', or ');
  return `| \`${id}\` | ${title} | ${periods} | ${citation} | ${confidence} |`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
