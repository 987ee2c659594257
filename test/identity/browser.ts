// A browser without a window: keeps cookies per host, follows nothing by itself, fills in our forms.

export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();
  html = '';
  at = '';

  constructor(
    private readonly base: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async go(to: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(to, this.at || this.base);
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...this.headers, cookie, ...(init.headers as object) },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name) jar.set(name, value ?? '');
    }
    this.at = url.href;
    if ((answer.headers.get('content-type') ?? '').startsWith('text/html'))
      this.html = await answer.clone().text();
    return answer;
  }

  /** Goes on until there is a page. */
  async follow(to: string, init: RequestInit = {}): Promise<Response> {
    let answer = await this.go(to, init);
    for (let next = answer.headers.get('location'); next; next = answer.headers.get('location'))
      answer = await this.go(next);
    return answer;
  }

  /** Sends a form of the page that is open. */
  post(path: string, fields: Record<string, string>): Promise<Response> {
    return this.follow(new URL(path, this.base).href, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: this.csrf, ...fields }),
    });
  }

  get csrf(): string {
    return /name="_csrf" value="([^"]+)"/.exec(this.html)?.[1] ?? '';
  }

  get path(): string {
    return new URL(this.at).pathname;
  }

  get title(): string {
    return /<title>(.*?) –/.exec(this.html)?.[1] ?? '';
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(new URL(this.base).host)?.get(name);
  }

  setCookie(name: string, value: string): void {
    const { host } = new URL(this.base);
    this.cookies.set(host, (this.cookies.get(host) ?? new Map<string, string>()).set(name, value));
  }
}
