import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Db } from '../persistence';
import { Clock, CONFIG, type Config } from '../platform';
import { Channel, channelFor } from './channels';
import { EmailChoices } from './email-choices';
import { Outbox } from './outbox';

@Global()
@Module({
  providers: [
    Outbox,
    EmailChoices,
    {
      provide: Channel,
      inject: [CONFIG, Db, Clock],
      useFactory: (config: Config, db: Db, clock: Clock) => channelFor(config, db, clock),
    },
  ],
  exports: [Outbox, EmailChoices, Channel],
})
export class MessagesModule implements OnApplicationShutdown {
  constructor(private readonly channel: Channel) {}

  onApplicationShutdown(): void {
    this.channel.close();
  }
}
