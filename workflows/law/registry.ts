// Every deadline rule by id, put together from the files of each statute, code and policy.

import type { PlainDate } from '../calendar';
import { complaintHandlingCode } from './complaint-handling-code';
import { dataProtectionRules } from './data-protection';
import { equalityActRules } from './equality-act-2010';
import { inputDefinition, type InputId } from './inputs';
import { nhsRules } from './nhs-complaints-2009';
import { ombudsmanRules } from './ombudsmen';
import { otherRemedies } from './other-remedies';
import { recommendationRules } from './recommendations-2017';
import type { Limb, Rule } from './rule';
import { schoolComplaintRules } from './school-complaints';
import { schoolDecisionRules } from './school-decisions';
import { agreementRules, orderRules, unopposedRules } from './send-regulations-2014-compliance';
import { mediationRules } from './send-regulations-2014-mediation';
import { planRules } from './send-regulations-2014-plan';
import { serviceStandards } from './service-standards';
import { socialCareRules } from './social-care-complaints-2006';
import { tribunalRules } from './tribunal-rules-2008';
import { upperTribunalRules } from './upper-tribunal-rules-2008';

export const rules = Object.freeze({
  ...mediationRules,
  ...agreementRules,
  ...orderRules,
  ...unopposedRules,
  ...tribunalRules,
  ...upperTribunalRules,
  ...recommendationRules,
  ...equalityActRules,
  ...planRules,
  ...complaintHandlingCode,
  ...ombudsmanRules,
  ...socialCareRules,
  ...nhsRules,
  ...schoolComplaintRules,
  ...schoolDecisionRules,
  ...dataProtectionRules,
  ...otherRemedies,
  ...serviceStandards,
});

export type RuleId = keyof typeof rules;

type Required<L extends Limb> = L extends { optional: true } ? never : L['from'];
type Optional<L extends Limb> = L extends { optional: true } ? L['from'] : never;
type InputsOf<L extends Limb> = { [K in Required<L>]: PlainDate } & { [K in Optional<L>]?: PlainDate };

/** The dates a rule counts from, by name. */
export type RuleInputs<R extends RuleId> = InputsOf<(typeof rules)[R]['limbs'][number]>;

export const ruleIds = Object.freeze(Object.keys(rules) as RuleId[]);

export const isRuleId = (id: string): id is RuleId => Object.hasOwn(rules, id);

/** The definition of a rule, types erased. */
export const ruleOf = (id: RuleId): Rule => rules[id] as Rule;

/** The dates a rule takes, in the order of its limbs. */
export function inputsOf(rule: Rule): { name: InputId; required: boolean; question: string }[] {
  return rule.limbs.map(({ from, optional }) => ({
    name: from,
    required: optional !== true,
    question: inputDefinition(from).question,
  }));
}

/** One rule as plain data, for the registry that other programs read. */
export interface ListedRule extends Omit<Rule, 'familyLimit' | 'watch' | 'caution'> {
  id: RuleId;
  inputs: { name: InputId; required: boolean; question: string }[];
  familyLimit: boolean;
}

/** The registry as plain data. */
export function listRules(): ListedRule[] {
  return ruleIds.map((id) => {
    const {
      title,
      kind,
      clock,
      limbs,
      familyLimit,
      citation,
      url,
      effective,
      confidence,
      verified,
      note,
      readings,
    } = ruleOf(id);
    return {
      id,
      title,
      inputs: inputsOf(ruleOf(id)),
      kind,
      clock,
      limbs,
      familyLimit: familyLimit ?? false,
      citation,
      url,
      effective,
      confidence,
      verified,
      ...(note === undefined ? {} : { note }),
      ...(readings === undefined ? {} : { readings }),
    };
  });
}
