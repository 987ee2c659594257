// The channels that the configuration asks for: e-mail through a mail server or Notify, texts through Notify, and where
// neither is set the mailbox.

import type { Db } from '../persistence';
import type { Clock, Config } from '../platform';
import { Channels, MailboxChannel, SmtpChannel, type Channel } from './channels';
import type { Contact } from './entities';
import type { Handovers } from './handovers';
import { NotifyChannel } from './notify-channel';

export class ConfiguredChannels extends Channels {
  private readonly channels: Partial<Record<Contact, Channel>>;

  constructor({ smtpUrl, notify, ...config }: Config, db: Db, handovers: Handovers, clock: Clock) {
    super();
    const smtp = smtpUrl === undefined ? undefined : new SmtpChannel({ ...config, smtpUrl });
    const ours = notify === undefined ? undefined : new NotifyChannel(notify, handovers, clock);
    const mailbox = smtp || ours ? undefined : new MailboxChannel(db, clock);
    const [email, sms] = [smtp ?? ours ?? mailbox, ours ?? mailbox];
    this.channels = { ...(email ? { email } : {}), ...(sms ? { sms } : {}) };
  }

  of(contact: Contact): Channel | undefined {
    return this.channels[contact];
  }

  close(): void {
    for (const channel of Object.values(this.channels)) channel.close();
  }
}
