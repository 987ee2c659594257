// The form of a bundle: which papers, in which order, and what must not be in it; and how it is shown again when that is
// not yet right.

import type { BundleChoice, BundleOffer, BundleWish } from '../documents';
import { Refusal, type Pointer } from '../platform';
import { several } from './posted';

export type PostedBundle = Record<string, string | string[] | undefined>;

const HISTORY = /\/(history|brief)\.pdf$/;
/** `3` or `5-7`, one after another. */
const PAGES = /^\s*\d{1,4}\s*(-\s*\d{1,4}\s*)?(,\s*\d{1,4}\s*(-\s*\d{1,4}\s*)?)*$/;
const LAST = Number.MAX_SAFE_INTEGER;

const text = (posted: PostedBundle, name: string): string => String([posted[name] ?? ''].flat()[0]).trim();

/** What was ticked, numbered ones first. `choices`: in the order of those without a number. */
export function wishOf(posted: PostedBundle, choices: BundleChoice[]): BundleWish {
  const ticked = several(posted.documents);
  const place = (id: string): number => {
    const number = Number(text(posted, `place.${id}`));
    return Number.isInteger(number) && number > 0 ? number : LAST;
  };
  const byDay = (id: string): number => choices.findIndex((each) => each.id === id);
  const documents = ticked.sort((a, b) => place(a) - place(b) || byDay(a) - byDay(b));
  return {
    documents,
    removed: String([posted.removed ?? ''].flat()[0])
      .split(/\r?\n/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    removedPages: Object.fromEntries(
      documents.flatMap((id, n) => {
        const pages = pagesOf(text(posted, `out.${id}`), n);
        return pages.length > 0 ? [[id, pages]] : [];
      }),
    ),
    looked: text(posted, 'looked') === 'yes',
  };
}

/** @throws Refusal for what is no list of pages */
function pagesOf(typed: string, n: number): number[] {
  if (typed === '') return [];
  if (!PAGES.test(typed)) {
    const detail = 'Write the pages to take out like this: 2, 5-7';
    throw new Refusal('invalid-data', detail, [{ pointer: `/documents/${n}`, detail }]);
  }
  return typed.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
  });
}

/** @param posted what is shown again; nothing for a form that nobody has filled in yet */
export function bundlePage({ choices, unfit }: BundleOffer, posted?: PostedBundle, pointers: Pointer[] = []) {
  const order = posted ? orderOf(posted, choices) : [];
  const errors = pointers.map((pointer) => errorOf(pointer, order, choices));
  return {
    choices: choices.map((choice, n) => ({
      ...choice,
      field: `document-${n + 1}`,
      chosen: posted ? order.includes(choice.id) : !choice.added && !HISTORY.test(choice.id),
      place: posted ? text(posted, `place.${choice.id}`) : '',
      out: posted ? text(posted, `out.${choice.id}`) : '',
      error: errors.find(({ field }) => field === `document-${n + 1}`)?.text,
    })),
    unfit,
    photos: choices.some(({ added }) => added !== undefined),
    removed: posted ? String([posted.removed ?? ''].flat()[0]) : '',
    looked: posted ? text(posted, 'looked') === 'yes' : false,
    lookedError: errors.find(({ field }) => field === 'looked')?.text,
    errors,
  };
}

function orderOf(posted: PostedBundle, choices: BundleChoice[]): string[] {
  const bare = Object.fromEntries(Object.entries(posted).filter(([name]) => !name.startsWith('out.')));
  return wishOf(bare, choices).documents;
}

/** By the field it stands at; a document that was named by its place is named by its title to who chose it. */
function errorOf({ pointer, detail }: Pointer, order: string[], choices: BundleChoice[]) {
  const [, name = '', n] = pointer.split('/');
  const id = n === undefined ? undefined : order[Number(n)];
  const at = choices.findIndex((choice) => choice.id === id);
  if (at >= 0)
    return {
      field: `document-${at + 1}`,
      text: `${choices[at]?.title}: ${detail.replace(/^Document \d+: /, '')}`,
    };
  const named = detail.replace(/document (\d+), page/g, (found, number: string) => {
    const title = choices.find((choice) => choice.id === order[Number(number) - 1])?.title;
    return title ? `${title}, page` : found;
  });
  return { field: name, text: named };
}
