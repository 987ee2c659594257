// Gives every feature the open database, and closes it when the process stops.

import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Db } from './db';

@Global()
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** `db` is opened before the application is made: a start that cannot reach its data must fail at once. */
  static with(db: Db): DynamicModule {
    return { module: PersistenceModule, providers: [{ provide: Db, useValue: db }], exports: [Db] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.db.close();
  }
}
