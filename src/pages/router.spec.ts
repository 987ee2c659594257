import readability from 'text-readability-ts';
import { routeFor } from '../../workflows';
import { partyIds } from '../../workflows/kit';
import { triageUntyped } from '../../workflows/triage';
import { english, type Speech } from './language';
import { addressOf, factsOf, isUndated, routerPage, toldIn, type Answers } from './router';

const TODAY = '2026-11-13';
const councils = [{ id: 'riverside', name: 'Riverside Council' }];

/** Every way through the questions, each answer to each of them. */
function everyWay(query: Record<string, unknown> = {}): Answers[] {
  const page = routerPage(query, TODAY, councils);
  if (page.done) return [page.answers];
  const { name, control, options = {} } = page.question;
  const values = control === 'date' ? ['2026-10-05', 'unknown'] : Object.keys(options);
  return values.flatMap((value) => everyWay({ ...query, [name]: value }));
}

const ways = everyWay();

describe('The questions of "Who is responsible?"', () => {
  it('come to an end on every way, with facts that triage understands, after six at most', () => {
    expect(ways.length).toBeGreaterThan(100);
    for (const answers of ways) {
      expect(Object.keys(answers).length).toBeLessThanOrEqual(6);
      const { routes, responsible, next, why, basis } = triageUntyped(factsOf(answers));
      expect([answers, partyIds.includes(responsible)]).toEqual([answers, true]);
      expect([answers, [next, why, basis].filter((text) => text.length <= 20)]).toEqual([answers, []]);
      // Never a dead end: each route is one we have, and one of them is a family's to start.
      expect([answers, routes.filter((id) => !routeFor(id))]).toEqual([answers, []]);
      expect([answers, routes.some((id) => !id.startsWith('executive.'))]).toEqual([answers, true]);
    }
  });

  it('show a date wherever a letter about an appeal is dated, and warn that a complaint does not stop it', () => {
    const dated = ways
      .filter(({ noticeSent }) => typeof noticeSent === 'string' && noticeSent !== 'unknown')
      .map((answers) => triageUntyped(factsOf(answers)))
      .filter(({ routes }) => routes.includes('tribunal.sen-appeal'));
    expect(dated.length).toBeGreaterThan(10);
    for (const { deadlines, warnings } of dated) {
      expect(deadlines.map(({ rule }) => rule)).toContain('appeal.lodge');
      expect(warnings.join()).toContain('never stops the clock');
    }
  });

  it('give somebody who knows nothing the people to call', () => {
    expect(triageUntyped(factsOf({ topic: 'unsure', grievance: 'unsure', plan: 'unknown' })).next).toContain(
      'SENDIASS',
    );
  });

  it('take "I do not know" for an answer everywhere after what went wrong', () => {
    for (const answers of ways) {
      for (const name of Object.keys(answers)) {
        if (name === 'topic' || name === 'grievance') continue;
        const unsure = routerPage({ ...answers, [name]: 'unknown' }, TODAY, councils);
        expect([name, unsure.done]).toEqual([name, true]);
      }
    }
  });

  it('are all in the address of the answer, and nothing else is', () => {
    for (const answers of ways) {
      const { searchParams } = new URL(addressOf('/result', answers), 'http://here');
      const query = Object.fromEntries(
        [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]),
      );
      const again = routerPage(
        Object.fromEntries(Object.entries(query).map(([name, all]) => [name, all.length > 1 ? all : all[0]])),
        TODAY,
        councils,
      );
      expect(again).toEqual({ done: true, answers });
    }
  });

  it('ask the one that is to be changed, and keep the others', () => {
    const answers = {
      topic: 'decision',
      grievance: 'assess',
      noticeSent: '2026-10-05',
      council: 'riverside',
    };
    const [, what, when] = toldIn(answers, councils);
    expect(when).toEqual({
      label: 'What is the date on the decision letter?',
      value: 'Monday 5 October 2026',
      change: '/who-is-responsible?topic=decision&grievance=assess&council=riverside',
    });
    expect(what?.change).toBe('/who-is-responsible?topic=decision&noticeSent=2026-10-05&council=riverside');
    const page = routerPage(
      { topic: 'decision', grievance: 'assess', council: 'riverside' },
      TODAY,
      councils,
    );
    expect(page).toMatchObject({ done: false, question: { name: 'noticeSent' }, n: 3, about: 4 });
    expect(page.done === false && page.kept).toContainEqual(['council', 'riverside']);
  });

  it.each([
    [
      { topic: 'decision', asked: 'topic', grievance: 'assess', 'noticeSent[day]': '5' },
      'Enter a real date, like 24 11 2026',
    ],
    [{ topic: 'decision', grievance: 'assess', asked: 'noticeSent' }, 'Enter the date'],
    [
      { topic: 'decision', grievance: 'assess', noticeSent: '2026-11-14' },
      'The date must be today or in the past',
    ],
    [
      { topic: 'decision', grievance: 'wrong', asked: 'sections' },
      'Choose at least one answer, or “I do not know”',
    ],
    [{ topic: 'poetry' }, 'Choose one answer'],
    [{ topic: 'decision', grievance: 'transport' }, 'Choose one answer'],
    [{ topic: '__proto__' }, 'Choose one answer'],
  ])('say what is wrong with %j', (query, text) => {
    expect(routerPage(query, TODAY, councils)).toMatchObject({ done: false, errorText: text });
  });

  it('say nothing is wrong to whoever comes to one for the first time', () => {
    for (const query of [
      {},
      { topic: 'decision' },
      { topic: 'decision', grievance: 'assess', asked: 'grievance' },
    ])
      expect(routerPage(query, TODAY, councils)).not.toHaveProperty('errorText');
  });

  it('know an answer without a day from one without a question for a day', () => {
    expect(isUndated({ topic: 'decision', grievance: 'assess', noticeSent: 'unknown' })).toBe(true);
    expect(isUndated({ topic: 'late', grievance: 'order', council: 'unknown' })).toBe(false);
  });

  it('make a menu of many councils, and ask for none where none is known', () => {
    const many = Array.from({ length: 13 }, (_, n) => ({ id: `c${n}`, name: `Council ${n}` }));
    const asked = { topic: 'late', grievance: 'order' };
    expect(routerPage(asked, TODAY, many)).toMatchObject({
      question: { name: 'council', control: 'select' },
    });
    expect(routerPage(asked, TODAY, [])).toMatchObject({ done: true });
  });
});

describe('What the answers say', () => {
  it('can be read at about the age of fourteen where it explains the law', () => {
    const texts = new Set(
      ways.flatMap((answers) => {
        const { next, why, warnings } = triageUntyped(factsOf(answers));
        return [`${next} ${why}`, ...warnings];
      }),
    );
    const grades = [...texts].map((text) => readability.fleschKincaidGrade(text));
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(8);
  });

  it('is asked in words for about the age of eleven', () => {
    const speech: Speech = english;
    const said = Object.entries(speech.language.words)
      .filter(([key]) => key.startsWith('router.') || key.startsWith('question.'))
      .map(([, text]) => (/[.?!]$/.test(text) ? text : `${text}.`));
    expect(readability.fleschKincaidGrade(said.join(' '))).toBeLessThanOrEqual(6);
  });
});
