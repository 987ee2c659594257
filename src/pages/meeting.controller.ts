// Arranging a meeting: the desk's page for who plans it and for the bodies that are asked, and the family's own page.

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Cases, jsonSchemaOf } from '../engine';
import { ContactSafeties, Drafts } from '../lodging';
import { answerTo, mayArrange, Meetings, proposal, type MeetingView } from '../meetings';
import { Refusal } from '../platform';
import { answersIn, changed, errorsAt, errorsIn, fieldsOf, type FieldError, type Typed } from './act-form';
import { caseRef } from './case-ref';
import { casePage } from './case-page';
import { questionsOf, type Question } from './questions';
import { Readers, type Reader } from './reader';
import { needsInWords, safetyForStaff } from './safety';
import { StaffCases } from './staff-case';
import { inWords } from './views';

type Form = 'ask' | 'answer' | 'choose';

interface Shown {
  form?: Form;
  typed?: Typed;
  errors?: FieldError[];
}

const proposalQuestions = questionsOf(jsonSchemaOf(proposal));

@Controller()
export class MeetingController {
  constructor(
    private readonly meetings: Meetings,
    private readonly cases: Cases,
    private readonly drafts: Drafts,
    private readonly staffCases: StaffCases,
    private readonly safeties: ContactSafeties,
    private readonly readers: Readers,
  ) {}

  @Get('desk/cases/:ref/meeting')
  async desk(@Req() request: Request, @Res() response: Response, @Param('ref') ref: string) {
    const reader = await this.readers.signedIn(request);
    const typed = (await this.drafts.about(reader.personId, aboutOf(caseRef(ref))))?.answers;
    await this.show(request, response, reader, ref, typed ? { form: 'ask', typed } : {});
  }

  @Get('cases/:ref/meeting')
  async family(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const reader = await this.readers.signedIn(request);
    const ref = caseRef(typed);
    if (await this.staffCases.isStaff(ref, reader))
      return response.redirect(303, `/desk/cases/${ref}/meeting`);
    await this.show(request, response, reader, ref, {});
  }

  @Post(['desk/cases/:ref/meeting/:form', 'cases/:ref/meeting/:form'])
  async send(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typedRef: string,
    @Param('form') named: string,
    @Body() { _csrf: _, go, ...sent }: Typed,
  ) {
    const ref = caseRef(typedRef);
    const form = named as Form;
    const typed = changed(sent, typeof go === 'string' ? go : '');
    const reader =
      form === 'ask'
        ? await this.readers.sender(request, { about: aboutOf(ref), answers: typed })
        : await this.readers.sender(request);
    if (form === 'ask' && typeof go === 'string' && go !== 'send')
      return this.show(request, response, reader, ref, { form, typed });
    const view = await this.cases.view(ref, reader.who, 'meeting');
    const meeting = await this.meetings.of(view, reader.who);
    const questions = form === 'ask' ? proposalQuestions : meeting?.own ? answerQuestions(meeting) : [];
    const errors = form === 'choose' ? [] : errorsIn(questions, typed, this.readers.today());
    if (errors.length > 0) return this.show(request, response, reader, ref, { form, typed, errors }, 422);
    try {
      if (form === 'ask') {
        await this.meetings.ask(view, reader.who, answersIn(questions, typed));
        await this.drafts.drop(reader.personId, aboutOf(ref));
      } else if (form === 'answer') {
        await this.meetings.answer(view, reader.who, answersIn(questions, typed));
      } else if (form === 'choose') {
        const { version } = await this.meetings.choose(view, reader.who, String(typed.slot ?? ''));
        return response.redirect(303, `/desk/cases/${ref}/sent/${version}`);
      } else throw new Refusal('not-found', 'There is no such page.');
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      const found =
        form === 'choose'
          ? [{ text: error.detail, name: 'slot', field: 'slot-1' }]
          : errorsAt(questions, typed, error.pointers);
      return this.show(request, response, reader, ref, { form, typed, errors: found }, 422);
    }
    response.redirect(303, request.path.replace(/\/[^/]+$/, ''));
  }

  private async show(
    request: Request,
    response: Response,
    reader: Reader,
    ref: string,
    { form, typed = {}, errors = [] }: Shown,
    status = 200,
  ): Promise<void> {
    const isStaff = await this.staffCases.isStaff(ref, reader);
    const staff = isStaff ? await this.staffCases.of(reader, ref, 'meeting', 'meeting') : undefined;
    const view = staff?.view ?? (await this.cases.view(ref, reader.who, 'meeting'));
    const meeting = await this.meetings.of(view, reader.who);
    const asking = staff !== undefined && mayArrange(view);
    const fieldsFor = (which: Form, questions: Question[], known: Typed) =>
      fieldsOf(questions, form === which ? typed : known, form === which ? errors : []);
    await this.readers.page(
      request,
      response,
      staff ? 'meeting.njk' : 'meeting-family.njk',
      {
        title: staff ? 'Meeting' : 'Choose times for the meeting',
        ...(staff ? { head: staff.head, safety: staff.safety.map(safetyForStaff) } : {}),
        view: staff?.page ?? casePage(view),
        meeting: meeting && shown(meeting),
        ...(asking ? { ask: fieldsFor('ask', proposalQuestions, {}) } : {}),
        ...(meeting?.own && meeting.status === 'asked'
          ? { answer: fieldsFor('answer', answerQuestions(meeting), await this.known(meeting, reader)) }
          : {}),
        canChoose: asking && meeting?.plans === true && meeting.status === 'asked',
        chooseError: form === 'choose' ? errors[0]?.text : undefined,
        slot: form === 'choose' ? typed.slot : undefined,
        action: `${isStaff ? '/desk' : ''}/cases/${view.ref}/meeting`,
        errors,
        back: `${isStaff ? '/desk' : ''}/cases/${view.ref}`,
      },
      status,
    );
  }

  /** What the side of the reader said before, to be changed; of a family that has not answered, what it needs everywhere. */
  private async known(meeting: MeetingView, { personId }: Reader): Promise<Typed> {
    const known = answered(meeting);
    if (meeting.own !== 'family' || Object.keys(known).length > 0) return known;
    const needs = needsInWords((await this.safeties.of(personId)) ?? {});
    return needs ? { needs } : {};
  }
}

const aboutOf = (ref: string): string => `${ref}/meeting`;

const slotInWords = ({ day, from }: { day: string; from: string }): string => `${inWords(day)}, ${from}`;

/** The questions of the reader's side, with the times in words. */
function answerQuestions({ slots, own }: MeetingView): Question[] {
  return questionsOf(jsonSchemaOf(answerTo(slots, own === 'family'))).map((question) =>
    question.name === 'works'
      ? { ...question, options: Object.fromEntries(slots.map((slot) => [slot.key, slotInWords(slot)])) }
      : question,
  );
}

/** What the reader's side said before, to be changed. */
function answered({ sides, own }: MeetingView): Typed {
  const side = sides.find(({ body }) => body === own);
  return side?.answered
    ? {
        works: side.works,
        attendees: side.attendees,
        authority: side.authority ? 'yes' : 'no',
        needs: side.needs,
      }
    : {};
}

function shown(meeting: MeetingView) {
  const VENUES: Record<string, string> = { online: 'online', 'in-person': 'in person', phone: 'by phone' };
  return {
    ...meeting,
    venue: VENUES[meeting.venue] ?? meeting.venue,
    slots: meeting.slots.map((slot) => ({
      ...slot,
      words: slotInWords(slot),
      answers: meeting.sides.map((side) => ({
        name: side.name,
        said: !side.answered ? 'No answer yet' : side.works.includes(slot.key) ? 'Yes' : 'No',
        authority: side.works.includes(slot.key) && side.authority,
      })),
    })),
    ...(meeting.chosen ? { chosenWords: slotInWords(meeting.chosen) } : {}),
    ownAnswered: meeting.sides.some(({ body, answered: done }) => body === meeting.own && done),
  };
}
