// What operators are given to run it with holds together: the alarms with the figures there are, docker-compose.yml with
// the settings there are, docs/operate.md with both.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';
import { readConfig } from '../src/platform';
import { Verifications } from '../src/verification';
import { Dispatcher } from '../src/worker';
import { startApp } from './app';
import { KEY } from './faults/rig';
import { freshPostgres } from './databases';
import { freshRedis } from './redis';

const root = join(__dirname, '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const manual = textOf('docs/operate.md');
const missing = [process.env.RECOURSE_TEST_POSTGRES, process.env.RECOURSE_TEST_REDIS].find(
  (state) => state !== 'up',
);

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

const rules = (
  parse(textOf('examples/prometheus/recourse-alerts.yml')) as { groups: { rules: Rule[] }[] }
).groups.flatMap((group) => group.rules);

/** Names of figures in a PromQL expression. @throws Error where Prometheus could not read it */
function figuresIn(expr: string): string[] {
  const names: string[] = [];
  parser.parse(expr).iterate({
    enter: ({ type, node, from, to }) => {
      if (type.isError) throw new Error(`Not PromQL, at ${from}: ${expr}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector')
        names.push(expr.slice(from, to));
    },
  });
  return names;
}

describe('The alarms for Prometheus', () => {
  it('can be read by Prometheus, say what is wrong and where the way out is described', () => {
    expect(rules.length).toBeGreaterThan(8);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { expr, labels, annotations } of rules) {
      expect(figuresIn(expr).length).toBeGreaterThan(0);
      expect(['page', 'ticket']).toContain(labels.severity);
      const [, heading] = /docs\/operate\.md, "([^"]+)"/.exec(annotations.runbook) ?? [];
      expect([annotations.summary, manual.includes(`## ${heading}\n`)]).toEqual([annotations.summary, true]);
    }
    expect(() => figuresIn('max by (kind (recourse_due_rows)')).toThrow('Not PromQL');
  });

  (missing ? it.skip : it)(
    `name figures that there are, and so does the manual${missing ? ` (skipped: ${missing})` : ''}`,
    async () => {
      const { settings, drop } = await freshPostgres();
      const redis = await freshRedis();
      const t = await startApp(await openDb(settings, entities), new Date().toISOString(), {
        DATABASE_URL: settings.databaseUrl,
        REDIS_URL: redis.url,
        RECOURSE_MASTER_KEY: KEY,
      });
      // The root of the day is made by the first sweep.
      await t.worker.runUntilIdle();
      await t.app.get(Verifications).ask();
      await t.app.get(Verifications).runDue();
      await t.app.listen(0);
      const text = await (await fetch(`${await t.app.getUrl()}/metrics`)).text();
      const given = new Set([...text.matchAll(/^(\w+)[{ ]/gm)].map(([, name]) => name as string));
      const inAlarms = rules.flatMap(({ expr }) => figuresIn(expr));
      const figures = manual.split('\n').filter((line) => /^\| `(?:recourse|process)_/.test(line));
      const inManual = figures.flatMap((line) =>
        [...(line.split('|')[1] ?? '').matchAll(/`([a-z_]+)/g)].map(([, name]) => name as string),
      );
      for (const name of [...inAlarms, ...inManual]) expect([name, given.has(name)]).toEqual([name, true]);
      // And every figure is explained.
      for (const name of given) expect([name, inManual.includes(name)]).toEqual([name, true]);
      await t.app.get(Dispatcher).beforeApplicationShutdown();
      await t.app.close();
      await redis.drop();
      await drop();
    },
  );
});

describe('docker-compose.yml', () => {
  interface Service {
    image?: string;
    build?: string;
    command?: string[];
    environment?: Record<string, string>;
    depends_on?: Record<string, { condition: string }>;
    healthcheck?: unknown;
    volumes?: string[];
    ports?: string[];
    container_name?: string;
  }
  const compose = parse(textOf('docker-compose.yml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const services = Object.entries(compose.services);
  const ours = services.filter(([, { build }]) => build !== undefined);
  /** As compose puts in variables: `${NAME:-default}`, and `${NAME:?reason}` where there must be one. */
  const filled = (text: string, given: Record<string, string>): string =>
    text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, how: string, otherwise: string) => {
      if (given[name] !== undefined) return given[name];
      if (how !== '-') throw new Error(`${name} must be set`);
      return otherwise;
    });

  it('has each service that another waits for, with a check of its health, and each volume', () => {
    expect(ours.map(([name]) => name)).toEqual(['web', 'worker']);
    for (const [, { depends_on: needs = {}, volumes = [] }] of services) {
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(Object.keys(compose.services)).toContain(name);
        if (condition === 'service_healthy') expect(compose.services[name]?.healthcheck).toBeDefined();
      }
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
    for (const [, { image }] of services.filter(([, each]) => !each.build))
      expect(image).toMatch(/^[\w./-]+(:[\w.]+)?$/);
  });

  it('can be scaled: no fixed names, ports for several, one folder for documents', () => {
    for (const [, { container_name: fixed, ports = [], volumes }] of ours) {
      expect(fixed).toBeUndefined();
      for (const port of ports) expect(port).toMatch(/^\d+-\d+:3000$/);
      expect(volumes).toEqual(['data:/data']);
    }
    expect(textOf('Dockerfile')).toMatch(/RECOURSE_DATA=\/data/);
  });

  it('sets only what there is, and the service accepts it in production', () => {
    const known = new Set(
      [...textOf('src/platform/config.ts').matchAll(/env\.([A-Z_]+)/g)].map(([, name]) => name),
    );
    const given = {
      POSTGRES_PASSWORD: 'secret',
      RECOURSE_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    };
    for (const [, { environment = {} }] of ours) {
      for (const name of Object.keys(environment)) {
        expect([name, known.has(name)]).toEqual([name, true]);
        expect([name, manual.includes(`\`${name}\``)]).toEqual([name, true]);
      }
      const env = Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [name, filled(value, given)]),
      );
      const config = readConfig({ NODE_ENV: 'production', RECOURSE_DATA: '/data', ...env });
      expect(config).toMatchObject({
        databaseUrl: 'postgres://recourse:secret@postgres:5432/recourse',
        redisUrl: 'redis://redis:6379',
        clamdUrl: 'tcp://clamav:3310',
        masterKey: given.RECOURSE_MASTER_KEY,
      });
      // Each address is that of a service.
      for (const address of [config.databaseUrl, config.redisUrl, config.clamdUrl, config.smtpUrl])
        expect(Object.keys(compose.services)).toContain(new URL(address as string).hostname);
      expect(() => filled(environment.RECOURSE_MASTER_KEY ?? '', {})).toThrow('must be set');
    }
  });

  it('starts a command that there is, in the roles there are', () => {
    const commands = readdirSync(join(root, 'src')).filter((file) => file.endsWith('.ts'));
    for (const [name, { command = [] }] of ours) {
      const [program, file = '', ...words] = command;
      expect(program).toBe('node');
      expect(commands).toContain(file.replace(/^dist\/src\/(.*)\.js$/, '$1.ts'));
      expect(words).toEqual(['serve', '--role', name]);
      expect(() => readConfig({ RECOURSE_ROLE: name })).not.toThrow();
    }
  });
});
