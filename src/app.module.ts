// The whole application: the platform, the open database, and every feature in the order of docs/architecture.md.

import { Module, type DynamicModule } from '@nestjs/common';
import { PersistenceModule, type Db } from './persistence';
import { PlatformModule, type Clock, type Config, type Ids } from './platform';
import { VaultModule } from './vault';

export interface Surroundings {
  config: Config;
  db: Db;
  clock: Clock;
  ids: Ids;
}

@Module({})
export class AppModule {
  static with({ config, db, clock, ids }: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, clock, ids), PersistenceModule.with(db), VaultModule],
    };
  }
}
