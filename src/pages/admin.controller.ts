// Administration: whether the service works, where cases stand on each route, what failed for good, what operators did.

import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { currentRoutes, findRoute, routes } from '../../workflows';
import { outlineOf } from '../../workflows/kit';
import { ruleOf, isRuleId } from '../../workflows/law';
import { Operators, People } from '../access';
import { Stock } from '../engine';
import { Db, lastBackup } from '../persistence';
import { Clock, CONFIG, Refusal, type Config } from '../platform';
import { svgOf } from '../route-docs';
import { Verifications } from '../verification';
import { DeadLetters, Dispatcher, TimedWork, Worker, type Kind } from '../worker';
import { Readers } from './reader';

const WORK: Record<Kind, string> = {
  deadlines: 'Missed dates to raise',
  links: 'News between linked cases',
  reminders: 'Reminders to turn into messages',
  messages: 'Messages to send',
  webhooks: 'Webhooks to call',
};
/** Timed work looks at its rows every few seconds: what is older than this waits for somebody. */
const SLOW_MS = 60_000;
const STOPPED_MS = 300_000;
/** By so much a machine's clock may be off before somebody should look. */
const SKEW_MS = 30_000;

@Controller('admin')
export class AdminController {
  constructor(
    private readonly db: Db,
    private readonly work: TimedWork,
    private readonly worker: Worker,
    private readonly dispatcher: Dispatcher,
    private readonly letters: DeadLetters,
    private readonly stock: Stock,
    private readonly operators: Operators,
    private readonly people: People,
    private readonly readers: Readers,
    private readonly verifications: Verifications,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async home(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    const now = this.clock.now().getTime();
    const backlog = await this.work.backlog();
    const redis = await this.dispatcher.redis();
    const letters = await this.letters.all();
    const skew = this.clock.skew();
    const sqlite = this.db.kind === 'sqlite';
    await this.readers.page(request, response, 'admin/home.njk', {
      title: 'Administration',
      work: backlog.map(({ kind, waiting, due, oldest }) => ({
        title: WORK[kind],
        waiting,
        due,
        oldest,
        state: stateOf(oldest === null ? 0 : now - Date.parse(oldest)),
      })),
      database: sqlite ? 'SQLite, in this process' : 'PostgreSQL',
      backup: { ours: sqlite, at: sqlite ? lastBackup(this.config.dataDir) : undefined },
      clock: { wrong: Math.abs(skew) > SKEW_MS, seconds: Math.round(skew / 1000) },
      verified: await this.verifications.lastMade(),
      queue: redis === undefined ? 'None: this process does the timed work' : `Redis is ${redis}`,
      failing: this.worker.problem,
      letters: letters.map((letter) => ({ ...letter, title: WORK[letter.kind] })),
    });
  }

  @Post('dead-letters/retry')
  async retry(@Req() request: Request, @Res() response: Response, @Body('row') row = '') {
    const { personId } = await this.readers.operator(request, true);
    await this.db.tx(async (m) => {
      if (await this.letters.retry(String(row)))
        await this.operators.record(m, personId, `let ${String(row)} be tried again`);
    });
    response.redirect(303, '/admin');
  }

  @Get('routes')
  async routes(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    const counts = await this.stock.byStage();
    const current = new Set<object>(currentRoutes());
    await this.readers.page(request, response, 'admin/routes.njk', {
      title: 'Routes',
      back: '/admin',
      routes: routes.map((route) => {
        const own = counts.filter((each) => each.route === route.id && each.version === route.version);
        return {
          id: route.id,
          title: route.title,
          version: route.version,
          current: current.has(route),
          open: sum(own.map(({ open }) => open)),
          over: sum(own.map(({ over }) => over)),
        };
      }),
    });
  }

  @Get('routes/:id/:version')
  async route(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('version') version: string,
  ) {
    await this.readers.operator(request);
    const route = findRoute(id, version);
    if (!route) throw new Refusal('not-found', 'There is no such version of a route.');
    const counts = (await this.stock.byStage()).filter(
      (each) => each.route === route.id && each.version === route.version,
    );
    const { stages, law } = outlineOf(route);
    await this.readers.page(request, response, 'admin/route.njk', {
      title: route.title,
      back: '/admin/routes',
      route,
      law,
      svg: inPage(await svgOf(route)),
      stages: stages.map((stage) => ({
        ...stage,
        count: sum(counts.filter((each) => each.stage === stage.id).map(({ open, over }) => open + over)),
        dates: (stage.deadlines ?? []).map(({ rules, owedBy, ifMissed }) => ({
          owedBy,
          ifMissed,
          rules: rules.map((rule) =>
            isRuleId(rule) ? `${ruleOf(rule).title} (${ruleOf(rule).citation})` : rule,
          ),
        })),
      })),
    });
  }

  @Get('acts')
  async acts(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    const acts = await this.operators.acts();
    const names = new Map<string, string>();
    for (const { personId } of acts)
      if (personId && !names.has(personId))
        names.set(personId, (await this.people.contact(personId))?.name ?? 'Somebody who has left');
    await this.readers.page(request, response, 'admin/acts.njk', {
      title: 'What operators did',
      back: '/admin',
      acts: acts.map((act) => ({
        ...act,
        who: act.personId === null ? 'On the command line' : names.get(act.personId),
      })),
    });
  }
}

/** A drawing inside a page has no prolog of its own. */
const inPage = (svg: string): string => svg.slice(svg.indexOf('<svg'));

const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);

function stateOf(lateMs: number): { text: string; colour: string; advice?: string } {
  if (lateMs < SLOW_MS) return { text: 'Working', colour: 'green' };
  const advice =
    'See the log, and whether a worker is running. Add workers where there is more to do than they can.';
  return lateMs < STOPPED_MS
    ? { text: 'Slow', colour: 'yellow', advice }
    : { text: 'Stopped', colour: 'red', advice };
}
