// The same paper as a Word file, for those who put it on their own letterhead or edit it.

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { formatDate } from '../../workflows/calendar';
import { inLevels, type Block, type Paper, type Run } from './paper';

const NUMBERS = 'numbers';
const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

export function docxOf({ title, reference, issuer, dated, blocks }: Paper): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title,
      subject: reference,
      creator: issuer ?? 'Recourse',
      styles: { default: { document: { run: { font: 'Arial', size: 24, language: { value: 'en-GB' } } } } },
      numbering: {
        config: [
          {
            reference: NUMBERS,
            levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }],
          },
        ],
      },
      sections: [
        {
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  children: [
                    new TextRun({
                      children: [`${reference}. Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                    }),
                  ],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({ children: [new TextRun({ text: issuer ?? 'Recourse', bold: true })] }),
            new Paragraph({ text: `${reference}. ${formatDate(dated)}.` }),
            new Paragraph({
              text: title,
              heading: HeadingLevel.HEADING_1,
              spacing: { before: 240, after: 120 },
            }),
            ...inLevels(blocks).flatMap(drawn),
          ],
        },
      ],
    }),
  );
}

const spacing = { after: 160 };

const texts = (runs: Run[], bold = false): TextRun[] =>
  runs.flatMap(({ text, strong }) =>
    text
      .split('\n')
      .map(
        (line, n) =>
          new TextRun({ text: line, bold: bold || strong === true, ...(n > 0 ? { break: 1 } : {}) }),
      ),
  );

function drawn(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: HEADINGS[block.level],
          spacing: { before: 200, after: 80 },
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: texts(block.runs), spacing })];
    case 'list':
      return block.items.map(
        (runs) =>
          new Paragraph({
            children: texts(runs),
            ...(block.ordered ? { numbering: { reference: NUMBERS, level: 0 } } : { bullet: { level: 0 } }),
          }),
      );
    case 'table':
      return [captionOf(block.caption), tableOf(block.header, block.rows)];
    case 'rows':
      return [captionOf(block.caption), tableOf(undefined, block.rows)];
    case 'notice': {
      const line = { style: BorderStyle.SINGLE, size: 8, space: 6 };
      return [
        new Paragraph({
          children: texts(block.runs, true),
          border: { top: line, bottom: line, left: line, right: line },
          spacing,
        }),
      ];
    }
    case 'blank':
      return [new Paragraph({ text: `${block.label}: ______________________________`, spacing })];
    case 'chart':
      // The numbers of a chart are in a table of the same paper: only they can be edited.
      return [];
  }
}

const captionOf = (text: string): Paragraph =>
  new Paragraph({ children: [new TextRun({ text, bold: true })], keepNext: true, spacing: { before: 120 } });

function tableOf(header: string[] | undefined, rows: string[][]): Table {
  const cell = (text: string, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ children: texts([{ text: text || '–' }], bold) })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      ...(header
        ? [new TableRow({ tableHeader: true, children: header.map((each) => cell(each, true)) })]
        : []),
      ...rows.map((cells) => new TableRow({ children: cells.map((each, n) => cell(each, n === 0)) })),
    ],
  });
}
