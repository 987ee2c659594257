// An invented paper, for an organisation to look at its wording before it counts.

import type { PaperKind } from '../../workflows/kit';
import { bullets, fillTemplate, type Block, type Paper, type TemplateText } from '../papers';
import { placeholdersOf } from './default-wordings';

/** Every placeholder is filled with what it stands for. */
export function samplePaper(kind: PaperKind, issuer: string, template: TemplateText): Paper {
  const { texts, blocks } = placeholdersOf[kind];
  const shown = (all: Record<string, string>) =>
    Object.entries(all).map(([name, meaning]) => [name, `[${meaning}]`] as const);
  return {
    ...fillTemplate(
      template,
      { ...Object.fromEntries(shown(texts)), from: issuer },
      Object.fromEntries(shown(blocks).map(([name, text]): [string, Block[]] => [name, [bullets(text)]])),
    ),
    reference: 'Example: no real case',
    issuer,
    dated: '2026-01-05',
    asAt: '2026-01-05T00:00:00.000Z',
  };
}
