// The words of every route as a family meets them: the turn panel of each stage, and the questions of each form.

import readability from 'text-readability-ts';
import { currentRoutes } from '../../workflows';
import { outlineOf, partyDefinition, type PartyId } from '../../workflows/kit';
import { jsonSchemaOf } from '../engine';
import { english } from './language';
import { questionsOf, type Question } from './questions';

const FAMILY: PartyId = 'parent or young person';
const { say } = english;
const routes = currentRoutes();
const grade = (text: string): number => readability.fleschKincaidGrade(text);
const mean = (texts: string[]): number => texts.reduce((sum, text) => sum + grade(text), 0) / texts.length;
const ended = (text: string): string => (/[.?!:]$/.test(text) ? text : `${text}.`);

/** As the panel says it to the family, with a date that is twelve working days away. */
const panels = routes.flatMap((route) =>
  outlineOf(route).stages.flatMap(({ responsible, duty, deadlines = [], noDeadline = '' }) => {
    if (!responsible || !duty) return [];
    const yours = responsible === FAMILY;
    const who = yours ? `${say('turn.yours')} you` : partyDefinition(responsible as PartyId).name;
    const own = deadlines.find(({ owedBy }) => owedBy === responsible);
    if (!own) return [`${who} ${duty}. ${noDeadline}`];
    const by = say('turn.by', { date: english.when('2026-12-04') });
    const missed = say(yours ? 'turn.if-you-miss' : 'turn.if-they-miss');
    return [`${who} ${duty} ${by}. ${say('days.left', { n: 12 })}. ${missed} ${own.ifMissed}`];
  }),
);

const wordsOf = ({ label, hint = '', options = {}, items = [] }: Question): string[] => [
  ended(label),
  ...(hint ? [ended(hint)] : []),
  ...Object.values(options).map(ended),
  ...items.flatMap(wordsOf),
];

const forms = routes
  .filter(({ id }) => !id.startsWith('executive.'))
  .map((route) =>
    [route.facts, ...Object.values(route.events).flatMap(({ by, data }) => (by.includes(FAMILY) ? data : []))]
      .flatMap((schema) => questionsOf(jsonSchemaOf(schema)))
      .flatMap(wordsOf)
      .join(' '),
  );

describe('What a family reads', () => {
  it('in a turn panel is for about the age of eleven on average, and never for more than fifteen', () => {
    expect(panels.length).toBeGreaterThan(250);
    expect(mean(panels)).toBeLessThanOrEqual(6);
    expect(panels.filter((text) => grade(text) > 10)).toEqual([]);
  });

  it('in the questions of a route is for about the age of eleven on average', () => {
    expect(mean(forms)).toBeLessThanOrEqual(6);
    expect(forms.filter((text) => grade(text) > 8)).toEqual([]);
  });
});
