// Every way through "Who is responsible?", answer by answer, as the pages ask it.

import { routeFor } from '../../workflows';
import { partyIds } from '../../workflows/kit';
import { triageUntyped, type TriageResult } from '../../workflows/triage';
import { firstPage, nextPage, type FlowPage, type Posted } from './flow';
import type { Question } from './questions';
import { factsOf, routerFlow } from './router';

const TODAY = '2026-11-24';
const RECENT = { day: '3', month: '11', year: '2026' };
const LONG_AGO = { day: '3', month: '2', year: '2025' };

/** What a browser can post for a question: every choice, every set of ticks, a new date, an old one, and nothing. */
function answersTo({ control, options = {} }: Question): unknown[] {
  if (control === 'radios') return Object.keys(options);
  if (control === 'date') return [{}, RECENT, LONG_AGO];
  return Object.keys(options).reduce<string[][]>(
    (sets, each) => sets.flatMap((set) => [set, [...set, each]]),
    [[]],
  );
}

const saysDontKnow = ({ control, options = {}, optional, hint = '' }: Question): boolean =>
  control === 'radios'
    ? Object.values(options).some((text) => /don’t know|not sure/.test(text))
    : optional && /Leave it empty if .*you do not know/.test(hint);

interface Walk {
  asked: Question[];
  said: string[];
  found: TriageResult;
}

function walkAll(): Walk[] {
  const walks: Walk[] = [];
  const go = (page: FlowPage, asked: Question[], said: string[]): void => {
    if (page.kind !== 'ask') {
      const answers = page.kind === 'send' ? page.answers : JSON.parse(String(page.context.answers));
      walks.push({ asked, said, found: triageUntyped(factsOf(answers as Record<string, unknown>)) });
      return;
    }
    const { question, step, answers, errorText } = page.context as {
      question: Question;
      step: number;
      answers: string;
      errorText?: string;
    };
    if (errorText) throw new Error(`${said.join(' > ')}: ${question.name}: ${errorText}`);
    for (const answer of answersTo(question)) {
      const posted: Posted = { answers, step: String(step), [question.name]: answer };
      const known = { ...(JSON.parse(answers) as object), [question.name]: answer };
      go(nextPage(routerFlow(known), posted, TODAY), [...asked, question], [...said, JSON.stringify(answer)]);
    }
  };
  go(firstPage(routerFlow({})), [], []);
  return walks;
}

describe('Who is responsible?', () => {
  const walks = walkAll();
  const wrong = (fault: (walk: Walk) => string | undefined): string[] =>
    walks.flatMap((walk) => {
      const said = fault(walk);
      return said ? [`${walk.said.join(' > ')}: ${said}`] : [];
    });

  it('is walked on every way', () => {
    expect(walks.length).toBeGreaterThan(150);
  });

  it('asks at most six questions', () => {
    expect(wrong(({ asked }) => (asked.length > 6 ? `${asked.length} questions` : undefined))).toEqual([]);
  });

  it('takes "I don’t know" for an answer to each', () => {
    const questions = new Map(walks.flatMap(({ asked }) => asked.map((each) => [each.name, each])));
    expect([...questions.values()].filter((each) => !saysDontKnow(each)).map(({ name }) => name)).toEqual([]);
  });

  it('always names who is responsible, what to do next, why, and the law', () => {
    expect(
      wrong(({ found: { responsible, next, why, basis } }) => {
        if (!partyIds.includes(responsible)) return `no such party: ${responsible}`;
        return [next, why, basis].every((text) => text.length > 20) ? undefined : 'says too little';
      }),
    ).toEqual([]);
  });

  it('never ends without a way to go on: each route it names is one that we have', () => {
    expect(
      wrong(({ found: { routes } }) => {
        const unknown = routes.filter((id) => !routeFor(id));
        if (unknown.length > 0) return `no such route: ${unknown.join()}`;
        return routes.some((id) => !id.startsWith('executive.'))
          ? undefined
          : 'nothing that a family can start';
      }),
    ).toEqual([]);
  });

  it('shows a date wherever a letter about an appeal is dated, and warns that a complaint does not stop it', () => {
    expect(
      wrong(({ asked, said, found }) => {
        const dated = asked.some(({ name }, n) => name === 'noticeSent' && said[n] !== '{}');
        if (!dated || !found.routes.includes('tribunal.sen-appeal')) return undefined;
        if (!found.deadlines.some(({ rule }) => rule === 'appeal.lodge')) return 'no date for the appeal';
        return found.warnings.some((text) => text.includes('never stops the clock'))
          ? undefined
          : 'no warning';
      }),
    ).toEqual([]);
  });

  it('gives somebody who knows nothing the people to call', () => {
    const unsure = walks.filter(({ said }) => said[0] === '"unsure"' && said[1] === '"unknown"');
    expect(unsure).toHaveLength(1);
    expect(unsure[0]?.found.next).toContain('SENDIASS');
  });
});
