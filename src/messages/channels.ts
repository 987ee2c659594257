// The ways a message leaves: the demonstration's mailbox, or a mail server.

import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { insertAll, type Db } from '../persistence';
import type { Clock, Config } from '../platform';
import { MailboxMessage } from './entities';
import type { Message } from './templates';

export interface Delivery extends Message {
  /** Stable for the message: a receiver can tell a repetition by it. */
  key: string;
  personId: string;
  to: string;
}

export abstract class Channel {
  /** Gives the receipt. @throws PermanentFailure where trying again cannot help; anything else is tried again. */
  abstract deliver(delivery: Delivery): Promise<string>;

  /**
   * Many at once, with a receipt for each: only for a channel that keeps all of them or none, and to which a message
   * that comes twice is there once. What throws is tried again in smaller lots.
   */
  deliverAll?(deliveries: Delivery[]): Promise<string[]>;

  /** Lets go of connections that are kept open between messages. */
  close(): void {}
}

export class PermanentFailure extends Error {}

/** The same for the same message, and says nothing about it. */
const stableName = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);

export class MailboxChannel extends Channel {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {
    super();
  }

  async deliver(delivery: Delivery): Promise<string> {
    const [receipt] = await this.deliverAll([delivery]);
    return receipt as string;
  }

  override async deliverAll(deliveries: Delivery[]): Promise<string[]> {
    const at = this.clock.instant();
    const rows = deliveries.map(({ key, personId, subject, text, html }): MailboxMessage => ({
      // Made from the key: a message that is delivered again is still there once.
      id: stableName(key).slice(0, 36),
      personId,
      subject,
      text,
      html,
      at,
    }));
    await this.db.tx((m) => insertAll(m, MailboxMessage, rows, 'or ignore'));
    return rows.map(({ id }) => `mailbox:${id}`);
  }
}

export class SmtpChannel extends Channel {
  private readonly transport: Transporter;

  constructor(private readonly config: Config & { smtpUrl: string }) {
    super();
    this.transport = createTransport({
      url: config.smtpUrl,
      pool: true,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    } as Parameters<typeof createTransport>[0]);
  }

  async deliver({ key, to, subject, text, html }: Delivery): Promise<string> {
    const host = new URL(this.config.baseUrl).hostname;
    try {
      const { response } = (await this.transport.sendMail({
        from: this.config.mailFrom,
        to,
        subject,
        text,
        html,
        messageId: `<${stableName(key)}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })) as { response: string };
      return response.slice(0, 200);
    } catch (error) {
      const { responseCode } = error as { responseCode?: number };
      if (responseCode !== undefined && responseCode >= 500) {
        throw new PermanentFailure(`The mail server refused it for good (${responseCode})`);
      }
      throw error;
    }
  }

  override close(): void {
    this.transport.close();
  }
}

export function channelFor(config: Config, db: Db, clock: Clock): Channel {
  const { smtpUrl } = config;
  return smtpUrl === undefined ? new MailboxChannel(db, clock) : new SmtpChannel({ ...config, smtpUrl });
}
