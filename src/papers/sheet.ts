// Draws papers on pages, tagged: every word is in a structure element or marked as decoration.

import { formatDate } from '../../workflows/calendar';
import { fontNamed, piecesOf, type FontName } from './fonts';
import { inLevels, type Block, type Paper, type Run } from './paper';

export const MARGIN = 52;
export const FOOTER = 66;
const BODY = 11;
const SMALL = 9;
const GAP = 2.5;
const AFTER = 8;
const CELL_GAP = 10;
const INK = '#0b0c0c';
const QUIET = '#484949';
const LINE = '#b1b4b6';
const BAR = '#1d70b8';
const OTHER_BAR = '#5694ca';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

interface Style {
  size?: number;
  bold?: boolean;
  colour?: string;
  align?: 'left' | 'right';
}

export class Sheet {
  private readonly root: Element;
  private readonly width: number;
  private readonly used = new Set<FontName>();

  constructor(private readonly doc: Doc) {
    this.width = doc.page.width - 2 * MARGIN;
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** From the top of a page. */
  draw({ title, issuer, reference, dated, blocks }: Paper): void {
    this.paragraph(this.root, [{ text: issuer ?? 'Recourse' }], { bold: true, size: 12 });
    this.paragraph(this.root, [{ text: `${reference}. ${formatDate(dated)}.` }], { colour: QUIET, size: 10 });
    this.rule();
    this.heading(1, title);
    for (const block of inLevels(blocks)) this.block(block);
  }

  nextPage(): void {
    this.doc.addPage();
  }

  /** Counted from 1. */
  get pageNumber(): number {
    return this.doc.bufferedPageRange().count;
  }

  /** A page that shows a page of another document, drawn in later: `alt` says so to those who cannot see it. */
  frame(alt: string, title?: string): void {
    if (title !== undefined) this.doc.outline.addItem(title);
    const { width, height } = this.doc.page;
    const bbox: [number, number, number, number] = [MARGIN, MARGIN, width - MARGIN, height - FOOTER];
    this.tag(this.root, 'Figure', () => undefined, { alt, bbox, placement: 'Block' });
  }

  /** When everything is drawn and the number of pages is known. */
  end(reference: string, title: string): void {
    this.root.end();
    this.footers(reference, title);
  }

  private block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        return this.heading(block.level, block.text);
      case 'paragraph':
        return this.paragraph(this.root, block.runs, block.small ? { size: SMALL, colour: QUIET } : {});
      case 'list':
        return this.list(block.items, block.ordered);
      case 'table':
        return this.table(block.caption, block.header, block.rows, block.numeric);
      case 'rows':
        return this.table(block.caption, undefined, block.rows);
      case 'notice':
        return this.notice(block.runs);
      case 'blank':
        return this.blank(block.label);
      case 'chart':
        return this.chart(block);
    }
  }

  private heading(level: 1 | 2 | 3, text: string): void {
    const size = { 1: 22, 2: 15, 3: 12 }[level];
    // A heading is never the last thing on a page.
    this.room(size * 2 + BODY * 7);
    if (level > 1) this.doc.y += level === 2 ? 8 : 2;
    if (level < 3) this.doc.outline.addItem(text);
    this.tag(this.root, `H${level}`, () => this.text([{ text, strong: true }], { size }));
    this.doc.y += level === 1 ? 10 : 4;
  }

  private paragraph(parent: Element, runs: Run[], style: Style = {}): void {
    this.room(BODY * 3);
    this.tag(parent, 'P', () => this.text(runs, style));
    this.doc.y += AFTER;
  }

  private list(items: Run[][], ordered: boolean): void {
    const list = this.open(this.root, 'L');
    const { dictionary } = list as unknown as { dictionary: { data: Record<string, unknown> } };
    // No option sets this attribute.
    dictionary.data.A = { O: 'List', ListNumbering: ordered ? 'Decimal' : 'Disc' };
    items.forEach((runs, n) => {
      this.room(BODY * 2);
      const item = this.open(list, 'LI');
      const { y } = this.doc;
      this.tag(item, 'Lbl', () => this.text([{ text: ordered ? `${n + 1}.` : '•' }], {}, MARGIN, 18));
      this.doc.y = y;
      this.tag(item, 'LBody', () => this.text(runs, {}, MARGIN + 18, this.width - 18));
      item.end();
      this.doc.y += 4;
    });
    list.end();
    this.doc.y += AFTER - 4;
  }

  /** Without a header, each row is a label and its value. */
  private table(
    caption: string,
    header: string[] | undefined,
    rows: string[][],
    numeric: number[] = [],
  ): void {
    const columns = header?.length ?? rows[0]?.length ?? 0;
    if (columns === 0) return;
    const widths = header ? this.widthsOf(header, rows) : [this.width * 0.34, this.width * 0.66];
    const heightOf = (cells: string[], bold: boolean) =>
      Math.max(
        ...cells.map((cell, n) => this.height(cell, (widths[n] as number) - CELL_GAP, bold || n === 0)),
      ) + 9;
    this.room(heightOf(header ?? (rows[0] as string[]), true) + 60);
    const table = this.open(this.root, 'Table', {});
    this.tag(table, 'Caption', () =>
      this.text([{ text: caption, strong: true }], { size: 10, colour: QUIET }),
    );
    this.doc.y += 4;
    const cellAt = (cell: string, n: number, top: number, titled: boolean): void => {
      const left = MARGIN + widths.slice(0, n).reduce((sum, each) => sum + each, 0);
      this.doc.y = top + 4;
      this.text(
        [{ text: cell || '–', ...(titled ? { strong: true as const } : {}) }],
        { size: 10, align: numeric.includes(n) ? 'right' : 'left' },
        left,
        (widths[n] as number) - CELL_GAP,
      );
    };
    const headAgain = (cells: string[]): void => {
      const { y } = this.doc;
      // On a further page the header is there for the eye only: the table has it once.
      this.decoration(() => cells.forEach((cell, n) => cellAt(cell, n, y, true)));
      this.doc.y = y + heightOf(cells, true);
      this.rule(INK, 0);
    };
    const row = (cells: string[], head: boolean): void => {
      const height = heightOf(cells, head);
      if (this.room(height) && header && !head) headAgain(header);
      const top = this.doc.y;
      const tr = this.open(table, 'TR');
      cells.forEach((cell, n) => {
        const titled = head || n === 0;
        const scope = titled ? { scope: head ? 'Column' : 'Row' } : {};
        this.tag(tr, titled ? 'TH' : 'TD', () => cellAt(cell, n, top, titled), scope);
      });
      tr.end();
      this.doc.y = top + height;
      this.rule(head ? INK : LINE, 0);
    };
    if (header) row(header, true);
    for (const cells of rows) row(cells, false);
    table.end();
    this.doc.y += AFTER + 4;
  }

  /** No word is broken: each column gets its longest word, and then a share of the rest by what it has to say. */
  private widthsOf(header: string[], rows: string[][]): number[] {
    const cells = header.map((title, n) => [title, ...rows.map((row) => row[n] ?? '')]);
    const measured = (text: string) => this.use('bold', 10).widthOfString(text) + CELL_GAP;
    const least = cells.map((column) =>
      Math.max(...column.flatMap((text) => text.split(/\s+/)).map(measured)),
    );
    const wanted = cells.map((column, n) =>
      Math.max(...column.map((text) => Math.min(measured(text), this.width / 2)), least[n] as number),
    );
    const sum = (all: number[]) => all.reduce((total, each) => total + each, 0);
    const spare = this.width - sum(least);
    const more = wanted.map((width, n) => width - (least[n] as number));
    // Words longer than the page allows are broken after all.
    if (spare <= 0) return least.map((width) => (width / sum(least)) * this.width);
    const share = sum(more) > 0 ? spare / sum(more) : 0;
    return least.map((width, n) => width + (share > 0 ? (more[n] as number) * share : spare / least.length));
  }

  private notice(runs: Run[]): void {
    const text = runs.map((run) => run.text).join('');
    const height = this.height(text, this.width - 24, true, 12) + 20;
    this.room(height);
    const top = this.doc.y;
    this.decoration(() => {
      this.doc.rect(MARGIN, top, this.width, height).lineWidth(1.5).strokeColor(INK).stroke();
    });
    this.doc.y = top + 10;
    const bold = runs.map((run) => ({ ...run, strong: true as const }));
    this.tag(this.root, 'P', () => this.text(bold, { size: 12 }, MARGIN + 12, this.width - 24));
    this.doc.y = top + height + AFTER;
  }

  private blank(label: string): void {
    this.room(34);
    this.tag(this.root, 'P', () => this.text([{ text: `${label}:` }], {}, MARGIN, 235));
    const y = this.doc.y - 2;
    this.decoration(() => {
      this.doc
        .moveTo(MARGIN + 240, y)
        .lineTo(MARGIN + this.width, y)
        .lineWidth(0.7)
        .strokeColor(INK)
        .stroke();
    });
    this.doc.y += AFTER + 6;
  }

  private chart({ title, summary, groups, largest }: Extract<Block, { kind: 'chart' }>): void {
    const height = groups.reduce((sum, { bars }) => sum + 20 + bars.length * 19, 24);
    this.room(Math.min(height, 500));
    const top = this.doc.y;
    const full = this.width * 0.55;
    const draw = () => {
      this.text([{ text: title, strong: true }], { size: 10, colour: QUIET });
      this.doc.y += 4;
      for (const { title: name, bars } of groups) {
        this.text([{ text: name }], { size: 10 });
        for (const { label, value, shown, other } of bars) {
          const { y } = this.doc;
          const width = largest > 0 ? (value / largest) * full : 0;
          if (width > 0) this.doc.rect(MARGIN, y, width, 13).fill(other ? OTHER_BAR : BAR);
          this.text(
            [
              {
                text: [label, shown].filter(Boolean).join(': '),
                ...(other ? {} : { strong: true as const }),
              },
            ],
            { size: 10 },
            MARGIN + width + (width > 0 ? 6 : 0),
            this.width - width - 6,
          );
          this.doc.y = y + 17;
        }
        this.doc.y += 4;
      }
    };
    const bbox: [number, number, number, number] = [MARGIN, top, MARGIN + this.width, top + height];
    this.tag(this.root, 'Figure', draw, { alt: `${title}. ${summary}`, bbox, placement: 'Block' });
    this.doc.y += AFTER;
  }

  private footers(reference: string, title: string): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let n = 0; n < count; n += 1) {
      this.doc.switchToPage(start + n);
      const { height, margins } = this.doc.page;
      const { bottom } = margins;
      // Below the margin, where a text would otherwise start a new page.
      margins.bottom = 0;
      this.decoration(() => {
        const y = height - FOOTER + 24;
        this.doc
          .moveTo(MARGIN, y - 8)
          .lineTo(MARGIN + this.width, y - 8)
          .lineWidth(0.5)
          .strokeColor(LINE)
          .stroke();
        this.doc.y = y;
        this.text(
          [{ text: `${reference}  ${title}` }],
          { size: SMALL, colour: QUIET },
          MARGIN,
          this.width - 90,
        );
        this.doc.y = y;
        this.text(
          [{ text: `Page ${n + 1} of ${count}` }],
          { size: SMALL, colour: QUIET, align: 'right' },
          MARGIN + this.width - 85,
          85,
        );
      }, 'Pagination');
      margins.bottom = bottom;
    }
  }

  private rule(colour = LINE, after = 10): void {
    const { y } = this.doc;
    this.decoration(() => {
      this.doc
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + this.width, y)
        .lineWidth(0.7)
        .strokeColor(colour)
        .stroke();
    });
    this.doc.y = y + after;
  }

  private text(
    runs: Run[],
    { size = BODY, bold, colour = INK, align = 'left' }: Style,
    left = MARGIN,
    width = this.width,
  ): void {
    const pieces = piecesOf(runs.map((run) => (bold ? { ...run, strong: true } : run)));
    const start = this.doc.y;
    pieces.forEach(({ font, text }, n) => {
      this.use(font, size).fillColor(colour);
      const options = { width, align, lineGap: GAP, continued: n < pieces.length - 1 };
      if (n === 0) this.doc.text(text, left, start, options);
      else this.doc.text(text, options);
    });
  }

  private height(text: string, width: number, bold: boolean, size = 10): number {
    // Measured in the widest font in use, so that a row is never too low for its text.
    const fonts = new Set(
      piecesOf([{ text: text || '–', ...(bold ? { strong: true as const } : {}) }]).map(({ font }) => font),
    );
    return Math.max(
      ...[...fonts].map((font) => this.use(font, size).heightOfString(text || '–', { width, lineGap: GAP })),
    );
  }

  private use(name: FontName, size: number): Doc {
    // Registered at its first use: a paper holds only the fonts that it is set in.
    if (!this.used.has(name)) this.doc.registerFont(name, fontNamed(name) as never);
    this.used.add(name);
    return this.doc.font(name).fontSize(size);
  }

  /** Makes sure that so much fits below; says whether that took a new page. */
  private room(height: number): boolean {
    const { height: page, margins } = this.doc.page;
    const full = this.doc.y + height > page - margins.bottom && this.doc.y > MARGIN;
    if (full) this.doc.addPage();
    return full;
  }

  private open(parent: Element, type: string, options: Record<string, unknown> = {}): Element {
    const element = this.doc.struct(type as never, options as never);
    parent.add(element);
    return element;
  }

  private tag(parent: Element, type: string, draw: () => void, options: Record<string, unknown> = {}): void {
    const element = this.open(parent, type, options);
    const content = this.doc.markStructureContent(type as never);
    draw();
    this.doc.endMarkedContent();
    // Only now is it known over how many pages it went.
    element.add(content);
    element.end();
  }

  private decoration(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type } as never);
    draw();
    this.doc.endMarkedContent();
  }
}
