// Everything Recourse holds about a person as one archive they can take away: to read, to give to another service, and
// with the documents (UK GDPR articles 15 and 20).

import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { PersonalData, type Who } from '../engine';
import { Drafts } from '../lodging';
import { Clock } from '../platform';
import { PrivateWords, Uploads } from '../uploads';
import { ErasureRequests } from './requests';

type Person = Who & { kind: 'person' };

@Injectable()
export class DataCopy {
  constructor(
    private readonly data: PersonalData,
    private readonly drafts: Drafts,
    private readonly uploads: Uploads,
    private readonly privateWords: PrivateWords,
    private readonly requests: ErasureRequests,
    private readonly clock: Clock,
  ) {}

  async of(who: Person) {
    const { cases, ...own } = await this.data.of(who);
    return {
      ...own,
      keptPrivate: (await this.privateWords.of(who.personId)).split('\n').filter((line) => line !== ''),
      drafts: (await this.drafts.mine(who.personId)).map(({ route, answers, updatedAt }) => ({
        route,
        answers,
        updatedAt,
      })),
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
    void this.addDocuments(zip, who, data.cases).then(
      () => zip.end(),
      (error: unknown) => zip.emit('error', error),
    );
    return zip;
  }

  private async addDocuments(
    zip: ZipFile,
    who: Person,
    cases: Awaited<ReturnType<DataCopy['of']>>['cases'],
  ): Promise<void> {
    for (const { case: view, documents } of cases) {
      for (const { id } of documents) {
        const { name, content } = await this.uploads.read(view.ref, id, who);
        zip.addBuffer(content, `documents/${view.ref}/${id.slice(0, 8)} ${name}`, {
          mtime: this.clock.now(),
        });
      }
    }
  }
}
