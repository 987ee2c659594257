// Handing cases over to a colleague, and saying who stands in for somebody who is away.

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { People } from '../access';
import { Caseload, reasons } from '../caseload';
import { CaseLists } from '../engine';
import { Refusal } from '../platform';
import type { FieldError, Typed } from './act-form';
import { several } from './posted';
import { valueOf, type Question } from './questions';
import { forStaff } from './staff-words';
import { Readers, type Reader } from './reader';

const day = (name: string, label: string): Question => ({ name, label, control: 'date', optional: false });
const DAYS = [day('fromDay', 'First day away'), day('toDay', 'Last day away')];

@Controller('desk/handover')
export class HandoverController {
  constructor(
    private readonly caseload: Caseload,
    private readonly lists: CaseLists,
    private readonly people: People,
    private readonly readers: Readers,
  ) {}

  @Get()
  async page(@Req() request: Request, @Res() response: Response, @Query('done') done?: string) {
    await this.show(request, response, await this.readers.signedIn(request), {}, [], done);
  }

  @Post()
  async handOver(@Req() request: Request, @Res() response: Response, @Body() body: Typed) {
    const reader = await this.readers.sender(request);
    const refs = several(body.cases);
    try {
      const count = await this.caseload.handOver(
        refs,
        String(body.to ?? ''),
        String(body.reason ?? ''),
        reader.who,
      );
      response.redirect(303, `/desk/handover?done=${count}`);
    } catch (error) {
      await this.refused(request, response, reader, body, error);
    }
  }

  @Post('absence')
  async absence(@Req() request: Request, @Res() response: Response, @Body() body: Typed) {
    const reader = await this.readers.sender(request);
    const [from, to] = DAYS.map((each) => valueOf(each, body[each.name]));
    const [organisationId = '', personId = ''] = String(body.personId ?? '').split('/');
    try {
      await this.caseload.noteAbsence(
        organisationId,
        {
          personId,
          coverId: String(body.coverId ?? ''),
          fromDay: String(from ?? ''),
          toDay: String(to ?? ''),
        },
        reader.who,
      );
      response.redirect(303, '/desk/handover');
    } catch (error) {
      await this.refused(request, response, reader, body, error);
    }
  }

  @Post('absence/end')
  async end(@Req() request: Request, @Res() response: Response, @Body('absence') id = '') {
    const { personId } = await this.readers.sender(request);
    await this.caseload.endAbsence(String(id), await this.organisationsOf(personId));
    response.redirect(303, '/desk/handover');
  }

  private async refused(
    request: Request,
    response: Response,
    reader: Reader,
    body: Typed,
    error: unknown,
  ): Promise<void> {
    if (!(error instanceof Refusal) || error.status === 404) throw error;
    const errors = error.pointers.map(({ pointer, detail }) => {
      const name = pointer.slice(1);
      return { text: detail, name, field: FIELDS[name] ?? name };
    });
    await this.show(request, response, reader, body, errors, undefined, 422);
  }

  private async show(
    request: Request,
    response: Response,
    { who, places }: Reader,
    typed: Typed,
    errors: FieldError[],
    done?: string,
    status = 200,
  ): Promise<void> {
    const organisations = places.map(({ organisationId }) => organisationId);
    const { items } = await this.lists.worklist({ limit: 100 }, who, places);
    const leads = await this.caseload.leadsOf(
      organisations,
      items.map(({ ref }) => ref),
    );
    const names = await this.people.namesOf([...leads.values()]);
    const colleagues = (
      await Promise.all(
        organisations.map(async (organisationId) =>
          (await this.people.staffOf(organisationId)).map((each) => ({ ...each, organisationId })),
        ),
      )
    ).flat();
    await this.readers.page(
      request,
      response,
      'handover.njk',
      {
        title: 'Handover and absence',
        items: items.map((item) => ({
          ...item,
          stage: forStaff(item.stage),
          lead: names.get(leads.get(item.ref) ?? ''),
        })),
        colleagues,
        reasons,
        days: DAYS,
        typed: { ...typed, cases: several(typed.cases) },
        errorOf: Object.fromEntries(errors.map(({ name, text }) => [name, text])),
        errors,
        absences: await this.caseload.absencesOf(organisations),
        done: /^\d+$/.test(done ?? '') ? Number(done) : undefined,
        back: '/desk',
      },
      status,
    );
  }

  private async organisationsOf(personId: string): Promise<string[]> {
    return (await this.people.memberships(personId)).map(({ organisationId }) => organisationId);
  }
}

/** The first box of a question, where its id is not its name. */
const FIELDS: Record<string, string> = {
  cases: 'case-1',
  fromDay: 'fromDay-day',
  toDay: 'toDay-day',
};
