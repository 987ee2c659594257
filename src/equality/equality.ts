// Equality questions: each answer is added to the count of its quarter and forgotten. Nothing says who gave it, in which
// case or where, and what is published of the counts follows the rule for small numbers.

import { Injectable } from '@nestjs/common';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { lastComplete, makeSafe, quarterOf, type Published } from '../reporting';
import { EqualityAsked, EqualityCount } from './entities';
import { answersTo, equalityIds, type EqualityQuestion } from './questions';

export interface EqualityFigures {
  quarter: string;
  questions: { question: EqualityQuestion; answers: { answer: string; value: Published }[] }[];
}

@Injectable()
export class Equality {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  wasAsked(personId: string): Promise<boolean> {
    return this.db.read.existsBy(EqualityAsked, { personId });
  }

  /** Counts the answers of somebody who was not asked before; what is no answer to a question is left out. */
  async count(personId: string, answers: Partial<Record<EqualityQuestion, unknown>>): Promise<void> {
    const { id: quarter } = quarterOf(this.clock.today());
    await this.db.tx(async (m) => {
      if (await m.existsBy(EqualityAsked, { personId })) return;
      await m.insert(EqualityAsked, { personId });
      for (const question of equalityIds) {
        const answer = answersTo(question).find((each) => each === answers[question]);
        if (answer === undefined) continue;
        const cell = { quarter, question, answer };
        await m
          .createQueryBuilder()
          .insert()
          .into(EqualityCount)
          .values({ ...cell, count: 0 })
          .orIgnore()
          .execute();
        await m.increment(EqualityCount, cell, 'count', 1);
      }
    });
  }

  /** The latest quarter that is over, for England: nothing is added to it any more. */
  async published(): Promise<EqualityFigures> {
    const { id: quarter } = lastComplete(this.clock.today());
    const rows = await this.db.read.findBy(EqualityCount, { quarter });
    return {
      quarter,
      questions: equalityIds.map((question) => ({ question, answers: safeAnswers(question, rows) })),
    };
  }
}

/** Where all but one could be told from the whole, a second is hidden; the whole itself is not published. */
function safeAnswers(
  question: EqualityQuestion,
  rows: EqualityCount[],
): { answer: string; value: Published }[] {
  const counts = Object.fromEntries(
    answersTo(question).map((answer) => [
      answer,
      rows.find((row) => row.question === question && row.answer === answer)?.count ?? 0,
    ]),
  );
  const whole = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { published } = makeSafe({ ...counts, whole }, [{ whole: 'whole', parts: Object.keys(counts) }]);
  return Object.keys(counts).map((answer) => ({ answer, value: published[answer] ?? '*' }));
}
