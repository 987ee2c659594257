// Walks real cases through the days on which clocks change, a leap day and a turn of the year, and prints what happened
// when: run with different TZ, it must print the same.

import 'reflect-metadata';
import { Cases } from '../../src/engine';
import { Deadline, JournalEntry } from '../../src/engine/entities';
import { People } from '../../src/access';
import { SettableClock } from '../../src/platform';
import { Organisations } from '../../src/organisations';
import { Reminder } from '../../src/reminders/entities';
import { Worker } from '../../src/worker';
import { freshSqlite } from '../databases';
import { appOn, findingsIn } from './rig';

async function walk([from, to]: [string, string]) {
  const { settings, drop } = freshSqlite();
  const clock = new SettableClock(new Date(from));
  const { app, db, close } = await appOn(settings, clock);
  const { who, parties } = await db.tx(async (m) => {
    const { id } = await app.get(People).create(m, { name: 'A', email: 'a@example.org' });
    const council = (await app.get(Organisations).create(m, 'council', 'C')).id;
    const icb = (await app.get(Organisations).create(m, 'icb', 'I')).id;
    return { who: { kind: 'person', personId: id } as const, parties: { council, icb } };
  });
  const day = from.slice(0, 10);
  const open = (route: string, facts: Record<string, unknown>) =>
    app.get(Cases).open({ route, facts, parties }, who);
  await open('tribunal.sen-appeal', { decision: 'refuse-to-assess', noticeSent: day });
  await open('council-complaint', { about: 'delay', aware: day, received: day, complaint: 'x' });
  const points = [{ key: '1', what: 'x', kind: 'mediation.agreement.no-appeal-right' }];
  await open('compliance', { source: 'agreement', made: day, owedBy: 'icb', points });
  await app.get(Worker).advanceTo(clock, new Date(to));
  const reminders = (await db.read.find(Reminder)).map(
    ({ template, party, at, closedAt, status }) => `${at} ${status} ${closedAt} ${template} ${party}`,
  );
  const deadlines = (await db.read.find(Deadline)).map(
    ({ rule, due, dueAt, lateAfter, status }) => `${due} ${dueAt} ${lateAfter} ${status} ${rule}`,
  );
  const misses = (await db.read.find(JournalEntry))
    .filter(({ type }) => type.startsWith('missed.'))
    .map(({ at, occurredOn, type }) => `${at} ${occurredOn} ${type}`);
  const findings = await findingsIn(app, 0);
  await close();
  await drop();
  return { reminders: reminders.sort(), deadlines: deadlines.sort(), misses: misses.sort(), findings };
}

async function main(walks: [string, string][]): Promise<void> {
  const walked = [];
  for (const each of walks) walked.push(await walk(each));
  console.log(`walked ${JSON.stringify(walked)}`);
}

void main(JSON.parse(process.argv[2] as string) as [string, string][]);
