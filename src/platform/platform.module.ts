// Gives every feature the configuration, the clock and the ids, so that tests can give others.

import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock';
import type { Config } from './config';
import { Ids } from './ids';

/** Injection token of the `Config`. */
export const CONFIG = Symbol('Config');

@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, clock: Clock, ids: Ids): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: Ids, useValue: ids },
      ],
      exports: [CONFIG, Clock, Ids],
    };
  }
}
