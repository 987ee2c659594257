// The documents of a case: what there is, who can open it, and how to show that a copy is real.

import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Bundles, Documents, type CaseDocument } from '../documents';
import { CasePeople } from '../engine';
import { Refusal } from '../platform';
import { Uploads } from '../uploads';
import { addedDocuments } from './added-documents';
import { bundlePage, wishOf, type PostedBundle } from './bundle-form';
import { caseRef } from './case-ref';
import { Readers } from './reader';
import { StaffCases } from './staff-case';

const KINDS: Record<string, string> = {
  pdf: 'PDF',
  docx: 'Word',
  txt: 'plain text',
  ics: 'calendar',
  json: 'a file for a computer',
};

@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: Documents,
    private readonly bundles: Bundles,
    private readonly uploads: Uploads,
    private readonly people: CasePeople,
    private readonly readers: Readers,
    private readonly staffCases: StaffCases,
  ) {}

  @Get('cases/:ref/documents')
  async list(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const reader = await this.readers.signedIn(request);
    const { who } = reader;
    const ref = caseRef(typed);
    const found = await this.documents.of(ref, who);
    const { organisations } = await this.people.of(ref, who);
    await this.readers.page(request, response, 'documents.njk', {
      title: 'Documents',
      ref,
      head: await this.staffCases.headOf(reader, ref, 'documents'),
      added: addedDocuments(await this.uploads.of(ref, who)),
      letters: papersOf(found.filter(({ from }) => from !== undefined)),
      whole: found
        .filter(({ from }) => from === undefined)
        .map((each) => ({ ...each, kind: kindOf(each.name) })),
      readers: organisations.map(({ name }) => name),
      back: `/cases/${ref}`,
    });
  }

  @Get('cases/:ref/documents/hashes')
  async hashes(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const { who } = await this.readers.signedIn(request);
    const ref = caseRef(typed);
    const rows: { title: string; name: string; hash: string }[] = [];
    for (const { name, title } of await this.documents.of(ref, who)) {
      if (!name.endsWith('.pdf')) continue;
      rows.push({ title, name, hash: (await this.documents.read(ref, name, who)).hash });
    }
    await this.readers.page(request, response, 'document-hashes.njk', {
      title: 'Show that a copy is real',
      rows,
      back: `/cases/${ref}/documents`,
    });
  }

  @Get('cases/:ref/bundle')
  async chooseBundle(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    await this.showBundle(request, response, caseRef(typed));
  }

  @Post('cases/:ref/bundle')
  @HttpCode(200)
  async makeBundle(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Body() posted: PostedBundle,
  ) {
    const { who } = await this.readers.sender(request);
    const ref = caseRef(typed);
    try {
      const { choices } = await this.bundles.choices(ref, who);
      const content = await this.bundles.make(ref, wishOf(posted, choices), who);
      send(response, 'application/pdf', `${ref}-bundle.pdf`, content);
    } catch (error) {
      if (!(error instanceof Refusal) || error.pointers.length === 0) throw error;
      await this.showBundle(request, response, ref, posted, error);
    }
  }

  private async showBundle(
    request: Request,
    response: Response,
    ref: string,
    posted?: PostedBundle,
    refused?: Refusal,
  ) {
    const { who } = await this.readers.signedIn(request);
    const offer = await this.bundles.choices(ref, who);
    const context = {
      title: 'Make a bundle',
      ref,
      ...bundlePage(offer, posted, refused?.pointers),
      back: `/cases/${ref}/documents`,
    };
    await this.readers.page(request, response, 'bundle.njk', context, refused ? refused.status : 200);
  }

  @Get('cases/:ref/documents/:name')
  async download(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('name') name: string,
  ) {
    const { who } = await this.readers.signedIn(request);
    const ref = caseRef(typed);
    const { type, content } = await this.documents.read(ref, name, who);
    send(response, type, `${ref}-${name}`, content);
  }
}

const send = (response: Response, type: string, name: string, content: Buffer | string): Response =>
  response
    .set({
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
      'Content-Disposition': `attachment; filename="${name}"`,
    })
    .type(type)
    .send(content);

const kindOf = (name: string): string => KINDS[name.slice(name.lastIndexOf('.') + 1)] ?? '';

/** One paper with all its files. */
function papersOf(found: CaseDocument[]) {
  const papers = new Map<string, CaseDocument & { files: { name: string; kind: string }[] }>();
  for (const each of found) {
    const id = each.name.replace(/\.\w+$/, '');
    const paper = papers.get(id) ?? { ...each, files: [] };
    paper.files.push({ name: each.name, kind: kindOf(each.name) });
    papers.set(id, paper);
  }
  return [...papers.values()];
}
