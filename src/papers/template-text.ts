// The wording of a paper as an organisation writes it: a little Markdown, with {{placeholders}} from a fixed list. What is
// put in their place is never read as Markdown, so that nobody's words can change the paper around them.

import MarkdownIt from 'markdown-it';
import type { Block, Run } from './paper';

/** What can stand in {{…}}: within a sentence, or alone in a paragraph for a table or a list. */
export interface Placeholders {
  texts: Record<string, string>;
  blocks: Record<string, string>;
}

/** What is wrong with a wording, in words for who wrote it. */
export class TemplateError extends Error {}

type Part = { text: string; strong?: true } | { placeholder: string; strong?: true };

type Piece =
  | { kind: 'heading'; level: 1 | 2 | 3; parts: Part[] }
  | { kind: 'paragraph' | 'notice'; parts: Part[] }
  | { kind: 'list'; ordered: boolean; items: Part[][] }
  | { kind: 'block'; name: string };

export interface TemplateText {
  title: Part[];
  pieces: Piece[];
}

const LONGEST = 20_000;
const PLACEHOLDER = /\{\{([^{}]{0,100})\}\}/g;

const markdown = new MarkdownIt('zero', { html: false }).enable([
  'heading',
  'list',
  'blockquote',
  'emphasis',
  'escape',
  'newline',
]);

/** @throws TemplateError with everything that is wrong */
export function readTemplate(source: string, { texts, blocks }: Placeholders): TemplateText {
  if (source.length > LONGEST) throw new TemplateError(`The text is longer than ${LONGEST} letters.`);
  const wrong: string[] = [];
  const known = [...Object.keys(texts), ...Object.keys(blocks)].map((name) => `{{${name}}}`).join(', ');
  for (const [, given = ''] of source.matchAll(PLACEHOLDER)) {
    const name = given.trim();
    if (name in texts || name in blocks) continue;
    wrong.push(`There is no {{${name}}} in this paper. You can use ${known}.`);
  }
  if (/\{\{|\}\}|\{%/.test(source.replace(PLACEHOLDER, '')))
    wrong.push('A placeholder has two braces on each side, like {{day}}. Nothing else can stand in braces.');

  const partsOf = (tokens: MarkdownIt.Token[]): Part[] => {
    const parts: Part[] = [];
    let strong = false;
    for (const { type, content } of tokens) {
      if (type === 'strong_open' || type === 'strong_close') strong = type === 'strong_open';
      const text = type === 'softbreak' || type === 'hardbreak' ? ' ' : type === 'text' ? content : '';
      const bold = strong ? { strong: true as const } : {};
      text.split(PLACEHOLDER).forEach((each, n) => {
        if (n % 2 === 1) parts.push({ placeholder: each.trim(), ...bold });
        else if (each !== '') parts.push({ text: each, ...bold });
      });
    }
    for (const part of parts)
      if ('placeholder' in part && part.placeholder in blocks)
        wrong.push(`{{${part.placeholder}}} must stand alone, with an empty line before and after it.`);
    return parts;
  };

  const pieces: Piece[] = [];
  let list: Extract<Piece, { kind: 'list' }> | undefined;
  let level = 0;
  let quote = false;
  for (const { type, tag, content, children } of markdown.parse(source, {})) {
    if (type === 'heading_open') level = Number(tag.slice(1));
    else if (type === 'heading_close') level = 0;
    else if (type === 'bullet_list_open' || type === 'ordered_list_open') {
      if (list) wrong.push('A list cannot stand in another list.');
      pieces.push((list = { kind: 'list', ordered: type === 'ordered_list_open', items: [] }));
    } else if (type === 'bullet_list_close' || type === 'ordered_list_close') list = undefined;
    else if (type === 'blockquote_open') quote = true;
    else if (type === 'blockquote_close') quote = false;
    else if (type === 'inline') {
      const alone = /^\{\{([^{}]{0,100})\}\}$/.exec(content)?.[1]?.trim();
      if (level > 3) wrong.push('Headings have one, two or three # and no more.');
      if (level > 0)
        pieces.push({
          kind: 'heading',
          level: Math.min(level, 3) as 1 | 2 | 3,
          parts: partsOf(children ?? []),
        });
      else if (list) list.items.push(partsOf(children ?? []));
      else if (alone !== undefined && alone in blocks) pieces.push({ kind: 'block', name: alone });
      else pieces.push({ kind: quote ? 'notice' : 'paragraph', parts: partsOf(children ?? []) });
    }
  }
  const [title, ...rest] = pieces;
  if (
    title?.kind !== 'heading' ||
    title.level !== 1 ||
    rest.some((piece) => piece.kind === 'heading' && piece.level === 1)
  )
    wrong.push('The text begins with one title: a line with one # before it. Other headings have ## or ###.');
  if (wrong.length > 0) throw new TemplateError([...new Set(wrong)].join(' '));
  return { title: (title as Extract<Piece, { kind: 'heading' }>).parts, pieces: rest };
}

/** A paragraph one of whose placeholders has nothing to say is left out; so is a heading with nothing under it. */
export function fillTemplate(
  { title, pieces }: TemplateText,
  texts: Record<string, string | undefined>,
  blocks: Record<string, Block[]>,
): { title: string; blocks: Block[] } {
  const runsOf = (parts: Part[]): Run[] | undefined => {
    const runs = parts.map((part) =>
      'text' in part
        ? part
        : { text: texts[part.placeholder] ?? '', ...(part.strong ? { strong: part.strong } : {}) },
    );
    return parts.some((part, n) => 'placeholder' in part && runs[n]?.text === '') ? undefined : runs;
  };
  const plain = (parts: Part[]) => (runsOf(parts) ?? []).map(({ text }) => text).join('');
  const filled = pieces.flatMap((piece): Block[] => {
    switch (piece.kind) {
      case 'block':
        return blocks[piece.name] ?? [];
      case 'heading':
        return [{ kind: 'heading', level: piece.level === 3 ? 3 : 2, text: plain(piece.parts) }];
      case 'list': {
        const items = piece.items.map(runsOf).filter((runs) => runs !== undefined);
        return items.length > 0 ? [{ kind: 'list', ordered: piece.ordered, items }] : [];
      }
      default: {
        const runs = runsOf(piece.parts);
        return runs ? [{ kind: piece.kind, runs }] : [];
      }
    }
  });
  return { title: plain(title), blocks: withoutEmptySections(filled) };
}

function withoutEmptySections(blocks: Block[]): Block[] {
  return blocks.filter((block, n) => {
    if (block.kind !== 'heading') return true;
    const rest = blocks.slice(n + 1);
    const ends = rest.findIndex((each) => each.kind === 'heading' && each.level <= block.level);
    return rest.slice(0, ends < 0 ? undefined : ends).some(({ kind }) => kind !== 'heading');
  });
}
