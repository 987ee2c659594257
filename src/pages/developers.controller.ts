// For whoever connects another system: how to begin, and the reference of the API.

import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { openApiDocument } from '../api';
import { CONFIG, type Config } from '../platform';
import { apiReference, type ApiDocument, type ApiReference } from './api-reference';
import { Readers } from './reader';

@Controller('developers')
export class DevelopersController {
  private reference: ApiReference | undefined;

  constructor(
    private readonly readers: Readers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async developers(@Req() request: Request, @Res() response: Response) {
    this.reference ??= apiReference(openApiDocument() as unknown as ApiDocument);
    await this.readers.page(request, response, 'developers.njk', {
      title: 'Connect another system',
      back: '/',
      root: this.config.baseUrl,
      ...this.reference,
    });
  }
}
