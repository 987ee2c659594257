// The wording of an organisation's papers: shown, looked at as a PDF, and saved.

import type { Command } from 'commander';
import { readFileSync, writeFileSync } from 'node:fs';
import { isPaperKind, paperKinds, placeholdersOf, samplePaper, Wordings } from '../documents';
import { Organisations } from '../organisations';
import { pdfOf } from '../papers';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { BadInput } from './bad-input';
import { withApp } from './with-app';

interface Options {
  file?: string;
  preview?: string;
  default?: boolean;
}

export function addTemplateCommand(organisation: Command): void {
  organisation
    .command('template')
    .description('prints the wording of its papers, or saves a new one for papers from now on')
    .argument('<organisation>', 'its id')
    .argument('<kind>', paperKinds.join(', '))
    .option('--file <file>', 'Markdown with placeholders: checked, and saved unless there is --preview')
    .option('--preview <pdf>', 'writes an invented example with this wording, and saves nothing')
    .option('--default', 'goes back to the wording that comes with Recourse')
    .action(async (id: string, kind: string, { file, preview, default: back }: Options) => {
      if (!isPaperKind(kind))
        throw new BadInput(`There is no paper ${kind}; choose from ${paperKinds.join(', ')}`);
      const text = file === undefined ? undefined : read(file);
      await withApp(true, async (app) => {
        const found = (await app.get(Organisations).byId([id])).get(id);
        if (!found) throw new BadInput(`There is no organisation ${id}`);
        const wordings = app.get(Wordings);
        try {
          const now = await wordings.inForce(id, kind, app.get(Clock).instant());
          if (preview !== undefined) {
            const template = text === undefined ? now.template : wordings.checked(kind, text);
            writeFileSync(preview, await pdfOf(samplePaper(kind, found.name, template)));
            console.log(`An invented ${kind} is in ${preview}. Nothing was saved.`);
          } else if (text !== undefined || back === true) {
            const number = await app.get(Db).tx((m) => wordings.save(m, id, kind, text ?? null));
            console.log(`Wording ${number} of ${found.name} counts for each ${kind} from now on`);
          } else {
            console.log(now.source);
            const { texts, blocks } = placeholdersOf[kind];
            for (const [name, meaning] of Object.entries({ ...texts, ...blocks }))
              console.error(`{{${name}}}: ${meaning}`);
          }
        } catch (error) {
          throw error instanceof Refusal ? new BadInput(error.detail) : error;
        }
      });
    });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadInput(`${file} cannot be read`);
  }
}
