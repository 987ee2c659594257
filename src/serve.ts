// Starts the application as configured and says where it can be reached. Used by `npm start`, `recourse serve` and tests.

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule, type Surroundings } from './app.module';
import { entities } from './entities';
import { openDb } from './persistence';
import { RandomIds, SystemClock, type Config } from './platform';

/** Builds the application on what it is given, without listening yet. */
export async function createApp(surroundings: Surroundings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(surroundings), {
    bodyParser: false,
    logger: surroundings.config.logLevel === 'debug' ? undefined : ['error', 'warn'],
    abortOnError: false,
  });
  app.enableShutdownHooks();
  return app;
}

export async function serve(config: Config): Promise<NestExpressApplication> {
  const db = await openDb(config, entities);
  const app = await createApp({ config, db, clock: new SystemClock(), ids: new RandomIds() });
  await app.listen(config.port);
  const address = app.getHttpServer().address() as { port: number };
  console.log(
    `Recourse is ready on http://localhost:${address.port}${config.demo ? ' (demonstration)' : ''}`,
  );
  return app;
}
