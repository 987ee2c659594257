// GOV.UK Notify. It has no idempotency key: a second call sends a second message. So every handing over is written down
// first, under our own reference, and that reference is looked up before anything is handed over again.

import axios from 'axios';
import { NotifyClient } from 'notifications-node-client';
import type { Clock, Config } from '../platform';
import { Channel, PermanentFailure, TryLater, type Delivery } from './channels';
import type { Handovers } from './handovers';
import { personalisationOf, readTemplateIds } from './notify-templates';
import { Pace } from './pace';
import type { TemplateId } from './templates';

const TIMEOUT = 20_000;
const MINUTE = 60_000;
/** What Notify has taken a moment ago may not be found yet: an unanswered call is looked up no sooner. */
const SEEN_AFTER = 30_000;

interface NotifyError {
  response?: {
    status: number;
    headers?: Record<string, unknown>;
    data?: { errors?: { error: string; message: string }[] };
  };
}

export type NotifyStatus = { id: string; reference: string | null; status: string };

export class NotifyChannel extends Channel {
  private readonly client: NotifyClient;
  private readonly pace: Pace;
  private readonly ids: Record<TemplateId, string>;

  constructor(
    { apiKey, url, templates, perMinute }: NonNullable<Config['notify']>,
    private readonly handovers: Handovers,
    private readonly clock: Clock,
  ) {
    super();
    this.client = new NotifyClient(url, apiKey);
    this.client.setClient(axios.create({ timeout: TIMEOUT, maxRedirects: 0 }));
    this.pace = new Pace(perMinute);
    this.ids = readTemplateIds(templates);
  }

  async deliver(delivery: Delivery): Promise<string> {
    const { messageId, key, contact, to, template, values, subject, stop, urgent } = delivery;
    await this.pace.turn(urgent);
    const handover = await this.handovers.begin(messageId, key);
    const { reference } = handover;
    if (handover.providerId) return receiptOf(handover.providerId);
    if (!handover.fresh) {
      const wait = SEEN_AFTER - (this.clock.now().getTime() - Date.parse(handover.createdAt));
      if (wait > 0) throw new TryLater(wait);
      const taken = await this.find(reference);
      if (taken) {
        await this.handovers.taken(reference, taken.id);
        return receiptOf(taken.id);
      }
    }
    const options = {
      reference,
      personalisation: personalisationOf(values, subject, stop ?? ''),
    };
    const id = this.ids[template];
    const { data } = await this.asking<{ data: { id: string } }>(() =>
      contact === 'sms'
        ? this.client.sendSms(id, to, options)
        : this.client.sendEmail(id, to, { ...options, ...(stop ? { oneClickUnsubscribeURL: stop } : {}) }),
    ).catch(async (error: unknown) => {
      // It has answered that it did not take it: nothing needs to be looked up.
      if (error instanceof TryLater || error instanceof PermanentFailure)
        await this.handovers.refused(reference);
      throw error;
    });
    await this.handovers.taken(reference, data.id);
    return receiptOf(data.id);
  }

  /** What Notify has under our reference; nothing where it never took it, or has forgotten it after a week. */
  async find(reference: string): Promise<NotifyStatus | undefined> {
    const { data } = await this.asking(() => this.client.getNotifications(undefined, undefined, reference));
    return (data.notifications as unknown as NotifyStatus[]).find((each) => each.reference === reference);
  }

  private async asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw this.saying(error as NotifyError);
    }
  }

  /** Without the address, the number or the words: those are in the error that the client throws. */
  private saying({ response }: NotifyError): Error {
    if (!response) return new Error('GOV.UK Notify has not answered');
    const { status, data } = response;
    const { error = '', message = '' } = data?.errors?.[0] ?? {};
    if (status === 429) {
      const wait = this.waitOf(response, error);
      this.pace.pause(wait);
      return new TryLater(wait);
    }
    if (status === 400) {
      const address = /email_address|phone_number/.test(message);
      return new PermanentFailure(`GOV.UK Notify refused it (400 ${error})`, address);
    }
    return new Error(`GOV.UK Notify answered ${status} ${error}`.trim());
  }

  /** The rate is by the minute; the limit of a day ends at midnight UTC. */
  private waitOf({ headers }: NonNullable<NotifyError['response']>, error: string): number {
    const after = Number(headers?.['retry-after']);
    if (after > 0) return after * 1000;
    if (error !== 'TooManyRequestsError') return MINUTE;
    const now = this.clock.now();
    return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) - now.getTime();
  }
}

const receiptOf = (id: string): string => `notify:${id}`;
