import { readPdf } from '../../test/read-pdf';
import { paragraph, pdfOf, Press, type Paper } from '.';

const paper = (title: string): Paper => ({
  title,
  reference: 'RC-7F3K-Q2MW-9XC',
  dated: '2026-11-13',
  asAt: '2026-11-13T09:05:00.000Z',
  blocks: [paragraph('It was agreed.')],
});

describe('The press', () => {
  let press: Press;
  beforeEach(() => (press = new Press()));
  afterEach(() => press.onApplicationShutdown());

  it('draws the same bytes as would be drawn here, many at a time, each its own', async () => {
    const titles = Array.from({ length: 12 }, (_, n) => `Paper ${n}`);
    const made = await Promise.all(titles.map((title) => press.pdf(paper(title))));
    for (const [n, bytes] of made.entries()) expect((await readPdf(bytes)).title).toBe(titles[n]);
    expect(made[0]?.equals(await pdfOf(paper('Paper 0')))).toBe(true);
  });

  it('brings back what went wrong, and goes on', async () => {
    const wrong = { ...paper('Wrong'), dated: 'no day' as never };
    const here = await (async () => pdfOf(wrong))().catch((error: Error) => error);
    expect(here).toBeInstanceOf(Error);
    await expect(press.pdf(wrong)).rejects.toThrow((here as Error).message);
    expect((await readPdf(await press.pdf(paper('Next')))).title).toBe('Next');
  });

  it('refuses what was asked of a thread that broke, and gives the next a new one', async () => {
    const endless = { ...paper('Endless'), blocks: Array.from({ length: 20_000 }, () => paragraph('More.')) };
    const broken = press.pdf(endless);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stopping = press.onApplicationShutdown();
    await expect(broken).rejects.toMatchObject({ type: 'unavailable' });
    await stopping;
    expect((await readPdf(await press.pdf(paper('Next')))).title).toBe('Next');
  });

  it('says that it is busy before it takes on more than it can hold', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 45 }, (_, n) => press.pdf(paper(`P ${n}`))));
    const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(5);
    for (const reason of refused) expect(reason).toMatchObject({ type: 'unavailable', status: 503 });
  });
});
