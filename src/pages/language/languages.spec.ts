import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { answersTo, equalityIds } from '../../equality';
import { en, english, Languages, type Key } from '.';

const languages = new Languages();
const others = languages.all().filter((speech) => speech !== english);
const keys = Object.keys(en) as Key[];

/** Words that are the same in both: names, and nothing else. */
const SAME: Record<string, Key[]> = { cy: [] };

/** What has to be put into a message, and the forms of number it has. */
function partsOf(elements: MessageFormatElement[]): { values: string[]; forms: string[] } {
  const values = new Set<string>();
  const forms = new Set<string>();
  const walk = (list: MessageFormatElement[]): void => {
    for (const element of list) {
      if (element.type === TYPE.argument) values.add(element.value);
      if (element.type === TYPE.plural) {
        values.add(element.value);
        for (const [form, { value }] of Object.entries(element.options)) {
          forms.add(form);
          walk(value);
        }
      }
    }
  };
  walk(elements);
  return { values: [...values].sort(), forms: [...forms].sort() };
}

/** Terms that the law gives a meaning, by what stands for each of them and its mutations, wherever English has it. */
const TERMS: Record<string, Record<string, [english: RegExp, other: RegExp]>> = {
  cy: {
    council: [/\bcouncil/i, /\b[cg]?h?yngor|nghyngor/i],
    mediation: [/\bmediation/i, /[cg]h?yfryngu/i],
    tribunal: [/\btribunal/i, /[TD]ribiwnlys/],
    nhs: [/\bNHS\b/, /GIG/],
    complaint: [/\bcomplain/i, /[cg]h?wyn/i],
    appeal: [/\bappeal/i, /\bh?apel/i],
    review: [/\breview\b/i, /adolygiad/i],
    law: [/\blaw\b/i, /[cg]h?yfraith/i],
    plan: [/\bplan\b/i, /[cg]h?ynllun/i],
    needs: [/\bSEND\b/, /SEND/],
  },
};

describe('The languages of the pages', () => {
  it('have one word for each term of the law', () => {
    for (const { language } of others) {
      const wrong = Object.entries(TERMS[language.code] ?? {}).flatMap(([term, [ours, theirs]]) =>
        keys
          .filter((key) => ours.test(en[key]) && !theirs.test(language.words[key]))
          .map((key) => `${term}: ${key}: ${language.words[key]}`),
      );
      expect(wrong).toEqual([]);
    }
    // A term of another country's law must not slip in: in Wales the needs are called otherwise, and so is the plan.
    for (const key of keys)
      expect([key, /\b(ADY|AAA|CDU)\b/.test(languages.find('cy')?.language.words[key] ?? '')]).toEqual([
        key,
        false,
      ]);
  });

  it('are English and Welsh, and say of the second that nobody has checked it', () => {
    expect(languages.all().map(({ language: { code, name, checked } }) => [code, name, checked])).toEqual([
      ['en', 'English', true],
      ['cy', 'Cymraeg', false],
    ]);
  });

  it('leave no words of the interface in English', () => {
    for (const { language } of others) {
      expect(Object.keys(language.words).sort()).toEqual([...keys].sort());
      const same = keys.filter((key) => language.words[key].trim() === en[key].trim());
      expect(same).toEqual(SAME[language.code] ?? []);
    }
  });

  it('take the same values in each message, and have every form of number they need', () => {
    for (const { language } of [english, ...others]) {
      const { pluralCategories } = new Intl.PluralRules(language.code).resolvedOptions();
      for (const key of keys) {
        const { values, forms } = partsOf(parse(language.words[key]));
        expect([key, values]).toEqual([key, partsOf(parse(en[key])).values]);
        const missing = forms.length === 0 ? [] : pluralCategories.filter((each) => !forms.includes(each));
        // "Other" says it where a language would not tell the number apart.
        expect([key, missing.filter((each) => each !== 'zero')]).toEqual([key, []]);
      }
    }
  });

  it('have no words that no page says', () => {
    const pages = join(__dirname, '..');
    const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(ts|njk)$/.test(file) && !file.startsWith('language'),
    );
    const texts = files.map((file) => readFileSync(join(pages, file), 'utf8')).join();
    // The router makes the names of its words from its own questions: its walk says each of them. Refusals are found by
    // the sentence of the service: test/languages.spec.ts knows them.
    const asked = equalityIds.flatMap((id) => [
      `equality.${id}`,
      ...answersTo(id).map((each) => `equality.${id}.${each}`),
    ]);
    const said = new Set<string>([...asked, 'equality.unsaid']);
    const unsaid = keys.filter(
      (key) => !/^(router|refusal)\./.test(key) && !said.has(key) && !texts.includes(`'${key}'`),
    );
    expect(unsaid).toEqual([]);
  });

  it('say days and numbers in their own way', () => {
    const welsh = languages.find('cy');
    expect(english.when('2026-12-01')).toBe('Tuesday 1 December 2026');
    expect(english.when('2026-07-01T23:30:00.000Z')).toBe('Thursday 2 July 2026 at 00:30');
    expect(welsh?.when('2026-12-01')).toBe('Dydd Mawrth 1 Rhagfyr 2026');
    expect(english.say('days.left', { n: 1 })).toBe('1 working day left');
    expect(welsh?.say('days.left', { n: 2 })).toBe('2 ddiwrnod gwaith ar ôl');
    expect(languages.find('xx')).toBeUndefined();
  });
});
