import { TryLater } from './channels';
import { Pace } from './pace';

describe('The pace of a channel', () => {
  it('lets no more through than it should, in even steps, and loses nobody', async () => {
    const pace = new Pace(6_000);
    const at: number[] = [];
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: 20 }, () => pace.turn(false).then(() => at.push(performance.now()))),
    );
    expect(at).toHaveLength(20);
    // Twenty turns are nineteen steps of ten milliseconds.
    expect((at.at(-1) as number) - begun).toBeGreaterThanOrEqual(185);
  });

  it('lets what is urgent go first, however many wait', async () => {
    const pace = new Pace(3_000);
    const order: string[] = [];
    const waiting = Array.from({ length: 10 }, (_, n) =>
      pace.turn(false).then(() => order.push(`news ${n}`)),
    );
    waiting.push(pace.turn(true).then(() => order.push('last day')));
    await Promise.all(waiting);
    expect(order[0]).toBe('last day');
    expect(order).toHaveLength(11);
  });

  it('sends away whoever would wait too long, and everybody while it is paused', async () => {
    const slow = new Pace(6);
    await slow.turn(false);
    await expect(slow.turn(false)).rejects.toBeInstanceOf(TryLater);
    await expect(slow.turn(true)).rejects.toBeInstanceOf(TryLater);
    const paused = new Pace(60_000);
    paused.pause(50);
    await expect(paused.turn(true)).rejects.toMatchObject({ wait: expect.any(Number) });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await paused.turn(false);
  });
});
