// Everything Recourse holds about a person as one archive they can take away: to read, to give to another service, and
// with the documents (UK GDPR articles 15 and 20).

import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { PersonalData, type Who } from '../engine';
import { ContactSafeties, Drafts } from '../lodging';
import { Clock } from '../platform';
import { DraftDocuments, PrivateWords, Uploads } from '../uploads';
import { ErasureRequests } from './requests';

type Person = Who & { kind: 'person' };

@Injectable()
export class DataCopy {
  constructor(
    private readonly data: PersonalData,
    private readonly drafts: Drafts,
    private readonly safeties: ContactSafeties,
    private readonly uploads: Uploads,
    private readonly draftDocuments: DraftDocuments,
    private readonly privateWords: PrivateWords,
    private readonly requests: ErasureRequests,
    private readonly clock: Clock,
  ) {}

  async of(who: Person) {
    const { cases, ...own } = await this.data.of(who);
    return {
      ...own,
      keptPrivate: (await this.privateWords.of(who.personId)).split('\n').filter((line) => line !== ''),
      howToReachThem: (await this.safeties.of(who.personId)) ?? {},
      drafts: await Promise.all(
        (await this.drafts.mine(who.personId)).map(async ({ id, route, answers, updatedAt }) => ({
          id,
          route,
          answers,
          updatedAt,
          documents: await this.draftDocuments.of(await this.drafts.place(id, who.personId)),
        })),
      ),
      erasureRequest: await this.requests.of(who.personId),
      cases: await Promise.all(
        cases.map(async (each) => ({
          ...each,
          documents: (await this.uploads.of(each.case.ref, who)).uploads.filter(({ may }) => may.open),
        })),
      ),
    };
  }

  /** `page`: the same, to be read by people. Documents are read one at a time, as the archive is written. */
  async zipped(who: Person, page: (data: Awaited<ReturnType<DataCopy['of']>>) => string): Promise<ZipFile> {
    const data = await this.of(who);
    const zip = new ZipFile();
    const mtime = this.clock.now();
    zip.addBuffer(Buffer.from(JSON.stringify(data, null, 2)), 'my-data.json', { mtime });
    zip.addBuffer(Buffer.from(page(data)), 'index.html', { mtime });
    void this.addDocuments(zip, who, data).then(
      () => zip.end(),
      (error: unknown) => zip.emit('error', error),
    );
    return zip;
  }

  private async addDocuments(
    zip: ZipFile,
    who: Person,
    { cases, drafts }: Pick<Awaited<ReturnType<DataCopy['of']>>, 'cases' | 'drafts'>,
  ): Promise<void> {
    const add = (folder: string, id: string, { name, content }: { name: string; content: Buffer }) =>
      zip.addBuffer(content, `documents/${folder}/${id.slice(0, 8)} ${name}`, { mtime: this.clock.now() });
    for (const { case: view, documents } of cases)
      for (const { id } of documents) add(view.ref, id, await this.uploads.read(view.ref, id, who));
    for (const { id: draft, documents } of drafts) {
      const place = await this.drafts.place(draft, who.personId);
      for (const { id, status } of documents)
        if (status === 'ready')
          add(`not sent yet ${draft.slice(0, 8)}`, id, await this.draftDocuments.read(place, id));
    }
  }
}
