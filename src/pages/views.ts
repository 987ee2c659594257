// Templates to HTML, with every word and date as people in London say them, in the language of the reader.

import { Injectable } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Environment, FileSystemLoader, runtime } from 'nunjucks';
import { english, type Speech } from './language';

const frontend = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');

/** In English, for what is not translated. */
export const inWords = english.when;

/** Names as they are said: one, two and three. */
const listed = new Intl.ListFormat('en-GB');

@Injectable()
export class Views {
  private readonly environments = new Map<Speech, Environment>();

  render(speech: Speech, template: string, context: object): string {
    return this.environment(speech).render(template, context);
  }

  private environment(speech: Speech): Environment {
    let environment = this.environments.get(speech);
    if (!environment) this.environments.set(speech, (environment = environmentFor(speech)));
    return environment;
  }
}

function environmentFor({ language, say, when, whenShort }: Speech): Environment {
  const environment = new Environment(new FileSystemLoader([join(__dirname, 'views'), frontend]), {
    autoescape: true,
    throwOnUndefined: false,
  });
  environment.addGlobal('language', language);
  environment.addGlobal('say', say);
  environment.addFilter('when', when);
  environment.addFilter('whenShort', whenShort);
  // What the law and the routes say is in English: on a page in another language a screen reader must know.
  const escaped = environment.getFilter('escape') as (text: string) => string;
  environment.addFilter('law', (text: unknown) =>
    language.code === 'en'
      ? text
      : new runtime.SafeString(`<span lang="en" dir="ltr">${escaped(String(text ?? ''))}</span>`),
  );
  environment.addFilter('listed', (names: string[]) => listed.format(names));
  environment.addFilter('capitalizeFirst', (text: string) => text.charAt(0).toUpperCase() + text.slice(1));
  return environment;
}

/** Where the built style sheet is, beside the compiled code or, in tests, in the clone. */
export function assetsFolder(): string {
  const beside = join(__dirname, '..', '..', 'assets');
  return existsSync(beside) ? beside : join(__dirname, '..', '..', 'dist', 'assets');
}
