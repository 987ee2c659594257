// Documents that are added before a case is sent: adding one, whom it will be for, and taking one away.

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Drafts } from '../lodging';
import { Organisations } from '../organisations';
import { Refusal } from '../platform';
import { DraftDocuments, LARGEST_MB, type UnsentPlace } from '../uploads';
import { draftDocuments, meantFor, type Meant } from './draft-documents';
import { FileForms, seenBy, type FileFields } from './file-form';
import { giveFile } from './give-file';
import { refusalIn } from './language';
import { sectionsOf, startable } from './lodging';
import { Readers, type Reader } from './reader';
import { wrongAt } from './wrong-at';

@Controller('cases/draft/:id/documents')
export class DraftDocumentPages {
  constructor(
    private readonly drafts: Drafts,
    private readonly documents: DraftDocuments,
    private readonly forms: FileForms,
    private readonly organisations: Organisations,
    private readonly readers: Readers,
  ) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response, @Param('id') id: string) {
    await this.show(request, response, await this.readers.signedIn(request), id);
  }

  @Post()
  async add(@Req() request: Request, @Res() response: Response, @Param('id') id: string) {
    const reader = await this.forms.sender(request);
    const { place, meant } = await this.writing(reader, id);
    await this.documents.mayAdd(place);
    const wrong = await this.forms.take(request, response, (received, sees) =>
      this.documents.add(place, received, chosen(meant, sees)),
    );
    if (wrong) return this.show(request, response, reader, id, wrong);
    response.redirect(303, `/cases/draft/${id}/documents`);
  }

  @Get(':document/file')
  async file(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('document') document: string,
  ) {
    const { personId } = await this.readers.signedIn(request);
    giveFile(response, await this.documents.read(await this.drafts.place(id, personId), document));
  }

  @Get(':document/sees')
  async who(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('document') document: string,
  ) {
    const { place, meant } = await this.writing(await this.readers.signedIn(request), id);
    const { name, organisations } = await this.known(place, document);
    const base = `/cases/draft/${id}/documents`;
    await this.readers.page(request, response, 'document-sees.njk', {
      title: this.readers.speech(request).say('documents.who-can-see', { name }),
      name,
      bodies: meant,
      own: 'family',
      chosen: meant.filter((each) => organisations.includes(each.organisation)).map(({ body }) => body),
      action: `${base}/${document}/sees`,
      back: base,
    });
  }

  @Post(':document/sees')
  async share(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('document') document: string,
    @Body() fields: FileFields,
  ) {
    const { place, meant } = await this.writing(await this.readers.sender(request), id);
    await this.documents.share(place, document, chosen(meant, seenBy(fields)));
    response.redirect(303, `/cases/draft/${id}/documents`);
  }

  @Get(':document/remove')
  async askRemoval(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('document') document: string,
  ) {
    const { personId } = await this.readers.signedIn(request);
    const { name } = await this.known(await this.drafts.place(id, personId), document);
    const base = `/cases/draft/${id}/documents`;
    await this.readers.page(request, response, 'draft-document-remove.njk', {
      title: this.readers.speech(request).say('draft-documents.remove-title', { name }),
      action: `${base}/${document}/remove`,
      back: base,
    });
  }

  @Post(':document/remove')
  async remove(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('document') document: string,
  ) {
    const { personId } = await this.readers.sender(request);
    await this.documents.remove(await this.drafts.place(id, personId), document);
    response.redirect(303, `/cases/draft/${id}/documents`);
  }

  /** What is being written, and for whom its documents may be meant. */
  private async writing({ personId }: Reader, id: string) {
    const { route: named, answers } = await this.drafts.get(id, personId);
    const route = startable(named);
    const organisations = await this.organisations.list();
    return {
      place: await this.drafts.place(id, personId),
      meant: meantFor(route, answers, organisations),
      asksWho: sectionsOf(route, organisations).some((section) => section.id === 'who'),
    };
  }

  private async known(place: UnsentPlace, document: string) {
    const found = (await this.documents.of(place)).find((each) => each.id === document);
    if (!found) throw new Refusal('not-found', 'There is no such document.');
    return found;
  }

  private async show(
    request: Request,
    response: Response,
    reader: Reader,
    id: string,
    refused?: string,
  ): Promise<void> {
    const wrong = refused === undefined ? undefined : refusalIn(this.readers.speech(request), refused);
    const { place, meant, asksWho } = await this.writing(reader, id);
    const speech = this.readers.speech(request);
    await this.readers.page(
      request,
      response,
      'draft-documents.njk',
      {
        title: speech.say('draft-documents.title'),
        documents: draftDocuments(await this.documents.of(place), meant, speech),
        ready: this.documents.ready,
        bodies: meant,
        asksWho,
        largest: LARGEST_MB,
        chosen: seenBy((request.body ?? {}) as FileFields),
        ...wrongAt('file', wrong),
        base: `/cases/draft/${id}/documents`,
        back: `/cases/draft/${id}`,
      },
      wrong ? 422 : 200,
    );
  }
}

/** @throws Refusal for one that has no part in the case */
function chosen(meant: Meant[], sees: string[]): string[] {
  return sees.map((body) => {
    const found = meant.find((each) => each.body === body);
    if (found) return found.organisation;
    const detail = 'Choose only those who take part in this case';
    throw new Refusal('invalid-data', detail, [{ pointer: '/sees', detail }]);
  });
}
