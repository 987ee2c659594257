import { explainUntyped, ruleIds, ruleOf } from '.';
import further from './further-dates.json';
import worked from './worked-dates.json';

// Both lists were worked out apart from this code: the first with the law, the second by another program.
const examples = [...worked, ...further];

describe('Each worked date', () => {
  it.each(examples.map((example) => [example.id, example] as const))('%s', (_id, { rule, inputs, due }) => {
    expect(explainUntyped(rule, inputs).due).toBe(due);
  });
});

describe('Every rule', () => {
  const withExample = new Set(examples.map(({ rule }) => rule));

  it.each(ruleIds)(
    '%s says where it stands in the law, since when, what was read, and has an example',
    (id) => {
      const { title, citation, effective, url, verified } = ruleOf(id);
      expect(title).toMatch(/^[A-Z].{10,}/);
      expect(citation.length).toBeGreaterThan(10);
      expect(effective.from).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(url).toMatch(/^https:\/\//);
      expect(verified.length).toBeGreaterThan(10);
      expect(withExample).toContain(id);
    },
  );
});
