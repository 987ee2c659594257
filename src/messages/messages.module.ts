import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Db } from '../persistence';
import { Clock, CONFIG, type Config } from '../platform';
import { Bounces } from './bounces';
import { CallbackTokens } from './callback-tokens';
import { Channels } from './channels';
import { ConfiguredChannels } from './configured-channels';
import { Digests } from './digests';
import { EmailChoices } from './email-choices';
import { Handovers } from './handovers';
import { Outbox } from './outbox';
import { Preferences } from './preferences';
import { Receipts } from './receipts';
import { StopLinks } from './stop-links';
import { Undelivered } from './undelivered';

const services = [
  Outbox,
  EmailChoices,
  Preferences,
  Undelivered,
  Digests,
  StopLinks,
  Handovers,
  Receipts,
  Bounces,
  CallbackTokens,
];

@Global()
@Module({
  providers: [
    ...services,
    {
      provide: Channels,
      inject: [CONFIG, Db, Handovers, Clock],
      useFactory: (config: Config, db: Db, handovers: Handovers, clock: Clock) =>
        new ConfiguredChannels(config, db, handovers, clock),
    },
  ],
  exports: [...services, Channels],
})
export class MessagesModule implements OnApplicationShutdown {
  constructor(private readonly channels: Channels) {}

  onApplicationShutdown(): void {
    this.channels.close();
  }
}
