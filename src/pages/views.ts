// Renders the pages: Nunjucks with the components of GOV.UK Frontend, dates as people in London say them.

import { Injectable } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';
import { formatDate, isPlainDate } from '../../workflows/calendar';

const frontend = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');

const instants = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const inLondon = (instant: Date): string => instants.format(instant).replace(',', '');

/** A legal day as "Friday 4 December 2026", an instant with its London time; anything else as it is. */
export function inWords(value: unknown): string {
  if (value instanceof Date) return inLondon(value);
  if (isPlainDate(value)) return formatDate(value);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return inLondon(new Date(value));
  return String(value ?? '');
}

const shortInstants = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

@Injectable()
export class Views {
  private readonly environment: Environment;

  constructor() {
    const own = join(__dirname, 'views');
    this.environment = new Environment(new FileSystemLoader([own, frontend]), {
      autoescape: true,
      throwOnUndefined: false,
    });
    this.environment.addFilter('when', inWords);
    this.environment.addFilter('whenShort', (instant: string) =>
      shortInstants.format(new Date(instant)).replace(',', ''),
    );
    this.environment.addFilter(
      'capitalizeFirst',
      (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
    );
  }

  render(template: string, context: object): string {
    return this.environment.render(template, context);
  }
}

/** Where the built style sheet is, beside the compiled code or, in tests, in the clone. */
export function assetsFolder(): string {
  const beside = join(__dirname, '..', '..', 'assets');
  return existsSync(beside) ? beside : join(__dirname, '..', '..', 'dist', 'assets');
}
