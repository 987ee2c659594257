// What becomes of one claimed message: to whom, by which way, or why not. The sender claims it and writes this down.

import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Clock, CONFIG, Lanes, Together, type Config } from '../platform';
import { Vault } from '../vault';
import { Channel, Channels, PermanentFailure, TryLater } from './channels';
import { lastsLongEnough } from './claim';
import { Digests } from './digests';
import { OutboxMessage, type Contact } from './entities';
import { StopLinks } from './stop-links';
import { channelOf, isTemplate, render, valuesOf, wordsOf, type TemplateId } from './templates';
import { Undelivered } from './undelivered';
import { Wishes, type Wish } from './wishes';

const MINUTE = 60_000;
/** Waits before the next try; after the last the message is dead and a person must look at it. */
const WAITS = [1, 5, 30, 120, 360, 1440, 2400].map((minutes) => minutes * MINUTE);
const MOST = 500;
const LEFT_TO_NEWER = 24 * 60 * MINUTE;
const LOOKED_AT_AGAIN = 5 * MINUTE;
/** For those over whose shoulder somebody may read. */
const NEUTRAL = 'There is an update for you';

/** Reaches people; given by the room above, which knows them. */
export abstract class Addresses {
  /** The e-mail addresses of those who can be reached, by person. */
  abstract emails(personIds: string[]): Promise<Map<string, string>>;
}

export type Change = Partial<OutboxMessage> & Pick<OutboxMessage, 'status'>;

export interface Delivered {
  change: Change;
  /** What else must be written in the same transaction as the change. */
  also?: (m: EntityManager) => Promise<void>;
}

@Injectable()
export class Deliverer {
  private readonly wishes: Wishes;
  // Asked for one by one, read together with the others of the same moment.
  private readonly emails = new Together(async (ids: string[]) => {
    const known = await this.addresses.emails([...new Set(ids)]);
    return ids.map((id) => known.get(id));
  }, MOST);
  private readonly secrets = new Together(
    (sealed: string[]) => this.vault.reveal(this.db.read, sealed),
    MOST,
  );
  /** By how many deliveries a channel has under way at once. */
  private readonly lanes = new Map<Channel, Lanes>();

  constructor(
    private readonly db: Db,
    private readonly channels: Channels,
    private readonly addresses: Addresses,
    private readonly undelivered: Undelivered,
    private readonly digests: Digests,
    private readonly stopLinks: StopLinks,
    private readonly vault: Vault,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.wishes = new Wishes(db);
  }

  /** How many deliveries the channel of a message has under way at once. */
  atOnce({ template }: OutboxMessage): number {
    const channel = isTemplate(template) ? this.channels.of(channelOf(template)) : undefined;
    return channel?.atOnce ?? 1;
  }

  async deliver(message: OutboxMessage): Promise<Delivered> {
    const { template } = message;
    if (!isTemplate(template)) return { change: this.unknown(message) };
    const contact = channelOf(template);
    try {
      const [email, wish] = await Promise.all([
        this.emails.of(message.personId),
        this.wishes.of(message.personId),
      ]);
      if (email === undefined) return { change: dead(message, 'The person has left') };
      const why = this.whyNot(message, template, wish);
      if (why) return why.told ? { change: withheld(why.reason) } : this.failed(message, contact, why.reason);
      const to = contact === 'email' ? email : await this.numberOf(wish);
      return { change: { status: 'sent', receipt: await this.send(message, template, wish, to) } };
    } catch (error) {
      return this.afterError(message, contact, error);
    }
  }

  /** Nothing where it may be sent. `told`: nobody needs to do anything about it. */
  private whyNot(
    { params }: OutboxMessage,
    template: TemplateId,
    { email, news, phone, unreachable }: Wish,
  ): { reason: string; told: boolean } | undefined {
    const { kind, before, urgent } = wordsOf(template);
    const contact = channelOf(template);
    if (before && params.due && params.due < this.clock.today())
      return { reason: 'Its day has passed before it could be sent', told: !urgent };
    // A code is asked for by whoever sits in front of the browser: it is sent in any case.
    if (template === 'sign-in-code') return undefined;
    if (contact === 'email' && email === 'no') return { reason: 'Not safe to e-mail', told: true };
    if (contact === 'sms' && !phone) return { reason: 'No texts wanted', told: true };
    if (contact === 'sms' && !this.channels.of('sms')) return { reason: 'No way to send texts', told: true };
    if (kind === 'comfort' && !news) return { reason: 'They have switched news off', told: true };
    if (unreachable.has(contact))
      return { reason: 'Nothing reaches this contact', told: kind !== 'statutory' || contact === 'sms' };
    return undefined;
  }

  private async numberOf({ phone }: Wish): Promise<string> {
    return phone === null ? '' : this.secrets.of(phone);
  }

  private async send(
    { id, key, personId, params, secret, nextAttemptAt }: OutboxMessage,
    template: TemplateId,
    { email }: Wish,
    to: string,
  ): Promise<string> {
    const { kind, urgent } = wordsOf(template);
    const all = {
      ...params,
      ...(secret === null ? {} : { secret: await this.secrets.of(secret) }),
      ...(template === 'digest' ? { items: await this.digests.linesOf(personId, params.day ?? '') } : {}),
    };
    const stop = kind === 'comfort' ? this.stopLinks.linkFor(personId) : undefined;
    const { subject, text, html } = render(template, all, this.config.baseUrl, stop);
    const contact = channelOf(template);
    const channel = this.channels.of(contact);
    if (!channel) throw new PermanentFailure('There is no way to send it');
    return this.lanesOf(channel).run(() => {
      // It has waited for its turn: another may soon take it for lost.
      if (!lastsLongEnough({ nextAttemptAt }, this.clock.now())) throw new TryLater(0);
      return channel.deliver({
        subject: email === 'neutral' && template !== 'sign-in-code' ? NEUTRAL : subject,
        text,
        html,
        messageId: id,
        key,
        personId,
        contact,
        to,
        template,
        values: valuesOf(all),
        urgent: urgent === true,
        ...(stop ? { stop } : {}),
      });
    });
  }

  /** A newer release, which works beside this one during an upgrade, may know it: it is left to it for a day. */
  private unknown(message: OutboxMessage): Change {
    const now = this.clock.now().getTime();
    if (now - Date.parse(message.createdAt) > LEFT_TO_NEWER)
      return dead(message, `There is no template ${message.template}`);
    return { status: 'queued', nextAttemptAt: new Date(now + LOOKED_AT_AGAIN).toISOString() };
  }

  private lanesOf(channel: Channel): Lanes {
    const lanes = this.lanes.get(channel) ?? new Lanes(channel.atOnce);
    this.lanes.set(channel, lanes);
    return lanes;
  }

  private afterError(message: OutboxMessage, contact: Contact, error: unknown): Delivered {
    const later = (wait: number) => new Date(this.clock.now().getTime() + wait).toISOString();
    if (error instanceof TryLater) return { change: { status: 'queued', nextAttemptAt: later(error.wait) } };
    const permanent = error instanceof PermanentFailure;
    const wait = permanent ? undefined : WAITS[message.attempts];
    const reason = withoutAddress((error as Error).message);
    if (wait === undefined) return this.failed(message, contact, reason, permanent && error.unreachable);
    const attempts = message.attempts + 1;
    return { change: { status: 'queued', attempts, receipt: reason, nextAttemptAt: later(wait) } };
  }

  /** It will not arrive: where the receiver should have had it, somebody must tell them. */
  private failed(message: OutboxMessage, contact: Contact, reason: string, unreachable = false): Delivered {
    const { kind } = wordsOf(message.template as TemplateId);
    return {
      change: dead(message, reason),
      also: async (m) => {
        if (unreachable) await this.undelivered.unreachable(m, message.personId, contact, reason);
        if (kind === 'statutory') await this.undelivered.record(m, message, contact, reason);
      },
    };
  }
}

/** Servers like to repeat what they were given; a row of the outbox has no address in it. */
const withoutAddress = (said: string): string =>
  said
    .slice(0, 1000)
    .split(/([\s<>]+)/)
    .map((word) => (word.includes('@') ? '[address]' : word.replace(/\+?\d{9,}/g, '[address]')))
    .join('')
    .slice(0, 200);

const withheld = (receipt: string): Change => ({ status: 'withheld', receipt, secret: null });

const dead = ({ attempts }: OutboxMessage, reason: string): Change => ({
  status: 'dead',
  attempts: attempts + 1,
  receipt: reason.slice(0, 200),
});
