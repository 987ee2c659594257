// What a service refuses, in the words of the reader. Services say it in English; the catalogue finds it by its sentence.

import { en, type Key } from './en';
import type { Speech, Values } from './languages';

export interface Refused {
  text: string;
  /** No other language has it: a page marks it. */
  english?: true;
}

/** Each sentence that is said in every language, as a pattern whose numbers are taken out. */
const sentences = (Object.keys(en) as Key[])
  .filter((key) => /^(?:refusal\.|question\.email$)/.test(key))
  .map((key) => {
    const plain = en[key].replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    return { key, pattern: new RegExp(`^${plain.replace(/\{(\w+)\}/g, '(?<$1>\\d+)')}$`) };
  });

export function refusalIn({ say }: Speech, detail: string): Refused {
  for (const { key, pattern } of sentences) {
    const found = pattern.exec(detail);
    if (found) return { text: say(key, { ...found.groups } as Values) };
  }
  return { text: detail, english: true };
}
