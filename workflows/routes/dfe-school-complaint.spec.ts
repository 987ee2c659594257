import { Journey } from '../../test/journey';
import { dfeSchoolComplaint } from './dfe-school-complaint';

const begin = (facts: Record<string, unknown> = {}) =>
  new Journey(
    dfeSchoolComplaint,
    { kind: 'maintained', happened: '2026-06-10', why: 'finished', asked: '2026-11-02', ...facts },
    '2026-11-02',
  );
const told = (journey: Journey) => journey.effects.filter(({ kind }) => kind === 'tell');

describe('A complaint to the Department for Education', () => {
  it('waits for the family while nothing is sent; no law sets a last day for a school', () => {
    const journey = begin({ asked: undefined });
    expect([journey.stage, journey.responsible]).toEqual(['ready', 'parent or young person']);
    expect(journey.due).toEqual({});
    journey.send('asked', '2026-11-05');
    expect(journey.responsible).toBe('Department for Education');
  });

  it('counts twelve months for a college, and still takes a late complaint', () => {
    const journey = begin({ kind: 'college', asked: undefined });
    expect(journey.due).toEqual({ 'college.department': '2027-06-10' });
    journey.miss('college.department', '2027-06-11').send('asked', '2027-06-14');
    expect(journey.stage).toBe('checking');
    expect(journey.due).toEqual({});
  });

  it('comes back to the family when it is too early, and can be sent again', () => {
    const journey = begin().send('sent-back', '2026-11-10');
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.send('asked', '2027-01-11').stage).toBe('checking');
  });

  it('gives the family the day by which the Department wants more', () => {
    const journey = begin()
      .send('accepted', '2026-11-10')
      .send('more-asked', '2026-11-12', { by: '2026-11-26' });
    expect(journey.due).toEqual({ 'named.date': '2026-11-26' });
    journey.miss('named.date', '2026-11-27').send('more-sent', '2026-11-30');
    expect(journey.stage).toBe('looking');
  });

  it.each([
    ['maintained', 'school governing board', 'school-complaint.maintained'],
    ['academy', 'academy trust', 'school-complaint.academy'],
    ['college', 'college', 'college-complaint'],
  ])('makes the %s put right each point by its day', (kind, party, route) => {
    const journey = begin({ kind })
      .send('accepted', '2026-11-10')
      .send('decided', '2027-01-20', {
        wrong: true,
        direction: kind === 'maintained',
        promises: [
          { what: 'Hold the hearing', by: '2027-02-19' },
          { what: 'Change the policy', by: '2027-03-31' },
        ],
      });
    expect(journey.responsible).toBe(party);
    expect(journey.due).toEqual({ 'named.date#1': '2027-02-19', 'named.date#2': '2027-03-31' });
    journey.send('promise-kept', '2027-02-18', { point: '1' }).miss('named.date', '2027-04-01', '2');
    expect(journey.over).toBe(false);
    journey.send('promise-kept', '2027-04-06', { point: '2' });
    expect(journey.stage).toBe('put-right');
    expect(told(journey)).toEqual([
      { kind: 'tell', route, event: 'outside-over', on: '2027-04-06', data: {} },
    ]);
  });

  it('tells the case of the school when the Department declines, decides that nothing is to do, or is not asked on', () => {
    const declined = begin().send('declined', '2026-11-20', { why: 'outside' });
    expect([declined.stage, told(declined)]).toMatchObject(['declined', [{ on: '2026-11-20' }]]);
    const nothing = begin({ kind: 'academy' }).send('decided', '2026-12-01', { wrong: false });
    expect([nothing.stage, told(nothing)]).toMatchObject([
      'decided',
      [{ route: 'school-complaint.academy', on: '2026-12-01' }],
    ]);
    const stopped = begin().send('given-up', '2026-11-05');
    expect([stopped.stage, told(stopped)]).toMatchObject(['given-up', [{ on: '2026-11-05' }]]);
  });

  it('refuses an answer before it was sent, and a sending before the matter', () => {
    expect(() => begin().send('accepted', '2026-11-01')).toThrow('earlier than the day you sent it');
    expect(() => begin({ asked: undefined }).send('asked', '2026-06-01')).toThrow(
      'earlier than what it is about',
    );
    expect(() =>
      begin().send('decided', '2026-12-01', { wrong: true, promises: [{ what: 'x', by: '2026-11-30' }] }),
    ).toThrow('cannot be in the past');
  });
});
