import { Global, Module } from '@nestjs/common';
import { People } from '../access';
import { Addresses, Deliverer, Sender } from '../messages';
import { Addressing } from './addressing';
import { Reminders } from './reminders';

@Global()
@Module({
  providers: [
    Reminders,
    Addressing,
    // The sender needs to know people, who stand above messages: it is put together here.
    { provide: Addresses, useExisting: People },
    Deliverer,
    Sender,
  ],
  exports: [Reminders, Sender],
})
export class RemindersModule {}
