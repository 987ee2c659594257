// Equality questions: counted, and then nobody can tell whose they were.

import { Equality, equalityIds } from '../src/equality';
import { EqualityAsked, EqualityCount } from '../src/equality/entities';
import { PersonalData } from '../src/engine';
import { ErasureRequests } from '../src/privacy';
import { People } from '../src/access';
import { startApp, type TestApp } from './app';
import { mostlyOnSqlite } from './databases';

mostlyOnSqlite('Equality questions', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z');
  });
  const equality = () => t.app.get(Equality);
  const somebody = async () => {
    const email = `family-${(made += 1)}@example.org`;
    return (await t.db.tx((m) => t.app.get(People).create(m, { name: 'A family', email }))).id;
  };
  let made = 0;
  const counted = async () =>
    (await t.db.read.find(EqualityCount, { order: { question: 'ASC', answer: 'ASC' } })).map(
      ({ quarter, question, answer, count }) => [quarter, question, answer, count],
    );

  it('add each answer to the count of its quarter once, and leave out what is no answer', async () => {
    const answers = { age: '5-10', sex: 'unsaid', need: 'no such need', ethnicity: undefined, to: '/cases' };
    expect(await equality().wasAsked(t.people.Amira.personId)).toBe(false);
    await equality().count(t.people.Amira.personId, answers);
    await equality().count(t.people.Amira.personId, { age: 'under-5' });
    expect(await equality().wasAsked(t.people.Amira.personId)).toBe(true);
    expect(await counted()).toEqual([
      ['2026Q4', 'age', '5-10', 1],
      ['2026Q4', 'sex', 'unsaid', 1],
    ]);
  });

  it('are not asked again of who skipped them, and skipping counts nothing', async () => {
    const before = await counted();
    const id = await somebody();
    await equality().count(id, {});
    expect([await equality().wasAsked(id), await counted()]).toEqual([true, before]);
  });

  it('stand in no row with anybody, in no case, and in nobody’s copy of their data', async () => {
    const { columns } = t.db.read.connection.getMetadata(EqualityCount);
    expect(columns.map(({ propertyName }) => propertyName)).toEqual([
      'quarter',
      'question',
      'answer',
      'count',
    ]);
    expect(t.db.read.connection.getMetadata(EqualityAsked).columns).toHaveLength(1);
    const copy = JSON.stringify(await t.app.get(PersonalData).of(t.people.Amira));
    for (const id of equalityIds) expect(copy).not.toContain(`"${id}"`);
    const id = await somebody();
    await equality().count(id, { age: '11-15' });
    await t.app.get(ErasureRequests).ask(id);
    expect(await equality().wasAsked(id)).toBe(false);
    expect(await counted()).toContainEqual(['2026Q4', 'age', '11-15', 1]);
  });

  it('are published for a quarter that is over, small numbers hidden and no single one left to work out', async () => {
    const say = async (times: number, age: string) => {
      for (let n = 0; n < times; n += 1) await equality().count(await somebody(), { age });
    };
    await say(12, 'under-5');
    await say(9, '5-10');
    await say(22, '11-15');
    expect((await equality().published()).quarter).toBe('2026Q3');
    t.clock.moveTo(new Date('2027-01-20T09:00:00Z'));
    const { quarter, questions } = await equality().published();
    expect(quarter).toBe('2026Q4');
    const ages = Object.fromEntries(
      questions
        .find(({ question }) => question === 'age')
        ?.answers.map(({ answer, value }) => [answer, value]) ?? [],
    );
    expect(ages).toEqual({ 'under-5': 10, '5-10': 10, '11-15': 25, '16-25': 0, unsaid: 0 });
    const sexes = questions.find(({ question }) => question === 'sex')?.answers.map(({ value }) => value);
    expect(sexes).toEqual([0, 0, '*']);
  });
});
