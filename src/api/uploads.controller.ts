// Documents that people add to a case, over HTTP.

import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import contentDisposition from 'content-disposition';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Who } from '../engine';
import { Intake, Uploads } from '../uploads';
import { Bearer, Holder, Needs } from './bearer';
import { ProblemFilter } from './problems';
import { read, reference, shareUpload } from './requests';

type Person = Who & { kind: 'person' };

const multipartSees = z.object({ sees: z.union([z.string(), z.array(z.string())]).default([]) });

@Controller('api/v1/cases/:ref/uploads')
@UseGuards(Bearer)
@UseFilters(ProblemFilter)
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly intake: Intake,
  ) {}

  @Get()
  @Needs('cases:read')
  list(@Param('ref') ref: string, @Holder() who: Person) {
    return this.uploads.of(reference(ref), who);
  }

  @Post()
  @Needs('cases:write')
  async add(
    @Param('ref') typed: string,
    @Holder() who: Person,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const ref = reference(typed);
    await this.uploads.mayAdd(ref, who);
    const received = await this.intake.take(request, response);
    try {
      const { sees } = read(multipartSees, { ...(request.body as object) });
      const id = await this.uploads.add(ref, who, received, [sees].flat());
      response.setHeader('Location', `/api/v1/cases/${ref}/uploads/${id}`);
      return (await this.uploads.of(ref, who)).uploads.find((each) => each.id === id);
    } finally {
      await received.forget();
    }
  }

  @Get(':id')
  @Needs('cases:read')
  async content(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Holder() who: Person,
    @Res() response: Response,
  ) {
    const { name, type, content } = await this.uploads.read(reference(ref), id, who);
    response
      .set({
        'Cache-Control': 'private, no-store',
        'Content-Disposition': contentDisposition(name),
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'Content-Type': type,
      })
      .end(content);
  }

  @Put(':id/sees')
  @HttpCode(204)
  @Needs('cases:write')
  async share(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Holder() who: Person,
  ) {
    await this.uploads.share(reference(ref), id, who, read(shareUpload, body).bodies);
  }

  @Post(':id/release')
  @HttpCode(204)
  @Needs('cases:write')
  async release(@Param('ref') ref: string, @Param('id') id: string, @Holder() who: Person) {
    await this.uploads.release(reference(ref), id, who);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('cases:write')
  async remove(@Param('ref') ref: string, @Param('id') id: string, @Holder() who: Person) {
    await this.uploads.remove(reference(ref), id, who);
  }
}
