// A case as its staff see it: whose turn, by when, what they can do, and what each choice would start.

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Approvals } from '../approvals';
import { Cases, Previews } from '../engine';
import { Drafts } from '../lodging';
import { Undelivered } from '../messages';
import { mayReadBrief } from '../reporting';
import { noticesOf, waitingNotices } from './notices';
import { questionsOf } from './questions';
import { Readers } from './reader';
import { safetyForStaff } from './safety';
import { StaffCases } from './staff-case';
import { changesSomething, choicesOf } from './what-follows';

@Controller('desk/cases/:ref')
export class DeskCaseController {
  constructor(
    private readonly cases: Cases,
    private readonly previews: Previews,
    private readonly drafts: Drafts,
    private readonly undelivered: Undelivered,
    private readonly approvals: Approvals,
    private readonly staffCases: StaffCases,
    private readonly readers: Readers,
  ) {}

  @Get()
  async view(@Req() request: Request, @Res() response: Response, @Param('ref') ref: string) {
    const { reader, view, page, safety, head } = await this.staffCases.open(request, ref, 'overview', 'case');
    const latest = (await this.cases.timeline(view.ref, reader.who)).slice(-3).reverse();
    const drafts = await this.drafts.actsOf(reader.personId, view.ref);
    await this.readers.page(request, response, 'desk-case.njk', {
      title: view.routeTitle,
      head,
      view: page,
      latest,
      drafts: drafts.flatMap((draft) => {
        const event = view.events.find(({ type }) => type === draft.act);
        return event ? [{ ...draft, title: event.title }] : [];
      }),
      approvals: await this.approvals.of(view.ref, reader.who),
      brief: mayReadBrief(view),
      safety: safety.map(safetyForStaff),
      notices: waitingNotices(noticesOf(view, await this.undelivered.ofCase(view.ref), reader.personId)),
      back: '/desk',
    });
  }

  /** Before anything is chosen: the clocks that each choice starts, if it were made today. */
  @Get('choices')
  async choices(@Req() request: Request, @Res() response: Response, @Param('ref') ref: string) {
    const { reader, view, page, head } = await this.staffCases.open(request, ref, 'overview', 'choices');
    const situation = await this.previews.of(view.ref, reader.who);
    const choices = choicesOf(situation, view.events, (event) => questionsOf(event.data));
    const changing = choices.filter((choice) => changesSomething(choice, view.stage.id));
    await this.readers.page(request, response, 'desk-choices.njk', {
      title: 'What each choice starts',
      head,
      view: page,
      choices: changing,
      quiet: [...new Set(choices.filter((each) => !changing.includes(each)).map(({ title }) => title))],
      back: `/desk/cases/${view.ref}`,
    });
  }
}
