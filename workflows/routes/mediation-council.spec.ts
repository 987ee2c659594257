import { Journey } from '../../test/journey';
import { linked } from '../../test/linked';
import { compliance } from './compliance';
import { mediationCouncil } from './mediation-council';
import { mediationInformation } from './mediation-information';

const agreed = (...points: Record<string, unknown>[]) =>
  new Journey(mediationCouncil, { authorityInformed: '2026-09-14' }, '2026-09-14')
    .send('meeting-arranged', '2026-09-21', { meeting: '2026-10-14', venue: 'online', authority: true })
    .send('agreement-recorded', '2026-10-14', {
      points: points.map((point) => ({ what: 'As we said', owedBy: 'council', ...point })),
    });

const owed = (...points: Record<string, unknown>[]) =>
  linked(agreed(...points), compliance, '2026-10-14').map(({ due }) => due);

describe('The 30 days of the council', () => {
  const wanted = (data: Record<string, unknown> = {}) =>
    new Journey(
      mediationInformation,
      { decision: 'contents', noticeSent: '2026-09-01', sections: ['B', 'F'] },
      '2026-09-02',
    ).send('mediation-wanted', '2026-09-08', data);

  it('run from the day on which it was told, not from the talk with the adviser', () => {
    const [opening] = wanted({ councilTold: '2026-09-07' }).effects;
    expect(opening).toMatchObject({
      route: 'mediation.council',
      facts: [{ authorityInformed: '2026-09-07' }],
    });
    const [journey] = linked(wanted({ councilTold: '2026-09-07' }), mediationCouncil, '2026-09-10');
    expect(journey?.due).toEqual({ 'mediation.arrange.authority': '2026-10-07' });
  });

  it('run from the day on which the case tells it, where nobody did before', () => {
    const [journey] = linked(wanted(), mediationCouncil, '2026-09-10');
    expect(journey?.due).toEqual({ 'mediation.arrange.authority': '2026-10-10' });
  });

  it('cannot begin before the decision', () => {
    expect(() => wanted({ councilTold: '2026-08-31' })).toThrow(
      'Telling the council cannot be earlier than the decision letter.',
    );
  });
});

describe('An agreement in mediation', () => {
  it('to assess binds the council to say so in two weeks, and to a plan or a refusal after that', () => {
    const [journey] = linked(
      agreed({ kind: 'mediation.agreement.order.assess.final-plan' }),
      compliance,
      '2026-10-14',
    );
    if (!journey) throw new Error('Nothing follows from the agreement');
    expect(journey.due).toEqual({
      'mediation.agreement.order.assess.notify#1': '2026-10-28',
      'mediation.agreement.order.assess.final-plan#2': '2027-01-20',
    });
    journey.miss('mediation.agreement.order.assess.notify', '2026-10-29', '1');
    expect([journey.stage, journey.responsible]).toEqual(['council', 'council SEND casework']);
    journey.send('point-kept', '2026-11-02', { point: '1' });
    expect(journey.send('point-kept', '2026-12-18', { point: '2' }).stage).toBe('kept');
  });

  it('to make a plan has the draft first', () => {
    expect(owed({ kind: 'mediation.agreement.order.make-plan.final' })).toEqual([
      {
        'mediation.agreement.order.make-plan.draft#1': '2026-11-18',
        'mediation.agreement.order.make-plan.final#2': '2026-12-30',
      },
    ]);
  });

  it('with another time in writing has that time alone', () => {
    expect(owed({ kind: 'mediation.agreement.order.assess.final-plan', by: '2026-12-18' })).toEqual([
      { 'named.date#1': '2026-12-18' },
    ]);
  });
});
