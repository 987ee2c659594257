import { currentRoutes, routeFor } from '..';
import { isWorking, stepsAhead, type CaseContext, type Route } from '.';

const complaint = routeFor('council-complaint') as Route;
const appeal = routeFor('tribunal.sen-appeal') as Route;
const remembers = (facts: object): CaseContext => ({ facts, opened: '2026-10-01', happened: {}, missed: {} });

describe('The steps ahead of a case', () => {
  it('say who acts and when at the latest, each counted from the one before, and no limit of the family that is not one yet', () => {
    const context = remembers({ aware: '2026-09-01', received: '2026-11-06' });
    const steps = stepsAhead(complaint, { stage: 'received', context }, '2026-11-13');
    expect(steps.slice(0, 3)).toEqual([
      {
        titles: ['Stage 1: the council must answer'],
        responsible: 'council complaints team',
        due: '2026-11-27',
      },
      {
        titles: ['You have an answer. Are you content?'],
        responsible: 'parent or young person',
      },
      {
        titles: ['The council must acknowledge stage 2'],
        responsible: 'council complaints team',
        due: '2027-01-06',
      },
    ]);
    expect(steps).toHaveLength(5);
  });

  it('do not foretell what a Tribunal will decide', () => {
    const last = stepsAhead(appeal, { stage: 'listed', context: remembers({ noticeSent: '2026-10-01' }) }).at(
      -1,
    );
    expect(last).toEqual({
      titles: ['The appeal was allowed', 'The appeal was dismissed', 'An order was agreed'],
    });
  });

  it('name no day after a step whose day somebody has yet to set', () => {
    const steps = stepsAhead(
      appeal,
      { stage: 'answering', context: remembers({ noticeSent: '2026-10-01' }) },
      '2026-11-13',
    );
    expect(steps.map(({ due }) => due)).toEqual(steps.map(() => undefined));
  });

  it('never end where a case still needs somebody, never repeat and never go back in time', () => {
    const silent: string[] = [];
    for (const route of currentRoutes()) {
      for (const [stage, definition] of Object.entries(route.stages)) {
        if (!isWorking(definition)) continue;
        const steps = stepsAhead(
          route,
          { stage, context: remembers({ noticeSent: '2026-10-01', points: [] }) },
          '2026-11-13',
        );
        if (steps.length === 0) silent.push(`${route.id} ${stage}`);
        const days = steps.flatMap(({ due }) => due ?? []);
        expect(days).toEqual([...days].sort());
        expect(new Set(steps.map(({ titles }) => titles.join())).size).toBe(steps.length);
      }
    }
    // Which remedy is the last one cannot be known without the decision that names them.
    expect(silent).toEqual(['ombudsman.phso remedies-provider', 'ombudsman.phso remedies-icb']);
  });
});
