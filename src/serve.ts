// Starts the application as configured and says where it can be reached. Used by `npm start`, `recourse serve` and tests.

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { problemOf } from './api';
import { AppModule, type Surroundings } from './app.module';
import { Demo } from './demo';
import { entities } from './entities';
import { openDb } from './persistence';
import { RandomIds, SettableClock, SystemClock, type Config } from './platform';
import { Dispatcher } from './worker';

/** Builds the application on what it is given, without listening yet. */
export async function createApp(surroundings: Surroundings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(surroundings), {
    bodyParser: false,
    logger: surroundings.config.logLevel === 'debug' ? undefined : ['error', 'warn'],
    abortOnError: false,
  });
  app.set('trust proxy', 1);
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          scriptSrc: ["'self'"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      strictTransportSecurity: surroundings.config.production
        ? { maxAge: 31_536_000, includeSubDomains: true }
        : false,
      crossOriginOpenerPolicy: surroundings.config.production,
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  // Nothing is kept on the way unless a page says that anybody may have it.
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { extended: true, limit: '1mb', parameterLimit: 2000 });
  app.use(answerUnreadable);
  app.use(cookieParser());
  app.enableShutdownHooks();
  return app;
}

/** A body that is too large or not JSON never reaches a controller: it is answered here, in the same words. */
function answerUnreadable(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  const problem = problemOf(error);
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

export async function serve(config: Config): Promise<NestExpressApplication> {
  const db = await openDb(config, entities);
  const app = await createApp({
    config,
    db,
    clock: config.demo ? new SettableClock(new Date(0)) : new SystemClock(),
    ids: new RandomIds(),
  });
  if (config.demo) {
    await app.init();
    await app.get(Demo).prepare();
  }
  if (config.role !== 'web') app.get(Dispatcher).start();
  await app.listen(config.port);
  const address = app.getHttpServer().address() as { port: number };
  console.log(
    `Recourse is ready on http://localhost:${address.port}${config.demo ? ' (demonstration)' : ''}`,
  );
  return app;
}
