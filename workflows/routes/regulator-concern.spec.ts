import { Journey } from '../../test/journey';
import { regulatorConcern } from './regulator-concern';
import { safeguarding } from './safeguarding';

const begin = (more: Record<string, unknown> = {}) =>
  new Journey(regulatorConcern, { regulator: 'area', ...more }, '2026-11-24');

describe('Telling the regulator', () => {
  it('has no dates, and says so from the start to the answer', () => {
    const journey = begin();
    expect([journey.stage, journey.due]).toEqual(['before', {}]);
    journey.send('sent', '2026-11-25', { said: 'Plans are a year late here' });
    expect([journey.stage, journey.responsible, journey.due]).toEqual(['sent', 'parent or young person', {}]);
    journey.send('answered', '2026-12-15', { answer: 'noted' });
    expect([journey.over, journey.opened]).toEqual([true, []]);
  });

  it('starts as sent where it was sent before, and can be closed without an answer', () => {
    const journey = begin({ sent: '2026-10-01' });
    expect(journey.stage).toBe('sent');
    expect(() => journey.send('answered', '2026-09-30', { answer: 'acting' })).toThrow('what you sent');
    expect(journey.send('closed', '2026-12-01').stage).toBe('closed');
  });

  it('puts a child at risk first', () => {
    const journey = begin().send('at-risk', '2026-11-25', { danger: true });
    expect(journey.effects).toEqual([
      { kind: 'open', route: 'safeguarding', once: true, facts: [{ danger: true }] },
    ]);
    expect(new Journey(safeguarding, { danger: true }, '2026-11-25').stage).toBe('danger');
  });
});
