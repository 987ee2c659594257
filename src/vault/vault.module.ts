// Gives every feature the vault, opened with the operator's master key.

import { Global, Module } from '@nestjs/common';
import { Clock, CONFIG, Ids, type Config } from '../platform';
import { masterKey } from './master-key';
import { Vault } from './vault';

@Global()
@Module({
  providers: [
    {
      provide: Vault,
      inject: [CONFIG, Ids, Clock],
      useFactory: (config: Config, ids: Ids, clock: Clock) =>
        new Vault(masterKey(config.masterKey, config.dataDir, config.databaseUrl !== undefined), ids, clock),
    },
  ],
  exports: [Vault],
})
export class VaultModule {}
