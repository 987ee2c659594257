import { onBothDatabases } from '../../test/databases';
import { RandomIds, SettableClock } from '../platform';
import { Vault } from '../vault';
import { Limits, limits } from './limits';

onBothDatabases('T8 How often something may be tried', (openTestDb) => {
  it('is the same for thirty at once, for each apart, and begins anew after a while', async () => {
    const clock = new SettableClock(new Date('2026-11-24T09:00:00Z'));
    const vault = new Vault(Buffer.alloc(32, 1), new RandomIds(), clock);
    const counted = new Limits(await openTestDb(), vault, clock);
    const tries = (who: string) =>
      Promise.all(Array.from({ length: 30 }, () => counted.allow('second-factor', who)));
    const { most, every } = limits['second-factor'];
    expect((await tries('one')).filter(Boolean)).toHaveLength(most);
    expect((await tries('other')).filter(Boolean)).toHaveLength(most);
    clock.moveTo(new Date(clock.now().getTime() + every));
    expect((await tries('one')).filter(Boolean)).toHaveLength(most);
  });
});
