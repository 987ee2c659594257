// Questions out of a JSON Schema, and their answers in words: what a route asks is asked and said nowhere else.

import { partyDefinition, partyIds, type Control } from '../../workflows/kit';

export interface Question {
  name: string;
  label: string;
  hint?: string;
  control: Control | 'code' | 'phone' | 'select';
  options?: Record<string, string>;
  optional: boolean;
  /** A date that may lie ahead. */
  future?: true;
  items?: Question[];
}

interface Schema {
  title?: string;
  description?: string;
  control?: Control;
  options?: Record<string, string>;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  future?: true;
}

const YES_NO = { yes: 'Yes', no: 'No' };

export function questionsOf(schema: object): Question[] {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.entries(properties).map(
    ([name, { title, description, control = 'text', options, items, future }]) => {
      const optional = !required.includes(name);
      return {
        name,
        label: optional ? `${title ?? name} (optional)` : (title ?? name),
        control,
        optional,
        ...(description ? { hint: description } : {}),
        ...(future ? { future } : {}),
        ...(control === 'yes-no' ? { options: YES_NO } : options ? { options } : {}),
        ...(control === 'list' && items ? { items: questionsOf(items) } : {}),
      };
    },
  );
}

/** An answer as a person reads it. */
export function said(
  { name, control, options, items }: Question,
  value: unknown,
  day: (date: string) => string,
): string {
  if (value === undefined || value === null || value === '') return 'Not provided';
  if (control === 'date') return day(String(value));
  if (control === 'yes-no') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) {
    if (items) {
      return value
        .map(
          (item: Record<string, unknown>, n) =>
            `${n + 1}. ${items.map((each) => said(each, item[each.name], day)).join(', ')}`,
        )
        .join('\n');
    }
    return value.length === 0
      ? 'None'
      : value.map((each) => options?.[String(each)] ?? String(each)).join(', ');
  }
  return options?.[String(value)] ?? (name === OWED_BY ? partyInWords(String(value)) : String(value));
}

/** Who owed what was missed is kept by the id of the party: nobody reads ids. */
const OWED_BY = 'owedBy';

function partyInWords(id: string): string {
  const party = partyIds.find((each) => each === id);
  if (!party) return id;
  const { name } = partyDefinition(party);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
