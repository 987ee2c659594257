// The contacts of a case: an organisation's private notes on one side, what everyone in the case reads on the other.

import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ContactLog, contactNote } from '../contact-log';
import { Cases, jsonSchemaOf } from '../engine';
import { Drafts } from '../lodging';
import { Refusal } from '../platform';
import { answersIn, errorsAt, errorsIn, fieldsOf, typedFrom, type FieldError, type Typed } from './act-form';
import { caseRef } from './case-ref';
import { saidOf } from './case-page';
import { questionsOf } from './questions';
import { Readers, type Reader } from './reader';
import { safetyForStaff } from './safety';
import { StaffCases } from './staff-case';

const questions = questionsOf(jsonSchemaOf(contactNote));
const options = Object.fromEntries(questions.map(({ name, options: each = {} }) => [name, each]));
const NOTE = 'note-added';

@Controller('desk/cases/:ref/contacts')
export class ContactsController {
  constructor(
    private readonly log: ContactLog,
    private readonly cases: Cases,
    private readonly drafts: Drafts,
    private readonly staffCases: StaffCases,
    private readonly readers: Readers,
  ) {}

  @Get()
  async list(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Query('written') written?: string,
  ) {
    const reader = await this.readers.signedIn(request);
    const typed = (await this.drafts.about(reader.personId, aboutOf(caseRef(ref))))?.answers;
    const start = typedFrom(questions, { happenedOn: this.readers.today() });
    await this.show(request, response, reader, ref, typed ?? start, [], written !== undefined);
  }

  @Post()
  async write(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typedRef: string,
    @Body() { _csrf: _, ...typed }: Typed,
  ) {
    const ref = caseRef(typedRef);
    const reader = await this.readers.sender(request, { about: aboutOf(ref), answers: typed });
    const errors = errorsIn(questions, typed, this.readers.today());
    if (errors.length > 0) return this.show(request, response, reader, ref, typed, errors, false, 422);
    try {
      await this.log.write(ref, reader.who, answersIn(questions, typed));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      const found = errorsAt(questions, typed, error.pointers);
      return this.show(request, response, reader, ref, typed, found, false, 422);
    }
    await this.drafts.drop(reader.personId, aboutOf(ref));
    response.redirect(303, `/desk/cases/${ref}/contacts?written=1`);
  }

  private async show(
    request: Request,
    response: Response,
    reader: Reader,
    ref: string,
    typed: Typed,
    errors: FieldError[],
    written: boolean,
    status = 200,
  ): Promise<void> {
    const { view, page, head, safety } = await this.staffCases.of(reader, ref, 'contacts', 'contacts');
    const notes = await this.log.of(view.ref, reader.who);
    const shared = (await this.cases.timeline(view.ref, reader.who))
      .filter(({ type }) => type === NOTE)
      .reverse();
    await this.readers.page(
      request,
      response,
      'contacts.njk',
      {
        title: 'Contacts',
        head,
        safety: safety.map(safetyForStaff),
        view: page,
        notes: notes.map((note) => ({
          ...note,
          how: options.how?.[note.how],
          withWhom: options.withWhom?.[note.withWhom],
        })),
        shared: shared.map((entry) => ({
          ...entry,
          said: saidOf(view.route, view.routeVersion, NOTE, entry.data),
        })),
        mayShare: view.events.some(({ type }) => type === NOTE),
        fields: fieldsOf(questions, typed, errors),
        written,
        errors,
        back: `/desk/cases/${view.ref}`,
      },
      status,
    );
  }
}

const aboutOf = (ref: string): string => `${ref}/contact`;
