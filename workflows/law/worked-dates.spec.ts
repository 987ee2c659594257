import { explainUntyped, rules } from '.';
import worked from './worked-dates.json';

describe('Each worked date', () => {
  it.each(worked.map((example) => [example.id, example] as const))('%s', (_id, { rule, inputs, due }) => {
    expect(explainUntyped(rule, inputs).due).toBe(due);
  });
});

describe('Every rule', () => {
  it.each(Object.entries(rules))('%s says where it stands in the law and since when', (_id, rule) => {
    expect(rule.citation.length).toBeGreaterThan(10);
    expect(rule.effective.from).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(rule.url).toMatch(/^https:/);
  });
});
