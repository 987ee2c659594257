// Walks every page that a persona can reach by links, over HTTP, as a browser without JavaScript would.

export interface Visited {
  path: string;
  status: number;
  /** Where a link to it was found. */
  from: string;
  type: string;
  html: string;
}

/** Leads away from the site, by signing out. */
const NEVER = new Set(['/exit']);

export class Visitor {
  private cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** Signs in as a persona of the demonstration. */
  async become(label: string): Promise<this> {
    const bar = await (await this.request('/demo')).text();
    const id = new RegExp(`name="person" value="([^"]+)"><button[^>]*>${label}`).exec(bar)?.[1];
    if (!id) throw new Error(`There is no persona ${label}`);
    await this.post('/demo/as', { person: id });
    return this;
  }

  async post(path: string, fields: Record<string, string>): Promise<Response> {
    return this.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async get(path: string, from = ''): Promise<Visited> {
    const answer = await this.request(path);
    const type = answer.headers.get('content-type') ?? '';
    return { path, from, status: answer.status, type, html: await answer.text() };
  }

  /** Every page from the front page on, each once. */
  async everything(): Promise<Visited[]> {
    const queue = [{ path: '/', from: 'the start' }];
    const seen = new Set(['/']);
    const visited: Visited[] = [];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const page = await this.get(next.path, next.from);
      visited.push(page);
      if (!page.type.startsWith('text/html')) continue;
      for (const path of linksOf(page.html)) {
        // One file of each kind: another case's makes it no more certain.
        const kind = /\.(pdf|docx)$|\/hashes$/.test(path) ? path.replace(/RC-[0-9A-Z-]+|\d+/g, '') : path;
        if (seen.has(kind) || NEVER.has(path)) continue;
        seen.add(kind);
        queue.push({ path, from: page.path });
      }
    }
    return visited;
  }

  private async request(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.url + path, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name) this.cookies.set(name, value ?? '');
    }
    const to = answer.headers.get('location');
    return to?.startsWith('/') ? this.request(to) : answer;
  }
}

/** Links of a page to pages of ours. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, path]) => unescaped(path as string));

/** What a page says, one line for each block: headings, paragraphs, items. */
export function saidIn(html: string): string[] {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;
  return main
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
