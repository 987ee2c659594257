import { Global, Module } from '@nestjs/common';
import { People } from '../access';
import { Channel, EmailChoices, Sender } from '../messages';
import { Db } from '../persistence';
import { Clock, CONFIG, Ids, type Config } from '../platform';
import { Vault } from '../vault';
import { Reminders } from './reminders';

@Global()
@Module({
  providers: [
    Reminders,
    {
      // The sender needs to know people, who stand above messages: it is put together here.
      provide: Sender,
      inject: [Db, Channel, People, EmailChoices, Vault, Clock, Ids, CONFIG],
      useFactory: (
        db: Db,
        channel: Channel,
        people: People,
        choices: EmailChoices,
        vault: Vault,
        clock: Clock,
        ids: Ids,
        config: Config,
      ) => new Sender(db, channel, people, choices, vault, clock, ids, config),
    },
  ],
  exports: [Reminders, Sender],
})
export class RemindersModule {}
