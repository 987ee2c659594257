import type { CaseView, DeadlineView } from '../engine';
import { casePage, datesOf, saidOf } from './case-page';
import { pageForStaff } from './staff-words';

describe('The words of a case page', () => {
  const meeting = {
    id: 'd1',
    rule: 'named.date',
    title: 'Do what was decided or agreed by the date named in it',
    owedBy: 'mediator',
    owedByName: 'Calm Mediation',
    status: 'open',
    due: '2026-11-13',
    workingDaysLeft: 3,
    kind: 'policy',
  } as DeadlineView;
  const titles = (deadlines: DeadlineView[], duty = 'must hold the meeting') =>
    datesOf({
      deadlines,
      parts: ['mediator'],
      scope: 'full',
      turn: { responsible: 'mediator', due: '2026-11-13', duty },
    } as unknown as CaseView).map(({ title }) => title);

  it('say of a day that somebody named what it is for, where the stage asks it of them', () => {
    expect(titles([meeting])).toEqual(['Hold the meeting']);
    expect(titles([{ ...meeting, point: '1' }])).toEqual([meeting.title]);
    expect(titles([{ ...meeting, due: '2026-11-20' }])).toEqual([meeting.title]);
    expect(titles([{ ...meeting, owedBy: 'council SEND casework' }])).toEqual([meeting.title]);
    expect(titles([{ ...meeting, rule: 'council.stage-1' }])).toEqual([meeting.title]);
    expect(titles([meeting], 'decides the claim')).toEqual([meeting.title]);
  });

  it('name who owed what was missed, and show nobody an id', () => {
    const said = (owedBy: string) =>
      saidOf('executive.council', '2014-09-01', undefined, { owedBy }).find(({ label }) =>
        label.startsWith('Who should have'),
      )?.value;
    expect(said('council SEND casework')).toBe('The council');
    expect(said('Somebody in the office')).toBe('Somebody in the office');
  });

  it('tell staff what the family was asked, and leave what it said as it is', () => {
    const view = {
      route: 'council-complaint',
      routeVersion: '2024-02-01',
      facts: { received: '2026-11-03', complaint: 'You never ring.' },
      deadlines: [],
      events: [],
      links: [],
      parts: ['council complaints team'],
      parties: {},
      scope: 'full',
      stage: { id: 'received', title: 'Received' },
    } as unknown as CaseView;
    const rows = pageForStaff(casePage(view)).what;
    expect(rows.map(({ label }) => label).join()).not.toMatch(/\byou/i);
    expect(rows.find(({ value }) => value === 'You never ring.')).toBeDefined();
  });
});
