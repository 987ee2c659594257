// Our words as templates of GOV.UK Notify, and the file that says which id each has there.

import { readFileSync } from 'node:fs';
import {
  channelOf,
  paragraphsOf,
  templates,
  textOf,
  wordsOf,
  type TemplateId,
  type Values,
} from './templates';

/** What Notify puts in place of `((name))` when a message is sent. */
export interface Personalisation extends Record<string, string> {
  subject: string;
  stop: string;
}

const placeholders: Values = {
  ref: '((ref))',
  due: '((due))',
  dueShort: '((dueShort))',
  secret: '((secret))',
  items: '((items))',
};

export interface NotifyTemplate {
  id: TemplateId;
  type: 'email' | 'sms';
  /** E-mail only. It is one placeholder: whoever asked for a neutral subject gets one. */
  subject?: string;
  body: string;
  /** What it says to those who did not ask for a neutral subject. */
  usualSubject?: string;
}

export function notifyTemplates(baseUrl: string): NotifyTemplate[] {
  return (Object.keys(templates) as TemplateId[]).map((id) => {
    if (channelOf(id) === 'sms') return { id, type: 'sms', body: textOf(placeholders, baseUrl) };
    return {
      id,
      type: 'email',
      subject: '((subject))',
      usualSubject: wordsOf(id).subject(placeholders),
      body: paragraphsOf(id, placeholders, baseUrl, '((stop))')
        // Codes and invitations are about no case: what is not there is not mentioned.
        .filter((line) => wordsOf(id).kind !== 'asked' || !line.includes('((ref))'))
        .join('\n\n'),
    };
  });
}

/** Only what a template mentions: Notify wants each placeholder it has. */
export const personalisationOf = (values: Values, subject: string, stop: string): Personalisation => ({
  ...values,
  subject,
  stop,
});

/** @throws Error in one sentence where the file cannot be read or an id is missing. */
export function readTemplateIds(file: string): Record<TemplateId, string> {
  let ids: unknown;
  try {
    ids = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`NOTIFY_TEMPLATES cannot be read: ${(error as Error).message}`);
  }
  const missing = Object.keys(templates).filter(
    (id) => !/^[0-9a-f-]{36}$/.test(String((ids as Record<string, unknown>)[id] ?? '')),
  );
  if (missing.length > 0)
    throw new Error(`NOTIFY_TEMPLATES has no id for ${missing.join(', ')}: copy them from GOV.UK Notify`);
  return ids as Record<TemplateId, string>;
}
