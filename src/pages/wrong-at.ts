// What a page with one question says where its answer was refused: beside the question, and in the summary above it.

import type { Refused } from './language';

export interface WrongAt {
  errorText: string | undefined;
  errorEnglish: true | undefined;
  errors: (Refused & { field: string })[];
}

/** `field`: the id of the input to which the summary leads. Nothing is said where nothing is wrong. */
export function wrongAt(field: string, wrong: Refused | string | undefined): WrongAt {
  const refused = typeof wrong === 'string' ? { text: wrong } : wrong;
  if (!refused?.text) return { errorText: undefined, errorEnglish: undefined, errors: [] };
  return { errorText: refused.text, errorEnglish: refused.english, errors: [{ ...refused, field }] };
}
