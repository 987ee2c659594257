// What a simulated version would change, in sentences: for somebody who weighs a proposal, not for a program.

import type { Route } from '../../workflows/kit';
import type { Simulated, SimulationTotals } from '../engine';

/** One case: where it stands, and what would be different. */
export function sentencesOf(route: Route, changed: Simulated): string[] {
  const { ref, stage, missingFacts, refused, otherStage, dates = [], lost = [], gained = [] } = changed;
  const title = (id: string) => {
    const found = route.stages[id];
    return found && 'title' in found ? found.title : id;
  };
  const question = (name: string) => String(route.facts.shape[name]?.meta()?.title ?? name);
  const act = (type: string) => route.events[type]?.title ?? type;
  return [
    `${ref}, now at "${title(stage)}":`,
    ...(missingFacts ?? []).map((name) => `  It was never asked: ${question(name)}`),
    ...(refused
      ? [
          `  Step ${refused.seq}, "${act(refused.type)}", would not have been possible. ${refused.why ?? ''}`.trimEnd(),
        ]
      : []),
    ...(otherStage ? [`  It would stand at "${title(otherStage)}".`] : []),
    ...dates.map(
      ({ key, before, after }) => `  ${key}: ${before ?? 'no date'} would be ${after ?? 'no date'}.`,
    ),
    ...lost.map((type) => `  No longer possible: ${act(type)}.`),
    ...gained.map((type) => `  Newly possible: ${act(type)}.`),
  ];
}

export const totalsOf = ({ id, version }: Route, { cases, changed }: SimulationTotals): string =>
  `${cases} open cases on ${id} were played again with the version of ${version}: ${changed} would change, ${cases - changed} would not. Nothing was written.`;
