import { Journey } from '../../test/journey';
import { disagreementResolution } from './disagreement-resolution';

const facts = { about: 'provision', with: 'school', asked: '2026-11-02' };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(disagreementResolution, { ...facts, ...more }, '2026-11-02');
const joined = () => begin().send('offered', '2026-11-04').send('joined', '2026-11-12');

describe('Disagreement resolution', () => {
  it('is offered in 5 working days, answered in 10, and meets in 30 days: a service standard', () => {
    const journey = begin();
    expect([journey.responsible, journey.due]).toEqual([
      'council SEND casework',
      { 'disagreement.offer': '2026-11-09' },
    ]);
    journey.send('offered', '2026-11-04');
    expect([journey.responsible, journey.due]).toEqual([
      'school governing board',
      { 'disagreement.answer': '2026-11-18' },
    ]);
    journey.send('joined', '2026-11-12');
    expect([journey.responsible, journey.due]).toEqual([
      'mediation provider',
      { 'disagreement.meeting': '2026-12-12' },
    ]);
  });

  it('gives each point of the agreement its own date and its own body', () => {
    const journey = joined()
      .send('meeting-set', '2026-11-16', { meeting: '2026-12-01' })
      .send('agreement-recorded', '2026-12-01', {
        points: [
          { what: 'A quiet room', by: '2026-12-08', owedBy: 'school' },
          { what: 'A visit of the specialist teacher', by: '2027-01-15', owedBy: 'council' },
        ],
      });
    expect(journey.due).toEqual({ 'named.date#1': '2026-12-08', 'named.date#2': '2027-01-15' });
    expect(() => journey.send('promise-kept', '2026-12-07', { point: '3' })).toThrow('no such promise');
    journey.send('promise-kept', '2026-12-07', { point: '1' });
    expect(journey.due).toEqual({ 'named.date#2': '2027-01-15' });
    journey.miss('named.date', '2027-01-16', '2').send('promise-kept', '2027-01-20', { point: '2' });
    expect([journey.over, journey.stage]).toEqual([true, 'kept']);
  });

  it.each([
    ['council', 'council SEND casework'],
    ['college', 'college'],
    ['icb', 'ICB (responsible commissioner)'],
  ])('asks %s as the other side', (side, party) => {
    expect(begin({ with: side }).send('offered', '2026-11-04').responsible).toBe(party);
  });

  it('is voluntary: a no, a silence, no agreement and a stop lose nothing', () => {
    expect(begin().send('offered', '2026-11-04').send('declined', '2026-11-10').stage).toBe('declined');
    const silent = begin().miss('disagreement.offer', '2026-11-10').send('offered', '2026-11-11');
    expect(silent.miss('disagreement.answer', '2026-11-26').stage).toBe('school-answers');
    expect(silent.send('withdrew', '2026-11-27').stage).toBe('stopped');
    expect(joined().miss('disagreement.meeting', '2026-12-13').send('no-agreement', '2026-12-14').stage).toBe(
      'no-agreement',
    );
    expect(joined().send('declined', '2026-11-20').stage).toBe('declined');
    expect(begin().send('not-offered', '2026-11-04', { reason: 'Outside section 57' }).over).toBe(true);
  });

  it('refuses an impossible order of days', () => {
    expect(() => begin().send('offered', '2026-11-01')).toThrow('cannot be earlier than the request');
    expect(() => begin().send('offered', '2026-11-04').send('joined', '2026-11-03')).toThrow('the offer');
    expect(() =>
      joined().send('agreement-recorded', '2026-12-01', {
        points: [{ what: 'x', by: '2026-11-30', owedBy: 'school' }],
      }),
    ).toThrow('cannot be in the past');
  });
});
