import { Journey } from '../../test/journey';
import { safeguarding } from './safeguarding';

const begin = (facts: Record<string, unknown>) => new Journey(safeguarding, facts, '2026-12-23');

describe('A child at risk', () => {
  it('says 999 first where there is danger now', () => {
    const journey = begin({ danger: true });
    expect([journey.stage, journey.responsible, journey.due]).toEqual([
      'danger',
      'parent or young person',
      {},
    ]);
    journey.send('police-called', '2026-12-23').send('referred', '2026-12-23', { how: 'phone' });
    expect(journey.responsible).toBe('safeguarding front door');
  });

  it('asks for a decision in one working day, over Christmas too', () => {
    const journey = begin({ danger: false });
    expect(journey.stage).toBe('before');
    journey.send('referred', '2026-12-24', { how: 'form', said: 'A taxi escort hits him' });
    // Friday is Christmas Day, Monday the substitute for Boxing Day.
    expect(journey.due).toEqual({ 'safeguarding.decide': '2026-12-29' });
    journey.send('decided', '2026-12-29', { decision: 'enquiry' });
    expect([journey.over, journey.stage]).toEqual([true, 'help-comes']);
  });

  it('keeps asking after silence, and starts the day anew when a manager looks again', () => {
    const journey = begin({ danger: false, referred: '2026-12-21' });
    expect(journey.due).toEqual({ 'safeguarding.decide': '2026-12-22' });
    journey.miss('safeguarding.decide', '2026-12-23').send('decided', '2026-12-23', { decision: 'nothing' });
    expect([journey.stage, journey.responsible]).toEqual(['no-action', 'parent or young person']);
    journey.send('asked-again', '2026-12-30', { why: 'It happened again' });
    expect(journey.due).toEqual({ 'safeguarding.decide': '2026-12-31' });
    expect(journey.send('safe', '2026-12-31').over).toBe(true);
  });

  it('counts a second referral from its own day', () => {
    const journey = begin({ danger: false, referred: '2026-12-21' })
      .send('decided', '2026-12-22', { decision: 'nothing' })
      .send('asked-again', '2026-12-22')
      .send('decided', '2026-12-23', { decision: 'nothing' })
      .send('referred', '2027-01-11', { how: 'phone' });
    expect(journey.due).toEqual({ 'safeguarding.decide': '2027-01-12' });
  });

  it('refuses a decision before the referral', () => {
    expect(() =>
      begin({ danger: false, referred: '2026-12-21' }).send('decided', '2026-12-20', { decision: 'help' }),
    ).toThrow('cannot be earlier than the referral');
  });
});
