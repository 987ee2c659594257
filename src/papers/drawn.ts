// What the thread that draws is asked for, and what it gives. See drawing-thread.mjs.

import type { PageReader } from './added-page';
import { bundleOf, type Bundle } from './bundle';
import { docxOf } from './docx';
import type { Paper } from './paper';
import { pdfOf } from './pdf';

export type Job =
  { kind: 'pdf'; paper: Paper } | { kind: 'docx'; paper: Paper } | { kind: 'bundle'; bundle: Bundle };

export function drawn(job: Job, reader: PageReader): Promise<Buffer> {
  switch (job.kind) {
    case 'pdf':
      return pdfOf(job.paper);
    case 'docx':
      return docxOf(job.paper);
    case 'bundle':
      return bundleOf(job.bundle, reader);
  }
}
