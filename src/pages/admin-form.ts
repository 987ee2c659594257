// What the forms of administration share: what was typed, and what was wrong with it, said at each field.

export interface PageError {
  field: string;
  text: string;
}

/** A line as it was meant; nothing for what a browser does not send. */
export const trimmed = (typed: unknown): string => (typeof typed === 'string' ? typed.trim() : '');

/** What each field says is wrong with it. */
export const byField = (errors: PageError[] = []): Record<string, string> =>
  Object.fromEntries(errors.map(({ field, text }) => [field, text]));
