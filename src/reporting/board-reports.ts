// The quarterly report to the board of an ICB, and to the director of a council: counted and frozen with the published
// figures of the quarter, so that it reads the same in a year; the executive's own words are added, and none is lost.

import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import type { PartyId } from '../../workflows/kit';
import { isWhole, People } from '../access';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { Vault } from '../vault';
import type { BoardCounts } from './board-counts';
import type { QuarterCounts, TimedCounts } from './counts';
import { BoardNarrative, BoardReport, Publication, type BoardContent, type TimedNumbers } from './entities';
import type { PublishedBody } from './measures';
import { patternsIn, type Pattern } from './patterns';

/** Who answers for a body to its board, and may read what it is told. */
const READERS: PartyId[] = [
  'ICB executive lead',
  'ICB chief executive',
  "director of children's services",
  'council chief executive',
];
/** Who words it. */
const WRITERS: PartyId[] = ['ICB executive lead', "director of children's services"];

const PATTERN_QUARTERS = 4;
const LONGEST_NARRATIVE = 10_000;
/** After every instant that is written down. */
const LATEST = '9999';

export interface BoardReportView {
  organisation: { id: string; name: string; body: PublishedBody };
  quarter: string;
  from: string;
  to: string;
  cutOff: string;
  builtAt: string;
  content: BoardContent;
  /** The quarter before, where there is one. */
  before?: BoardContent;
  patterns: Pattern[];
  narrative?: { text: string; writtenAt: string; number: number };
  mayWrite: boolean;
  /** Every quarter there is, latest first. */
  quarters: string[];
}

export interface KeptDuties {
  quarter: string;
  due: number;
  onTime: number;
}

@Injectable()
export class BoardReports {
  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Freezes the counts of a quarter for these organisations, in the transaction that publishes it. */
  async freeze(
    m: EntityManager,
    quarter: string,
    organisationIds: string[],
    counts: QuarterCounts,
    board: BoardCounts,
  ): Promise<void> {
    for (const organisationId of organisationIds) {
      const numbers = (of: TimedCounts | undefined): TimedNumbers => ({
        due: of?.parts.due.count ?? 0,
        onTime: of?.parts['on-time'].count ?? 0,
        doneLate: of?.parts['done-late'].count ?? 0,
        notDone: of?.parts['not-done'].count ?? 0,
      });
      const content: BoardContent = {
        escalations: board.escalations.get(organisationId) ?? {
          received: 0,
          decided: 0,
          decidedInTime: 0,
          waiting: 0,
        },
        promises: numbers(counts.timed.promises.get(organisationId)),
        duties: numbers(counts.timed.duties.get(organisationId)),
        causes: board.duties.get(organisationId) ?? [],
      };
      await m.insert(BoardReport, { organisationId, quarter, content: content as never });
    }
  }

  /**
   * The report of a quarter, the latest where none is named, of the body the reader answers for. `asAt`: with the words
   * that the executive had written by then; the numbers never change.
   * @throws Refusal as for a report that does not exist, for everybody else
   */
  async read(
    personId: string,
    {
      quarter,
      organisation: wanted,
      asAt = LATEST,
    }: { quarter?: string; organisation?: string; asAt?: string } = {},
  ): Promise<BoardReportView> {
    const { organisation, parties } = await this.placeOf(personId, READERS, wanted);
    const frozen = await this.db.read.find(BoardReport, {
      where: { organisationId: organisation.id },
      order: { quarter: 'DESC' },
    });
    const at = quarter === undefined ? 0 : frozen.findIndex((each) => each.quarter === quarter);
    const found = frozen[at];
    if (!found)
      throw new Refusal(
        'not-found',
        'There is no report for this quarter yet. It is made two weeks after the quarter ends.',
      );
    const publication = await this.db.read.findOneByOrFail(Publication, { quarter: found.quarter });
    const before = frozen[at + 1];
    const narrative = await this.narrativeOf(organisation.id, found.quarter, asAt);
    return {
      organisation,
      quarter: found.quarter,
      from: publication.from,
      to: publication.to,
      cutOff: publication.cutOff,
      builtAt: publication.builtAt,
      content: found.content,
      ...(before && isNext(before.quarter, found.quarter) ? { before: before.content } : {}),
      patterns: await this.patternsOf(organisation, found.quarter),
      ...(narrative ? { narrative } : {}),
      mayWrite: parties.some((party) => WRITERS.includes(party)),
      quarters: frozen.map((each) => each.quarter),
    };
  }

  /**
   * What there is for somebody with these places: the report; and for everybody of the body the patterns, and how it kept
   * its duties in the last quarter that was frozen. Nothing is counted for it.
   */
  async offers(
    all: { organisationId: string; parties: PartyId[]; routes: string[] | null }[],
  ): Promise<{ report: boolean; patterns: boolean; kept?: KeptDuties }> {
    const places = all.filter(isWhole);
    const frozen = await this.db.read.find(BoardReport, {
      select: { organisationId: true, quarter: true },
      where: { organisationId: In(places.map(({ organisationId }) => organisationId)) },
    });
    const theirs = places.filter(({ organisationId }) =>
      frozen.some((each) => each.organisationId === organisationId),
    );
    const kept = await this.keptIn(frozen);
    return {
      report: theirs.some(({ parties }) => parties.some((party) => READERS.includes(party))),
      patterns: theirs.length > 0,
      ...(kept ? { kept } : {}),
    };
  }

  /** Of the latest quarter among these, all bodies of the reader together; nothing where no duty fell due in it. */
  private async keptIn(
    frozen: Pick<BoardReport, 'organisationId' | 'quarter'>[],
  ): Promise<KeptDuties | undefined> {
    const quarter = frozen
      .map((each) => each.quarter)
      .sort()
      .at(-1);
    if (quarter === undefined) return undefined;
    const organisationId = In(frozen.map((each) => each.organisationId));
    const reports = await this.db.read.findBy(BoardReport, { organisationId, quarter });
    const sum = (part: 'due' | 'onTime') =>
      reports.reduce((total, { content }) => total + content.duties[part], 0);
    const due = sum('due');
    return due === 0 ? undefined : { quarter, due, onTime: sum('onTime') };
  }

  /** Patterns of the latest year, for everybody who works for the body. @throws Refusal for everybody else */
  async patterns(personId: string): Promise<{ organisation: string; quarter: string; patterns: Pattern[] }> {
    for (const { organisationId } of (await this.people.memberships(personId)).filter(isWhole)) {
      const [latest] = await this.db.read.find(BoardReport, {
        where: { organisationId },
        order: { quarter: 'DESC' },
        take: 1,
      });
      const organisation = (await this.organisations.byId([organisationId])).get(organisationId);
      if (!latest || !organisation) continue;
      const { id, name, body } = organisation;
      return {
        organisation: name,
        quarter: latest.quarter,
        patterns: await this.patternsOf({ id, body: body as PublishedBody }, latest.quarter),
      };
    }
    throw new Refusal('not-found', 'There is nothing here, or it is not yours to see.');
  }

  /** Adds the executive's words; earlier ones are kept. @throws Refusal for who may not, or words that are none */
  async write(personId: string, quarter: string, typed: string, wanted?: string): Promise<void> {
    const { organisation } = await this.placeOf(personId, WRITERS, wanted);
    const text = typed.trim();
    if (text === '' || text.length > LONGEST_NARRATIVE) {
      const detail = `Enter what the board should know, in at most ${LONGEST_NARRATIVE} letters`;
      throw new Refusal('invalid-data', detail, [{ pointer: '/narrative', detail }]);
    }
    await this.db.tx(async (m) => {
      if (!(await m.existsBy(BoardReport, { organisationId: organisation.id, quarter })))
        throw new Refusal('not-found', 'There is no report for this quarter.');
      const [last] = await m.find(BoardNarrative, {
        where: { organisationId: organisation.id, quarter },
        order: { number: 'DESC' },
        take: 1,
      });
      await m.insert(BoardNarrative, {
        organisationId: organisation.id,
        quarter,
        number: (last?.number ?? 0) + 1,
        text: await this.vault.seal(m, organisation.id, text),
        writtenBy: personId,
        writtenAt: this.clock.instant(),
      });
    });
  }

  /** Patterns of one body, found among all bodies of its kind, over the year that ends with the quarter. */
  private async patternsOf(
    organisation: { id: string; body: PublishedBody },
    quarter: string,
  ): Promise<Pattern[]> {
    const alike = await this.organisations.list(organisation.body);
    const quarters = lastQuarters(quarter);
    // Compared with every other body; only what is the reader's own is given back.
    const frozen = await this.db.readBeyond.findBy(BoardReport, {
      organisationId: In(alike.map(({ id }) => id)),
      quarter: In(quarters),
    });
    const records = new Map<
      string,
      { body: string; duty: string; quarters: { quarter: string; due: number; late: number }[] }
    >();
    for (const { organisationId: body, quarter: of, content } of frozen)
      for (const { rule: duty, due, late } of content.causes) {
        const id = `${body} ${duty}`;
        const record = records.get(id) ?? { body, duty, quarters: [] };
        record.quarters.push({ quarter: of, due, late });
        records.set(id, record);
      }
    return patternsIn([...records.values()]).filter(({ body }) => body === organisation.id);
  }

  private async narrativeOf(
    organisationId: string,
    quarter: string,
    asAt: string,
  ): Promise<BoardReportView['narrative']> {
    const [row] = await this.db.read.find(BoardNarrative, {
      where: { organisationId, quarter, writtenAt: LessThanOrEqual(asAt) },
      order: { number: 'DESC' },
      take: 1,
    });
    if (!row) return undefined;
    const { text } = await this.vault.reveal(this.db.read, { text: row.text });
    return { text, writtenAt: row.writtenAt, number: row.number };
  }

  private async placeOf(personId: string, allowed: PartyId[], wanted?: string) {
    const places = (await this.people.memberships(personId)).filter(
      ({ organisationId, parties, routes }) =>
        isWhole({ routes }) &&
        (wanted === undefined || organisationId === wanted) &&
        parties.some((party) => allowed.includes(party)),
    );
    const [place] = places;
    const organisation =
      place && (await this.organisations.byId([place.organisationId])).get(place.organisationId);
    if (!place || !organisation)
      throw new Refusal('not-found', 'There is no such report, or it is not yours to see.');
    const { id, name, body } = organisation;
    return { organisation: { id, name, body: body as PublishedBody }, parties: place.parties };
  }
}

const numberOf = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1;
const isNext = (before: string, after: string): boolean => numberOf(after) - numberOf(before) === 1;

/** `2026Q3` and the three before it. */
const lastQuarters = (quarter: string): string[] =>
  Array.from({ length: PATTERN_QUARTERS }, (_, n) => numberOf(quarter) - n).map(
    (number) => `${Math.floor(number / 4)}Q${(number % 4) + 1}`,
  );
