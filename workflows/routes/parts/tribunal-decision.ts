// After the Tribunal has decided: the time to ask for permission to appeal, or for the decision to be set aside.

import { last, type CaseContext } from '../../kit';
import { from } from './days';

const rules = {
  appeal: { permission: 'appeal.permission', setAside: 'appeal.set-aside' },
  discrimination: { permission: 'discrimination.permission', setAside: 'discrimination.set-aside' },
} as const;

const common = {
  owedBy: 'parent or young person',
  familyRight: true,
  ifMissed: 'You can ask for more time, but you must say why.',
} as const;

/** `sentOn`: when the decision that stands was sent; nothing where none can be appealed. */
export function afterTheDecision<K extends keyof typeof rules>(
  kind: K,
  sentOn: (c: CaseContext) => string | undefined,
) {
  const { permission, setAside }: (typeof rules)[K] = rules[kind];

  /** A refusal to set aside begins the time again, but only where that was asked for in time (rule 46(3)(c) and (4)). */
  const permissionRuns = (c: CaseContext): string | undefined => {
    const refused = last(c, 'set-aside-refused')?.on;
    const sent = sentOn(c);
    const inTime = c.missed[setAside] === undefined;
    return refused !== undefined && inTime && refused > (sent ?? '') ? refused : sent;
  };

  const limits = [
    {
      rule: permission,
      inputs: (c: CaseContext) => from('decisionSent', permissionRuns(c)),
      metBy: ['permission-asked', 'decision-accepted'],
      ...common,
    },
    {
      rule: setAside,
      inputs: (c: CaseContext) => from('decisionSent', sentOn(c)),
      metBy: ['set-aside-asked', 'permission-asked', 'decision-accepted'],
      ...common,
    },
  ] as const;
  return { permissionRuns, limits };
}
