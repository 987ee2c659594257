// The law over HTTP, for anybody: triage, dates, routes and rules. Nothing is stored.

import { Body, Controller, Get, HttpCode, Post, UseFilters } from '@nestjs/common';
import { z } from 'zod';
import { listRoutes } from '../../workflows';
import { explainUntyped, listRules, RuleInputError } from '../../workflows/law';
import { triageUntyped } from '../../workflows/triage';
import { Refusal } from '../platform';
import { openApiDocument } from './openapi';
import { ProblemFilter } from './problems';
import { deadlineRequest, read } from './requests';

@Controller('api')
@UseFilters(ProblemFilter)
export class LawController {
  @Post('v1/triage')
  @HttpCode(200)
  triage(@Body() facts: unknown) {
    try {
      return triageUntyped(facts);
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      throw new Refusal(
        'invalid-data',
        'Some facts cannot be right.',
        error.issues.map(({ path, message }) => ({
          pointer: `/${path.map(String).join('/')}`,
          detail: message,
        })),
      );
    }
  }

  @Post('v1/deadlines')
  @HttpCode(200)
  deadline(@Body() body: unknown) {
    const { rule, inputs } = read(deadlineRequest, body);
    try {
      return explainUntyped(rule, inputs);
    } catch (error) {
      if (!(error instanceof RuleInputError)) throw error;
      throw new Refusal('invalid-data', error.message);
    }
  }

  @Get('v1/routes')
  routes() {
    return listRoutes();
  }

  @Get('v1/rules')
  rules() {
    return listRules();
  }

  @Get('openapi.json')
  openapi() {
    return openApiDocument();
  }
}
