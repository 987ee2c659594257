// Mail that came back: a delivery status notification (RFC 3464) as the mail server hands it over.

import { Injectable } from '@nestjs/common';
import { simpleParser } from 'mailparser';
import { Db } from '../persistence';
import { isNoMailbox, ROW_HEADER } from './channels';
import { OutboxMessage } from './entities';
import { isTemplate, wordsOf } from './templates';
import { Undelivered } from './undelivered';

const ROW = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** What a bounce says: which message, and whether it failed for good. */
export interface Bounce {
  messageId: string;
  permanent: boolean;
  status: string;
}

@Injectable()
export class Bounces {
  constructor(
    private readonly db: Db,
    private readonly undelivered: Undelivered,
  ) {}

  /** `ignored`: not a bounce of a message of ours, or one that may still arrive. */
  async take(source: string | Buffer): Promise<'recorded' | 'ignored'> {
    const bounce = await readBounce(source);
    if (!bounce?.permanent) return 'ignored';
    return this.db.tx(async (m) => {
      const message = await m.findOneBy(OutboxMessage, { id: bounce.messageId });
      if (!message || !isTemplate(message.template)) return 'ignored';
      const reason = `Mail came back (${bounce.status})`;
      const { affected } = await m.update(
        OutboxMessage,
        { id: message.id, status: 'sent' },
        { status: 'dead', receipt: reason, sentAt: null },
      );
      if (affected !== 1) return 'ignored';
      if (isNoMailbox(bounce.status))
        await this.undelivered.unreachable(m, message.personId, 'email', reason);
      if (wordsOf(message.template).kind === 'statutory')
        await this.undelivered.record(m, message, 'email', reason);
      return 'recorded';
    });
  }
}

/** Nothing where the mail is no report about a message of ours. */
export async function readBounce(source: string | Buffer): Promise<Bounce | undefined> {
  const mail = await simpleParser(source, { keepDeliveryStatus: true });
  const parts = mail.attachments.map(({ contentType, content }) => ({
    contentType,
    text: content.toString('utf8'),
  }));
  const report = parts.find(({ contentType }) => contentType === 'message/delivery-status');
  if (!report) return undefined;
  const recipients = [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address = '' }) => address));
  const returned = parts.filter(({ contentType }) =>
    /^(message\/rfc822|text\/rfc822-headers)/.test(contentType),
  );
  const inHeader = new RegExp(`^${ROW_HEADER}:\\s*(${ROW})\\s*$`, 'im');
  const messageId =
    returned.map(({ text }) => inHeader.exec(text)?.[1]).find(Boolean) ??
    recipients.map((address) => new RegExp(`\\+(${ROW})@`, 'i').exec(address)?.[1]).find(Boolean);
  if (!messageId) return undefined;
  const status = /^Status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(report.text)?.[1] ?? '';
  const failed = /^Action:\s*failed/im.test(report.text);
  return { messageId, status, permanent: failed && status.startsWith('5') };
}
