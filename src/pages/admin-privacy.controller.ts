// How long data is kept and what is due to go, who must not lose it yet, and people who asked to be erased.

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Operators } from '../access';
import { CaseRecords } from '../engine';
import { Db } from '../persistence';
import { Clock, readCaseRef, Refusal } from '../platform';
import { ErasureRequests, Holds, Retention, retentionClasses } from '../privacy';
import { byField, trimmed, type PageError } from './admin-form';
import { Readers, type Reader } from './reader';

const HERE = '/admin/privacy';
const LONGEST = 300;

interface Typed {
  ref?: string;
  why?: string;
  id?: string;
}

interface Wrong {
  errors: PageError[];
  typed: Typed;
}

@Controller('admin/privacy')
export class AdminPrivacyController {
  constructor(
    private readonly db: Db,
    private readonly retention: Retention,
    private readonly holds: Holds,
    private readonly requests: ErasureRequests,
    private readonly records: CaseRecords,
    private readonly operators: Operators,
    private readonly readers: Readers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async privacy(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    await this.show(request, response);
  }

  /** Erases what the page has listed as due; there is no way back. */
  @Post('retention')
  async run(@Req() request: Request, @Res() response: Response) {
    const reader = await this.readers.provenOperator(request, response, HERE);
    if (!reader) return;
    const done = await this.retention.run();
    const counts = done.filter(({ due }) => due > 0).map(({ id, due }) => `${id}: ${due}`);
    await this.record(reader, `erased what was due, ${counts.join(', ') || 'which was nothing'}`);
    response.redirect(303, HERE);
  }

  @Post('holds')
  async hold(@Req() request: Request, @Res() response: Response, @Body() typed: Typed) {
    const { personId } = await this.readers.operator(request, true);
    const why = trimmed(typed.why);
    const ref = readCaseRef(trimmed(typed.ref));
    const disputeId = ref && (await this.records.disputeOf(ref));
    const errors = [
      ...(disputeId ? [] : [{ field: 'ref', text: 'Enter the reference of a case, like RC-7F3K-Q2MW-9XC' }]),
      ...(why && why.length <= LONGEST
        ? []
        : [{ field: 'why', text: `Say why in 1 to ${LONGEST} letters, without personal detail` }]),
    ];
    if (!disputeId || errors.length > 0) return this.show(request, response, { errors, typed });
    await this.db.tx(async (m) => {
      const id = await this.holds.place(disputeId, why);
      await this.operators.record(m, personId, `placed the legal hold ${id}`);
    });
    response.redirect(303, HERE);
  }

  @Post('holds/lift')
  async lift(@Req() request: Request, @Res() response: Response, @Body() { id }: Typed) {
    const reader = await this.readers.provenOperator(request, response, HERE);
    if (!reader) return;
    await this.db.tx(async (m) => {
      if (!(await this.holds.lift(trimmed(id))))
        throw new Refusal('not-found', 'There is no such legal hold.');
      await this.operators.record(m, reader.personId, `lifted the legal hold ${trimmed(id)}`);
    });
    response.redirect(303, HERE);
  }

  @Post('erasure')
  async erase(@Req() request: Request, @Res() response: Response, @Body() { id }: Typed) {
    const reader = await this.readers.provenOperator(request, response, HERE);
    if (!reader) return;
    try {
      await this.requests.carryOut(trimmed(id));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.show(request, response, {
        errors: [{ field: `erase-${trimmed(id)}`, text: error.detail }],
        typed: {},
      });
    }
    await this.record(reader, `carried out the request ${trimmed(id)} to be erased`);
    response.redirect(303, HERE);
  }

  @Post('erasure/refuse')
  async refuse(@Req() request: Request, @Res() response: Response, @Body() typed: Typed) {
    const reader = await this.readers.provenOperator(request, response, HERE);
    if (!reader) return;
    const id = trimmed(typed.id);
    const why = trimmed(typed.why);
    if (why === '')
      return this.show(request, response, {
        errors: [{ field: `why-${id}`, text: 'Say why not, in plain words: the person reads it' }],
        typed: {},
      });
    await this.requests.refuse(id, why);
    await this.record(reader, `refused the request ${id} to be erased`);
    response.redirect(303, HERE);
  }

  private record({ personId }: Reader, what: string): Promise<void> {
    return this.db.tx((m) => this.operators.record(m, personId, what));
  }

  private async show(request: Request, response: Response, wrong?: Wrong): Promise<void> {
    const today = this.clock.today();
    const preview = await this.retention.preview();
    await this.readers.page(
      request,
      response,
      'admin/privacy.njk',
      {
        title: 'Privacy: what is kept, and what goes',
        back: '/admin',
        classes: preview.map((each) => ({ ...each, ...retentionClasses[each.id], days: each.days })),
        due: preview.some(({ due }) => due > 0),
        holds: await this.holds.standing(),
        requests: (await this.requests.waiting()).map(({ id, askedAt, dueOn }) => ({
          id,
          askedAt,
          dueOn,
          late: dueOn < today,
        })),
        ...wrong,
        at: byField(wrong?.errors),
      },
      wrong ? 422 : 200,
    );
  }
}
