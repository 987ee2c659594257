// What people see when something is refused or goes wrong: plain words, what to do next, and never what was inside.

import {
  Catch,
  HttpException,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { answerWith, markFault, problemOf } from '../api';
import { databaseIs } from '../persistence';
import { Refusal } from '../platform';
import { OpenAgain, Readers, wayBack } from './reader';

@Catch()
export class ErrorPages implements ExceptionFilter {
  constructor(private readonly readers: Readers) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = problemOf(error);
    if (request.path.startsWith('/api/') || request.path.startsWith('/health')) {
      answerWith(problem, error, request, response);
      return;
    }
    markFault(problem, error, request, response);
    if (error instanceof Refusal && error.type === 'not-signed-in') {
      const next = (await this.readers.half(request)) ? '/sign-in/second' : '/sign-in';
      response.redirect(303, `${next}?to=${encodeURIComponent(wayBack(request))}`);
      return;
    }
    if (error instanceof OpenAgain) {
      response.redirect(303, error.path);
      return;
    }
    const missing = problem.status === 404 || error instanceof NotFoundException;
    const ours = error instanceof Refusal || error instanceof HttpException;
    const page = {
      title: missing
        ? 'Page not found'
        : ours
          ? 'That did not work'
          : 'Sorry, there is a problem with the service',
      lines: missing
        ? ['Check the address, or go back to the start.', 'If it is about a case, you may have to sign in.']
        : ours
          ? [problem.detail]
          : ['Nothing was changed. Try again in a few minutes.'],
      back: '/',
    };
    if (databaseIs(error)) {
      const lines = [
        'We cannot reach your case just now. Nothing was changed.',
        'Try again in a few minutes.',
      ];
      const title = 'Sorry, the service is not available';
      return this.readers.bare(response, 'text.njk', { ...page, title, lines }, problem.status);
    }
    await this.readers.page(request, response, 'text.njk', page, missing ? 404 : problem.status);
  }
}
