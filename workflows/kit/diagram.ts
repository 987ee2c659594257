// A route as a picture: Mermaid for people who read it in a browser, DOT for a drawing that stands by itself.

import { targets } from './run';
import { isChoice, isOutcome, isWorking, type Route } from './types';

const quoted = (text: string): string => text.replace(/"/g, "'");
const idOf = (name: string): string => name.replace(/[^a-zA-Z0-9]/g, '_');

interface Edge {
  from: string;
  to: string;
  label: string;
  missed: boolean;
}

/** Edges, one for each pair of stages; what is merely noted in a stage is left out. */
function edges(route: Route): Edge[] {
  const found = new Map<string, Edge>();
  for (const from of Object.keys(route.stages)) {
    for (const { type, to, when } of targets(route, from)) {
      if (to === from) continue;
      const missed = type.startsWith('missed.');
      const what = missed ? 'date missed' : type === '' ? (when ?? 'otherwise') : type;
      const key = `${from}|${to}|${missed}`;
      const known = found.get(key);
      if (!known) found.set(key, { from, to, label: what, missed });
      else if (!known.label.split(' / ').includes(what)) known.label += ` / ${what}`;
    }
  }
  return [...found.values()];
}

export function mermaidOf(route: Route): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${idOf(route.initial)}`];
  for (const [name, stage] of Object.entries(route.stages)) {
    if (isChoice(stage)) lines.push(`  state ${idOf(name)} <<choice>>`);
    else if (isWorking(stage)) lines.push(`  ${idOf(name)} : ${quoted(stage.title)} (${stage.responsible})`);
    else lines.push(`  ${idOf(name)} : ${quoted(stage.title)}`, `  ${idOf(name)} --> [*]`);
  }
  for (const { from, to, label } of edges(route))
    lines.push(`  ${idOf(from)} --> ${idOf(to)} : ${label.replace(/:/g, ' ')}`);
  return `${lines.join('\n')}\n`;
}

export function dotOf(route: Route): string {
  const nodes = Object.entries(route.stages).map(([name, stage]) => {
    if (isChoice(stage)) return `  "${name}" [shape=diamond, label="", width=0.3, height=0.3];`;
    const shape = isOutcome(stage) ? 'shape=box, style="rounded,bold"' : 'shape=box, style=rounded';
    const who = isWorking(stage) ? `\\n${stage.responsible}` : '';
    return `  "${name}" [${shape}, label="${quoted(stage.title)}${who}"];`;
  });
  const arrows = edges(route).map(
    ({ from, to, label, missed }) =>
      `  "${from}" -> "${to}" [label="${quoted(label).replace(/ \/ /g, '\\n')}"${missed ? ', style=dashed' : ''}];`,
  );
  return [
    `digraph "${route.id}" {`,
    '  graph [fontname="Arial", rankdir=TB, nodesep=0.5, ranksep=0.6];',
    '  node [fontname="Arial", fontsize=12, margin="0.2,0.1"];',
    '  edge [fontname="Arial", fontsize=10];',
    ...nodes,
    ...arrows,
    '}',
    '',
  ].join('\n');
}
