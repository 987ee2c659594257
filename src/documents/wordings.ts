// The wording of an organisation's papers: checked when it is saved, and found again as it was on any day.

import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { PaperKind } from '../../workflows/kit';
import { readTemplate, TemplateError, type TemplateText } from '../papers';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { defaultWordings, placeholdersOf } from './default-wordings';
import { PaperWording } from './entities';

export interface Wording {
  /** 0: the one that comes with Recourse. */
  number: number;
  source: string;
  template: TemplateText;
}

@Injectable()
export class Wordings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal that says what is wrong with the text */
  checked(kind: PaperKind, source: string): TemplateText {
    try {
      return readTemplate(source, placeholdersOf[kind]);
    } catch (error) {
      if (error instanceof TemplateError)
        throw new Refusal('invalid-data', error.message, [{ pointer: '/text', detail: error.message }]);
      throw error;
    }
  }

  /** For papers of acts from now on; nothing as text goes back to the default. Gives the number of the new wording. */
  async save(
    manager: EntityManager,
    organisationId: string,
    kind: PaperKind,
    text: string | null,
  ): Promise<number> {
    if (text !== null) this.checked(kind, text);
    const [latest] = await manager.find(PaperWording, {
      where: { organisationId, kind },
      order: { number: 'DESC' },
      take: 1,
    });
    const number = (latest?.number ?? 0) + 1;
    await manager.insert(PaperWording, { organisationId, kind, number, text, savedAt: this.clock.instant() });
    return number;
  }

  /** `at`: the instant of the act, ISO 8601 UTC. */
  async inForce(organisationId: string, kind: PaperKind, at: string): Promise<Wording> {
    const [row] = await this.db.read.find(PaperWording, {
      where: { organisationId, kind, savedAt: LessThanOrEqual(at) },
      order: { number: 'DESC' },
      take: 1,
    });
    const source = row?.text ?? defaultWordings[kind];
    return { number: row?.text == null ? 0 : row.number, source, template: this.checked(kind, source) };
  }
}
