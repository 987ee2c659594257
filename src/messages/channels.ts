// The ways a message leaves: the demonstration's mailbox, a mail server, or GOV.UK Notify (notify-channel.ts).

import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { insertAlike, type Db } from '../persistence';
import { Together, type Clock, type Config } from '../platform';
import { MailboxMessage, type Contact } from './entities';
import { Pace } from './pace';
import type { Message, TemplateId, Values } from './templates';

export interface Delivery extends Message {
  messageId: string;
  /** Stable for the message: a receiver can tell a repetition by it. */
  key: string;
  personId: string;
  contact: Contact;
  to: string;
  template: TemplateId;
  values: Values;
  urgent: boolean;
  /** Where one click switches off news (RFC 8058); only for what can be switched off. */
  stop?: string;
}

export abstract class Channel {
  /** Deliveries under way at once: as many as a mail server's pool has connections. */
  readonly atOnce: number = 5;

  /** Gives the receipt. @throws PermanentFailure or TryLater; anything else is tried again after a while. */
  abstract deliver(delivery: Delivery): Promise<string>;

  /** Lets go of connections that are kept open between messages. */
  close(): void {}
}

/** Trying again cannot help. */
export class PermanentFailure extends Error {
  constructor(
    message: string,
    /** The address or number itself takes nothing: it is not used again. */
    readonly unreachable = false,
  ) {
    super(message);
  }
}

/** The channel takes nothing for a while, whatever the message: that is no failed try. */
export class TryLater extends Error {
  constructor(readonly wait: number) {
    super(`Nothing is taken for ${wait} ms`);
  }
}

/** The same for the same text, and says nothing about it. */
export const stableName = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 40);

export class MailboxChannel extends Channel {
  override readonly atOnce = 500;
  private readonly rows = new Together((rows: MailboxMessage[]) => this.insert(rows), this.atOnce);

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {
    super();
  }

  async deliver({ key, personId, subject, text, html }: Delivery): Promise<string> {
    // Made from the key: a message that is delivered again is still there once.
    const id = stableName(key).slice(0, 36);
    await this.rows.of({ id, personId, subject, text, html, at: this.clock.instant() });
    return `mailbox:${id}`;
  }

  private async insert(rows: MailboxMessage[]): Promise<void[]> {
    await this.db.tx((m) => insertAlike(m, MailboxMessage, rows, 'or ignore'));
    return rows.map(() => undefined);
  }
}

/** Comes back in the headers of a message that bounced: the row, which is known to nobody else. */
export const ROW_HEADER = 'X-Recourse-Message';
/** SMTP replies that say that there is no such mailbox, where the server gives no better reason. */
const NO_SUCH_MAILBOX = new Set([550, 551, 553]);

/** Whether a status of RFC 3463 is about the mailbox itself; 5.7.1 or a full mailbox say nothing about tomorrow. */
export const isNoMailbox = (status: string): boolean => /^5\.(1\.\d+|2\.1)$/.test(status);

export class SmtpChannel extends Channel {
  private readonly transport: Transporter;
  private readonly pace: Pace | undefined;

  constructor(private readonly config: Config & { smtpUrl: string }) {
    super();
    this.pace = config.mailPerMinute === undefined ? undefined : new Pace(config.mailPerMinute);
    this.transport = createTransport({
      url: config.smtpUrl,
      pool: true,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    } as Parameters<typeof createTransport>[0]);
  }

  async deliver({ messageId, key, to, subject, text, html, urgent, stop }: Delivery): Promise<string> {
    await this.pace?.turn(urgent);
    const host = new URL(this.config.baseUrl).hostname;
    try {
      const { response } = (await this.transport.sendMail({
        from: this.config.mailFrom,
        to,
        ...(this.config.bounceAddress
          ? { envelope: { from: bounceAddressFor(this.config.bounceAddress, messageId), to } }
          : {}),
        subject,
        text,
        html,
        messageId: `<${stableName(key)}@${host}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          [ROW_HEADER]: messageId,
          ...(stop
            ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
            : {}),
        },
      })) as { response: string };
      return response.slice(0, 200);
    } catch (error) {
      const {
        responseCode,
        command,
        response = '',
      } = error as {
        responseCode?: number;
        command?: string;
        response?: string;
      };
      if (responseCode !== undefined && responseCode >= 500) {
        const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
        const unreachable =
          command === 'RCPT TO' && (status ? isNoMailbox(status) : NO_SUCH_MAILBOX.has(responseCode));
        throw new PermanentFailure(`The mail server refused it for good (${responseCode})`, unreachable);
      }
      throw error;
    }
  }

  override close(): void {
    this.transport.close();
  }
}

/** `bounces@example.org` becomes `bounces+ROW@example.org`: a bounce says by its address what it is about. */
const bounceAddressFor = (address: string, messageId: string): string =>
  address.replace('@', `+${messageId}@`);

/** A channel for each way to reach somebody; no texts where nothing can send them. */
export abstract class Channels {
  abstract of(contact: Contact): Channel | undefined;
  abstract close(): void;
}
