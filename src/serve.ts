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
import { holdBackFloods } from './floods';
import { clockOf, openDb } from './persistence';
import { faultOf, frameworkLog, log, logFrom, RandomIds, SettableClock, type Config } from './platform';
import { Verifications } from './verification';
import { Dispatcher } from './worker';

/** Builds the application on what it is given, without listening yet. */
export async function createApp(surroundings: Surroundings): Promise<NestExpressApplication> {
  logFrom(surroundings.config.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(surroundings), {
    bodyParser: false,
    logger: frameworkLog,
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
  holdBackFloods(app);
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { extended: true, limit: '1mb', parameterLimit: 2000 });
  app.use(answerUnreadable);
  // A form of a kind that nobody reads is an empty one.
  app.use((request: Request, _response: Response, next: NextFunction) => {
    if (!request.path.startsWith('/api/')) request.body ??= {};
    next();
  });
  app.use(cookieParser());
  app.use((_request: Request, _response: Response, next: NextFunction) => surroundings.db.forRequest(next));
  app.use((_request: Request, response: Response, next: NextFunction) => {
    // Whoever keeps a connection open would otherwise be served for ever by a process that was asked to stop.
    if (!app.getHttpServer().listening) response.setHeader('Connection', 'close');
    next();
  });
  return app;
}

/** Finishes what is under way when the process is asked to stop, for so long at most; then the process ends. */
const STOP_WITHIN = 10_000;

export function stopInOrder(app: NestExpressApplication): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => app.getHttpServer().closeAllConnections(), STOP_WITHIN).unref();
    await app.close();
    log('info', 'stopped in order');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        log('error', 'could not stop in order', faultOf(error));
        process.exit(1);
      });
    });
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
    clock: config.demo ? new SettableClock(new Date(0)) : await clockOf(db),
    ids: new RandomIds(),
  });
  if (config.demo) {
    await app.init();
    await app.get(Demo).prepare();
  }
  if (config.role !== 'web') {
    app.get(Dispatcher).start();
    app.get(Verifications).start();
  }
  stopInOrder(app);
  await app.listen(config.port);
  const address = app.getHttpServer().address() as { port: number };
  console.log(
    `Recourse is ready on http://localhost:${address.port}${config.demo ? ' (demonstration)' : ''}`,
  );
  return app;
}
