// Documents that people add to a case: adding one, whom it is for, and taking one away.

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Who } from '../engine';
import { Refusal } from '../platform';
import { LARGEST_MB, Uploads } from '../uploads';
import { caseRef } from './case-ref';
import { FileForms, seenBy, type FileFields } from './file-form';
import { giveFile } from './give-file';
import { refusalIn } from './language';
import { Readers } from './reader';
import { wrongAt } from './wrong-at';

type Person = Who & { kind: 'person' };

@Controller()
export class UploadPages {
  constructor(
    private readonly uploads: Uploads,
    private readonly forms: FileForms,
    private readonly readers: Readers,
  ) {}

  @Get('cases/:ref/uploads/add')
  async ask(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const { who } = await this.readers.signedIn(request);
    const ref = caseRef(typed);
    const { mayAdd } = await this.uploads.of(ref, who);
    if (!mayAdd) {
      const lines = ['You cannot add documents here.', 'Send them to the council or the school yourself.'];
      const page = { title: 'Add a document', lines, back: `/cases/${ref}/documents` };
      return this.readers.page(request, response, 'text.njk', page);
    }
    await this.form(request, response, ref, who);
  }

  @Post('cases/:ref/uploads/add')
  async add(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const { who } = await this.forms.sender(request);
    const ref = caseRef(typed);
    await this.uploads.mayAdd(ref, who);
    const wrong = await this.forms.take(request, response, (received, sees) =>
      this.uploads.add(ref, who, received, sees),
    );
    if (wrong) return this.form(request, response, ref, who, wrong);
    response.redirect(303, `/cases/${ref}/documents`);
  }

  @Get('cases/:ref/uploads/:id/sees')
  async who(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('id') id: string,
  ) {
    const { who } = await this.readers.signedIn(request);
    const list = await this.uploads.of(caseRef(typed), who);
    const upload = list.uploads.find((each) => each.id === id);
    if (!upload?.may.share) throw new Refusal('not-found', 'There is no such document.');
    const { name } = upload;
    await this.readers.page(request, response, 'document-sees.njk', {
      title: this.readers.speech(request).say('documents.who-can-see', { name }),
      name,
      bodies: list.bodies,
      own: list.own,
      chosen: upload.bodies,
      action: `/cases/${list.ref}/uploads/${id}/sees`,
      back: `/cases/${list.ref}/documents`,
    });
  }

  @Post('cases/:ref/uploads/:id/sees')
  async share(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Body() fields: FileFields,
  ) {
    await this.act(request, response, ref, (who) =>
      this.uploads.share(caseRef(ref), id, who, seenBy(fields)),
    );
  }

  @Post('cases/:ref/uploads/:id/release')
  async release(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('id') id: string,
  ) {
    await this.act(request, response, ref, (who) => this.uploads.release(caseRef(ref), id, who));
  }

  @Post('cases/:ref/uploads/:id/remove')
  async remove(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('id') id: string,
  ) {
    await this.act(request, response, ref, (who) => this.uploads.remove(caseRef(ref), id, who));
  }

  /** Never shown, only given away: on a path of its own, as a file, with nothing in it that could run. */
  @Get('files/:ref/:id')
  async file(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('id') id: string,
  ) {
    const { who } = await this.readers.signedIn(request);
    giveFile(response, await this.uploads.read(caseRef(typed), id, who));
  }

  private async act(
    request: Request,
    response: Response,
    ref: string,
    work: (who: Person) => Promise<void>,
  ): Promise<void> {
    const { who } = await this.readers.sender(request);
    await work(who);
    response.redirect(303, `/cases/${caseRef(ref)}/documents`);
  }

  private async form(
    request: Request,
    response: Response,
    ref: string,
    who: Person,
    refused?: string,
  ): Promise<void> {
    const wrong = refused === undefined ? undefined : refusalIn(this.readers.speech(request), refused);
    const list = await this.uploads.of(ref, who);
    await this.readers.page(
      request,
      response,
      'document-add.njk',
      {
        title: this.readers.speech(request).say('documents.add'),
        list,
        largest: LARGEST_MB,
        chosen: seenBy((request.body ?? {}) as FileFields),
        ...wrongAt('file', wrong),
        back: `/cases/${ref}/documents`,
      },
      wrong ? 422 : 200,
    );
  }
}
