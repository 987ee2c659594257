// Every deadline rule of the law, by id, and the working of each.

export { explain, explainUntyped, type ExplainOptions } from './explain';
export { type InputDefinition, type InputId } from './inputs';
export {
  inputsOf,
  isRuleId,
  listRules,
  ruleIds,
  ruleOf,
  rules,
  type ListedRule,
  type RuleId,
  type RuleInputs,
} from './registry';
export type { Limb, OtherReading, Rule } from './rule';
export { RuleInputError, type RuleInputProblem } from './rule-input';
export { periodInWords } from './words';
export { verificationSection } from './verification-table';
