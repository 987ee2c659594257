// The languages of the pages: which there are, which one a request asks for, and what is said in it.

import { Injectable } from '@nestjs/common';
import { IntlMessageFormat } from 'intl-messageformat';
import { isPlainDate } from '../../../workflows/calendar';
import { cy } from './cy';
import { en, type Catalogue, type Key } from './en';

export interface Language {
  /** BCP 47. */
  code: string;
  /** As its own readers call it. */
  name: string;
  dir: 'ltr' | 'rtl';
  words: Catalogue;
  /** Whether somebody whose trade it is has read the words. */
  checked: boolean;
}

export type Values = Record<string, string | number>;

const LONDON = { timeZone: 'Europe/London' } as const;
const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;

/** One language, ready to speak: its messages are parsed at the first use. */
export class Speech {
  private readonly messages = new Map<Key, IntlMessageFormat>();
  private readonly days: Intl.DateTimeFormat;
  private readonly instants: Intl.DateTimeFormat;
  private readonly short: Intl.DateTimeFormat;

  constructor(readonly language: Language) {
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(this.locale, { ...LONDON, ...options });
    this.days = format(DAY);
    this.instants = format({ ...DAY, ...TIME });
    this.short = format({ weekday: 'short', day: 'numeric', month: 'short', ...TIME });
  }

  readonly say = (key: Key, values: Values = {}): string => {
    let message = this.messages.get(key);
    if (!message) {
      const words = this.language.words[key];
      if (words === undefined) throw new Error(`There are no words for ${key}`);
      this.messages.set(key, (message = new IntlMessageFormat(words, this.locale)));
    }
    return String(message.format(values));
  };

  /** A legal day as "Friday 4 December 2026", an instant with its London time; anything else as it is. */
  readonly when = (value: unknown): string => {
    if (value instanceof Date) return tidy(this.instants.format(value));
    // Noon, so that no time zone makes another day of it.
    if (isPlainDate(value)) return tidy(this.days.format(new Date(`${value}T12:00:00Z`)));
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value))
      return tidy(this.instants.format(new Date(value)));
    return String(value ?? '');
  };

  readonly whenShort = (instant: string): string => tidy(this.short.format(new Date(instant)));

  private get locale(): string {
    return this.language.code === 'en' ? 'en-GB' : this.language.code;
  }
}

/** GOV.UK style has no comma after the day of the week. */
const tidy = (text: string): string => text.replace(',', '');

export const english = new Speech({ code: 'en', name: 'English', dir: 'ltr', words: en, checked: true });
const welsh = new Speech({ code: 'cy', name: 'Cymraeg', dir: 'ltr', words: cy, checked: false });

@Injectable()
export class Languages {
  private readonly spoken = new Map([english, welsh].map((speech) => [speech.language.code, speech]));

  add(language: Language): void {
    this.spoken.set(language.code, new Speech(language));
  }

  all(): Speech[] {
    return [...this.spoken.values()];
  }

  find(code: unknown): Speech | undefined {
    return typeof code === 'string' ? this.spoken.get(code) : undefined;
  }

  get codes(): string[] {
    return [...this.spoken.keys()];
  }
}
