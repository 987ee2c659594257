// Every deadline rule of the law, by id, and the working of each.

import type { ExplainedDeadline, PlainDate } from '../calendar';
import { complaintRules } from './complaint-procedures';
import { checkedInputs, explainRule, inputNames, RuleInputError, type ExplainOptions } from './explain';
import { otherRules } from './other-procedures';
import type { Rule } from './rule';
import { recommendationRules, sendRegulations } from './send-regulations-2014';
import { tribunalRules } from './tribunals';

export const rules = {
  ...sendRegulations,
  ...recommendationRules,
  ...tribunalRules,
  ...complaintRules,
  ...otherRules,
};

export type RuleId = keyof typeof rules;

type InputsOf<R> =
  R extends Rule<infer I, infer O> ? { [K in Exclude<I, O>]: PlainDate } & { [K in O]?: PlainDate } : never;

/** The dates a rule counts from, by name. */
export type RuleInputs<R extends RuleId> = InputsOf<(typeof rules)[R]>;

export const ruleIds = Object.keys(rules) as RuleId[];

export const isRuleId = (id: string): id is RuleId => Object.hasOwn(rules, id);

/** The definition of a rule, types erased. */
export const ruleOf = (id: RuleId): Rule<string, string> => rules[id] as Rule<string, string>;

/** The date a rule gives, with its working. */
export function explain<R extends RuleId>(
  id: R,
  inputs: RuleInputs<R>,
  options?: ExplainOptions,
): ExplainedDeadline {
  return explainRule(id, ruleOf(id), inputs as Record<string, PlainDate>, options);
}

/** @throws RuleInputError for an unknown rule, or a missing, unknown or impossible date. */
export function explainUntyped(id: string, inputs: unknown, options?: ExplainOptions): ExplainedDeadline {
  if (!isRuleId(id))
    throw new RuleInputError(`There is no rule ${JSON.stringify(id)}; recourse rules lists them all`);
  return explainRule(id, ruleOf(id), checkedInputs(id, ruleOf(id), inputs), options);
}

/** The registry as plain data. */
export function listRules() {
  return ruleIds.map((id) => {
    const { title, kind, clock, limbs, optional, citation, url, effective, confidence, familyLimit, note } =
      ruleOf(id);
    return {
      id,
      title,
      kind,
      clock,
      inputs: inputNames(ruleOf(id)).map((name) => ({ name, optional: optional?.includes(name) ?? false })),
      limbs,
      citation,
      url,
      effective,
      confidence,
      familyLimit: familyLimit ?? false,
      ...(note ? { note } : {}),
    };
  });
}

export { RuleInputError, type ExplainOptions };
export { periodInWords } from './explain';
export type { Rule } from './rule';
