// Sends what is due: claims a batch, sends outside any transaction, records the receipt. At least once, with a stable key.

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Db, dueRows, isIn, tableOf, type TimedRows } from '../persistence';
import { Clock, Ids, inHalves, Lanes, Together, type Config } from '../platform';
import { Vault } from '../vault';
import { Channel, PermanentFailure, type Delivery } from './channels';
import { EmailChoices, type EmailChoiceId } from './email-choices';
import { MailboxMessage, OutboxMessage } from './entities';
import { isTemplate, render } from './templates';

const MINUTE = 60_000;
/** Waits before the next try; after the last the message is dead and a person must look at it. */
const WAITS = [1, 5, 30, 120, 360, 1440, 2400].map((minutes) => minutes * MINUTE);
/** A sender that died with a claim loses it after this long. */
const CLAIM_LASTS = 2 * MINUTE;
/** A claim with less left than this is given back unsent: sending could outlast it, and another would send too. */
const CLAIM_NEEDED = MINUTE;
const BATCH = 500;
/** Deliveries under way at once: as many as a mail server's pool has connections. */
const AT_ONCE = 5;
/** Deliveries under way or not yet written down: what may arrive twice after a crash. */
const UNRECORDED = 20;
/** Messages that take their turn one by one: so many receivers are read about together. */
const GROUP = 100;
/** For those over whose shoulder somebody may read. */
const NEUTRAL = 'There is an update for you';

/** Reaches people; given by the room above, which knows them. */
export abstract class Addresses {
  abstract contacts(personIds: string[]): Promise<Map<string, { email: string }>>;
}

type Change = Partial<OutboxMessage> & Pick<OutboxMessage, 'status'>;

interface Known {
  contacts: Map<string, { email: string }>;
  choices: Map<string, EmailChoiceId>;
  /** By message. */
  secrets: Map<string, string>;
}

interface Outcome {
  message: OutboxMessage;
  change: Change;
}

@Injectable()
export class Sender {
  private readonly lanes = new Lanes(AT_ONCE);
  private readonly unrecorded = new Lanes(UNRECORDED);
  private readonly close = new Together((outcomes: Outcome[]) => this.closeAll(outcomes), BATCH);
  readonly rows: TimedRows = { entity: OutboxMessage, waiting: ['queued', 'claimed'], at: 'nextAttemptAt' };

  constructor(
    private readonly db: Db,
    private readonly channel: Channel,
    private readonly addresses: Addresses,
    private readonly choices: EmailChoices,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
  ) {}

  /** Sends one batch; gives how many were claimed. */
  async sendDue(): Promise<number> {
    const claimed = await this.claim();
    await this.send(claimed);
    return claimed.length;
  }

  /** Messages of the demonstration's mailbox, latest first. */
  mailbox(limit = 100): Promise<MailboxMessage[]> {
    return this.db.read.find(MailboxMessage, { order: { at: 'DESC', id: 'DESC' }, take: limit });
  }

  /** Messages that nobody would take: a person must look at them. */
  dead(limit = 1000): Promise<OutboxMessage[]> {
    return this.db.read.find(OutboxMessage, {
      where: { status: 'dead' },
      order: { nextAttemptAt: 'ASC' },
      take: limit,
    });
  }

  countDead(): Promise<number> {
    return this.db.read.countBy(OutboxMessage, { status: 'dead' });
  }

  /** Sends a dead message once more, with all its tries. Gives whether there was one. */
  async revive(id: string): Promise<boolean> {
    const { affected } = await this.db.tx((m) =>
      m.update(
        OutboxMessage,
        { id, status: 'dead' },
        { status: 'queued', attempts: 0, nextAttemptAt: this.clock.instant() },
      ),
    );
    return (affected ?? 0) > 0;
  }

  async nextInstant(): Promise<string | undefined> {
    const next = await this.db.read.findOne(OutboxMessage, {
      where: { status: In(['queued', 'claimed']) },
      order: { nextAttemptAt: 'ASC' },
    });
    return next?.nextAttemptAt;
  }

  /** Claims a batch of what is due, of these or of all: nobody else sends it while the claim lasts. */
  claim(ids?: string[]): Promise<OutboxMessage[]> {
    const now = this.clock.now();
    const claimed = {
      status: 'claimed' as const,
      claim: this.ids.id(),
      nextAttemptAt: new Date(now.getTime() + CLAIM_LASTS).toISOString(),
    };
    return this.db.tx(async (m) => {
      const due = await dueRows<OutboxMessage>(m, this.rows, now.toISOString(), BATCH, ids);
      if (due.length === 0) return [];
      await m.query(
        `UPDATE outbox SET status = 'claimed', claim = $1, next_attempt_at = $2 WHERE ${isIn(m, 'id', '$3')}`,
        [claimed.claim, claimed.nextAttemptAt, JSON.stringify(due.map(({ id }) => id))],
      );
      return due.map((message) => ({ ...message, ...claimed }));
    });
  }

  /**
   * Sends what was claimed and writes down the receipts. A crash between the two sends it again when the claim lapses,
   * with the same key: at least once, and twice only where the record of the first was lost.
   */
  async send(claimed: OutboxMessage[]): Promise<void> {
    const results: PromiseSettledResult<unknown>[] = [];
    // A group at a time: what is read about the receivers must not be old when their turn comes.
    const group = this.channel.deliverAll ? BATCH : GROUP;
    for (let from = 0; from < claimed.length; from += group)
      results.push(...(await Promise.allSettled(await this.sendGroup(claimed.slice(from, from + group)))));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async sendGroup(group: OutboxMessage[]): Promise<Promise<unknown>[]> {
    const known = await this.prepare(group);
    if (this.channel.deliverAll) return [this.closeAll(await this.deliverAll(group, known))];
    // No more than `unrecorded` holds can ever be sent and not written down.
    return group.map((message) =>
      this.unrecorded.run(async () => {
        const change = await this.lanes.run(() => this.deliver(message, known));
        await this.close.of({ message, change });
      }),
    );
  }

  /** What is known about the receivers, for all of them in a few queries. */
  private async prepare(group: OutboxMessage[]): Promise<Known> {
    const persons = [...new Set(group.map(({ personId }) => personId))];
    const secrets = group.flatMap(({ id, secret }) => (secret === null ? [] : [{ id, secret }]));
    const [contacts, choices, revealed] = await Promise.all([
      this.addresses.contacts(persons),
      this.choices.ofAll(persons),
      this.vault.reveal(this.db.read, secrets),
    ]);
    return { contacts, choices, secrets: new Map(revealed.map(({ id, secret }) => [id, secret])) };
  }

  /** What is to be delivered, or what becomes of the message without. @throws PermanentFailure */
  private deliveryOf(message: OutboxMessage, known: Known): Delivery | Change {
    const { key, personId, template, nextAttemptAt } = message;
    const now = this.clock.now();
    if (Date.parse(nextAttemptAt) - now.getTime() < CLAIM_NEEDED)
      return { status: 'queued', nextAttemptAt: now.toISOString() };
    const contact = known.contacts.get(personId);
    if (!contact) throw new PermanentFailure('The person has left');
    if (!isTemplate(template)) throw new PermanentFailure(`There is no template ${template}`);
    // A code is asked for by whoever sits in front of the browser: it is sent in any case.
    const choice = template === 'sign-in-code' ? 'yes' : known.choices.get(personId);
    if (choice === 'no') return { status: 'withheld', receipt: 'Not safe to e-mail', secret: null };
    const secret = known.secrets.get(message.id);
    const params = secret === undefined ? message.params : { ...message.params, secret };
    const rendered = render(template, params, this.config.baseUrl);
    const subject = choice === 'neutral' ? NEUTRAL : rendered.subject;
    return { ...rendered, subject, key, personId, to: contact.email };
  }

  /** What becomes of the message. */
  private async deliver(message: OutboxMessage, known: Known): Promise<Change> {
    try {
      const delivery = this.deliveryOf(message, known);
      if ('status' in delivery) return delivery;
      return { status: 'sent', receipt: await this.channel.deliver(delivery) };
    } catch (error) {
      return this.afterFailure(message, error);
    }
  }

  /** The same for a channel that takes many at once: all of them, or none and each is tried again. */
  private async deliverAll(group: OutboxMessage[], known: Known): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const leaving: { message: OutboxMessage; delivery: Delivery }[] = [];
    for (const message of group) {
      try {
        const delivery = this.deliveryOf(message, known);
        if ('status' in delivery) outcomes.push({ message, change: delivery });
        else leaving.push({ message, delivery });
      } catch (error) {
        outcomes.push({ message, change: this.afterFailure(message, error) });
      }
    }
    await inHalves(
      leaving,
      async (some) => {
        const receipts = await this.channel.deliverAll?.(some.map(({ delivery }) => delivery));
        some.forEach(({ message }, n) =>
          outcomes.push({ message, change: { status: 'sent', receipt: receipts?.[n] ?? '' } }),
        );
      },
      ({ message }, error) => outcomes.push({ message, change: this.afterFailure(message, error) }),
    );
    return outcomes;
  }

  private afterFailure({ attempts }: OutboxMessage, error: unknown): Change {
    const wait = error instanceof PermanentFailure ? undefined : WAITS[attempts];
    if (wait === undefined)
      return { status: 'dead', attempts: attempts + 1, receipt: (error as Error).message.slice(0, 200) };
    const next = new Date(this.clock.now().getTime() + wait).toISOString();
    return { status: 'queued', attempts: attempts + 1, nextAttemptAt: next };
  }

  /** Only the holder of the claim may close it: one that was slow has lost it. */
  private async closeAll(outcomes: Outcome[]): Promise<void[]> {
    const sentAt = this.clock.instant();
    const rows = outcomes.map(({ message, change }) => ({
      id: message.id,
      held: message.claim,
      status: change.status,
      attempts: change.attempts ?? message.attempts,
      next_attempt_at: change.nextAttemptAt ?? message.nextAttemptAt,
      receipt: change.receipt ?? null,
      keeps_secret: change.status === 'queued' || change.status === 'dead',
      sent_at: change.status === 'sent' ? sentAt : null,
    }));
    await this.db.tx((m) =>
      m.query(
        `UPDATE outbox SET status = given.status, attempts = given.attempts, next_attempt_at = given.next_attempt_at,
           receipt = given.receipt, secret = CASE WHEN given.keeps_secret THEN secret END, claim = NULL,
           sent_at = given.sent_at
         FROM ${tableOf(m, '$1', {
           id: 'text',
           held: 'text',
           status: 'text',
           attempts: 'integer',
           next_attempt_at: 'text',
           receipt: 'text',
           keeps_secret: 'boolean',
           sent_at: 'text',
         })}
         WHERE outbox.id = given.id AND outbox.claim = given.held`,
        [JSON.stringify(rows)],
      ),
    );
    return outcomes.map(() => undefined);
  }
}
