// Walks every page that a persona can reach, over HTTP, as a browser without JavaScript would: by links, and through the
// questions of each form up to the page before sending. Each form is also sent empty, to see what it says then.

export interface Visited {
  path: string;
  status: number;
  /** Where a link or a form led to it. */
  from: string;
  type: string;
  html: string;
}

export interface Form {
  action: string;
  method: 'get' | 'post';
  /** What is sent although nobody typed it. */
  hidden: [string, string][];
  /** An example of an answer to each question on the page. */
  example: [string, string][];
}

/** Leads away from the site, by signing out. */
const NEVER = new Set(['/exit']);
const LONGEST_WALK = 20;

export class Visitor {
  private cookies = new Map<string, string>();

  /** `today`: a day that any form may take. */
  constructor(
    private readonly url: string,
    private readonly today = '2026-11-13',
  ) {}

  /** Signs in as a persona of the demonstration. */
  async become(label: string): Promise<this> {
    const { html } = await this.get('/demo');
    const id = new RegExp(`name="person" value="([^"]+)"><button[^>]*>${label}`).exec(html)?.[1];
    if (!id) throw new Error(`There is no persona ${label}`);
    await this.post('/demo/as', { person: id });
    return this;
  }

  /** The secret that forms of this session carry. */
  async csrf(): Promise<string> {
    return /name="_csrf" value="([^"]+)"/.exec((await this.get('/help')).html)?.[1] ?? '';
  }

  get(path: string, from = ''): Promise<Visited> {
    return this.request(path, from);
  }

  post(path: string, fields: Record<string, string> | [string, string][], from = ''): Promise<Visited> {
    return this.request(path, from, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** A form with a file in it. */
  upload(path: string, fields: Record<string, string>, file: File, from = ''): Promise<Visited> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', file);
    return this.request(path, from, { method: 'POST', body });
  }

  send({ action, method, hidden }: Form, fields: [string, string][], from = ''): Promise<Visited> {
    const all = [...hidden, ...fields];
    return method === 'post'
      ? this.post(action, all, from)
      : this.get(`${action}?${new URLSearchParams(all).toString()}`, from);
  }

  /**
   * Every page from the front page on, each once; `known` are pages that need not be looked at again, and forms are left
   * alone where nobody `asks`.
   */
  async everything(
    known: { has: (path: string) => boolean } = new Set<string>(),
    asks = true,
  ): Promise<Visited[]> {
    const queue = [{ path: '/', from: 'the start' }];
    const seen = new Set(['/']);
    const walked = new Set<string>();
    const visited: Visited[] = [];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (known.has(next.path)) continue;
      const page = await this.get(next.path, next.from);
      visited.push(page);
      if (!page.type.startsWith('text/html')) continue;
      for (const path of linksOf(page.html)) {
        // One file of each kind: another case's makes it no more certain. Nor does another route's diagram.
        const kind = /\.(pdf|docx)$|\/hashes$/.test(path)
          ? path.replace(/RC-[0-9A-Z-]+|\d+/g, '')
          : path.replace(/^\/admin\/routes\/.+/, '/admin/routes/…');
        if (seen.has(kind) || NEVER.has(path)) continue;
        seen.add(kind);
        queue.push({ path, from: page.path });
      }
      const form = asks ? questionIn(page.html) : undefined;
      // The same act of another case of the same kind asks the same.
      const kind = form && kindOf(form.action);
      if (!form || !kind || walked.has(kind)) continue;
      walked.add(kind);
      visited.push(...(await this.walk(page)));
    }
    return visited;
  }

  /** From a page with a question, by one answer after another, up to the page before sending or the end. */
  private async walk(start: Visited): Promise<Visited[]> {
    const visited: Visited[] = [];
    let page = start;
    for (let step = 0; step < LONGEST_WALK; step += 1) {
      const form = questionIn(page.html);
      if (!form) break;
      const empty = await this.send(form, [], `${page.path}, left empty`);
      if (isError(empty.html)) visited.push(empty);
      page = await this.send(
        form,
        form.example.map(([name, value]) => [name, this.dated(name, value)]),
        page.path,
      );
      visited.push(page);
      if (isError(page.html))
        throw new Error(`${page.path} does not take its own example: ${saidIn(page.html).join(' / ')}`);
    }
    return visited;
  }

  private dated(name: string, value: string): string {
    const part = /\[(year|month|day)\]$/.exec(name)?.[1];
    const [year = '', month = '', day = ''] = this.today.split('-');
    return part ? ({ year, month, day }[part] ?? '') : value;
  }

  private async request(path: string, from: string, init: RequestInit = {}): Promise<Visited> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.url + path, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name) this.cookies.set(name, value ?? '');
    }
    const to = answer.headers.get('location');
    if (to?.startsWith('/')) return this.request(to, from);
    const type = answer.headers.get('content-type') ?? '';
    return { path, from, status: answer.status, type, html: await answer.text() };
  }
}

/** Pages that differ only in which case, draft or answers they are about are of one kind. */
export const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/RC-[0-9A-Z-]+/, ':ref')
    .replace(/draft\/[0-9a-f-]{36}/, 'draft/:id')
    .replace(/documents\/[0-9a-f-]{36}/, 'documents/:document')
    .replace(/\/write\/.*/, '/write')
    .replace(/\/sent\/\d+/, '/sent/:n');

export const isError = (html: string): boolean => /<title>Error: /.test(html);

/** The form of a question page: one that goes on without sending anything to anybody. */
export function questionIn(html: string): Form | undefined {
  const main = mainOf(html);
  for (const [, tag = '', inside = ''] of main.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const goes = /<button[^>]*name="go" value="next"/.test(inside);
    if (goes || /name="asked"/.test(inside)) return formOf(tag, inside, goes ? [['go', 'next']] : []);
  }
  return undefined;
}

/** Every form of a page, with an example of an answer to each of its fields; by `typed` those that take any text. */
export function formsIn(html: string): (Form & { typed: string[] })[] {
  return [...mainOf(html).matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => {
    const goes = /<button[^>]*name="go" value="(next|send)"/.exec(inside)?.[1];
    const typed = [...inside.matchAll(/<(?:input|textarea)\b[^>]*>/g)].flatMap(([field]) =>
      /type="(?!text|search)/.test(field) || /inputmode|autocomplete="bday/.test(field)
        ? []
        : [attribute(field, 'name')],
    );
    return { ...formOf(tag, inside, goes ? [['go', goes]] : []), typed };
  });
}

function formOf(tag: string, inside: string, button: [string, string][]): Form {
  const hidden: [string, string][] = [...button];
  const example = new Map<string, string>();
  for (const [field] of inside.matchAll(/<(?:input|select|textarea)\b[^>]*>(?:\s*<option[^>]*>)*/g)) {
    const name = attribute(field, 'name');
    const type = attribute(field, 'type');
    if (type === 'hidden') hidden.push([name, attribute(field, 'value')]);
    else if (type === 'radio' || type === 'checkbox')
      example.set(name, example.get(name) ?? attribute(field, 'value'));
    else if (field.startsWith('<select')) example.set(name, /value="([^"]+)"/.exec(field)?.[1] ?? '');
    else example.set(name, attribute(field, 'inputmode') === 'email' ? 'example@example.org' : '12');
  }
  return {
    action: attribute(tag, 'action'),
    method: attribute(tag, 'method') === 'get' ? 'get' : 'post',
    hidden,
    example: [...example],
  };
}

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** Links of a page to pages of ours; another language is the same page. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)[^>]*>/g)]
    .filter(([tag]) => !tag.includes('hreflang='))
    .map(([, path]) => unescaped(path as string));

export const mainOf = (html: string): string => /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;

/** What a page says, one line for each block: headings, paragraphs, items. */
export function saidIn(html: string): string[] {
  return mainOf(html)
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<(?:\/?(?:p|h[1-6]|li|dt|dd|div|label|legend|summary|option|button|td|th)|br)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => unescaped(line).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
