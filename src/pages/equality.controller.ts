// Equality questions, between sending and the confirmation: one at a time, each can be left out, and nothing is kept on
// the way. Where the reader goes on to is in the form alone.

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { answersTo, Equality, equalityIds, type EqualityQuestion } from '../equality';
import { quarterInWords } from '../reporting';
import type { Key, Speech } from './language';
import { Readers } from './reader';
import { localPath } from './ways';

type Posted = Partial<Record<EqualityQuestion, string>> & { to?: string; step?: string; go?: string };

@Controller()
export class EqualityController {
  constructor(
    private readonly equality: Equality,
    private readonly readers: Readers,
  ) {}

  /** What it is for, before anything is asked. */
  @Get('equality')
  async explain(@Req() request: Request, @Res() response: Response, @Query('to') to = '') {
    const { personId } = await this.readers.signedIn(request);
    if (await this.equality.wasAsked(personId)) return response.redirect(303, localPath(String(to)));
    await this.readers.page(request, response, 'equality.njk', {
      title: this.readers.speech(request).say('equality.title', { n: equalityIds.length }),
      to: localPath(String(to)),
    });
  }

  @Post('equality')
  async answer(@Req() request: Request, @Res() response: Response, @Body() posted: Posted) {
    const { personId } = await this.readers.sender(request);
    const to = localPath(String(posted.to ?? ''));
    const answered = equalityIds.filter((id) => typeof posted[id] === 'string');
    const step = Math.min(Math.max(Number(posted.step ?? 0) || 0, 0), equalityIds.length);
    if (posted.go === 'skip') await this.equality.count(personId, {});
    else if (step === equalityIds.length) await this.equality.count(personId, posted);
    else
      return this.ask(
        request,
        response,
        step,
        to,
        answered.map((id) => [id, String(posted[id])]),
      );
    response.redirect(303, to);
  }

  @Get('dashboard/equality')
  async figures(@Req() request: Request, @Res() response: Response) {
    const speech = this.readers.speech(request);
    const { quarter, questions } = await this.equality.published();
    await this.readers.page(request, response, 'equality-figures.njk', {
      title: speech.say('equality.figures'),
      back: '/dashboard/data',
      quarter: quarterInWords(quarter),
      questions: questions.map(({ question, answers }) => ({
        title: labelOf(question, speech),
        answers: answers.map(({ answer, value }) => ({ title: wordOf(question, answer, speech), value })),
      })),
    });
  }

  private ask(request: Request, response: Response, step: number, to: string, given: [string, string][]) {
    const id = equalityIds[step] as EqualityQuestion;
    const speech = this.readers.speech(request);
    return this.readers.page(request, response, 'equality-question.njk', {
      title: labelOf(id, speech),
      caption: speech.say('question.progress', { n: step + 1, about: equalityIds.length }),
      question: {
        name: id,
        label: labelOf(id, speech),
        control: 'radios',
        options: Object.fromEntries(answersTo(id).map((answer) => [answer, wordOf(id, answer, speech)])),
        optional: true,
      },
      given,
      next: step + 1,
      to,
    });
  }
}

const labelOf = (question: EqualityQuestion, { say }: Speech): string => say(`equality.${question}` as Key);

const wordOf = (question: EqualityQuestion, answer: string, { say }: Speech): string =>
  say((answer === 'unsaid' ? 'equality.unsaid' : `equality.${question}.${answer}`) as Key);
