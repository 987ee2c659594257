import { Journey } from '../../test/journey';
import { ombudsmanLgsco } from './ombudsman-lgsco';
import { transportAppeal } from './transport-appeal';

const facts = { about: 'stopped', decided: '2026-10-01' };
const begin = () => new Journey(transportAppeal, facts, '2026-10-01');
const OMBUDSMAN = { 'ombudsman.lgsco.complain': '2027-09-30' };

describe('An appeal about travel to school', () => {
  it('gives 20, 20, 20, 40 and 5 working days, beside the year for the Ombudsman', () => {
    const journey = begin();
    expect(journey.due).toEqual({ 'transport.stage-1.request': '2026-10-29', ...OMBUDSMAN });
    journey.send('review-asked', '2026-10-12', { why: 'He cannot walk there' });
    expect(journey.responsible).toBe('council transport team');
    expect(journey.due).toEqual({ 'transport.stage-1': '2026-11-09', ...OMBUDSMAN });
    journey.send('review-answered', '2026-11-06', { decision: 'no', reasons: 'Under three miles' });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'transport.stage-2.request': '2026-12-04', ...OMBUDSMAN });
    journey.send('panel-asked', '2026-11-20');
    // 40 working days leave out Christmas Day, the substitute for Boxing Day and New Year's Day.
    expect(journey.due).toEqual({ 'transport.stage-2': '2027-01-20', ...OMBUDSMAN });
    journey.send('panel-held', '2027-01-12');
    expect(journey.due).toEqual({ 'transport.stage-2.notify': '2027-01-19', ...OMBUDSMAN });
    journey.send('panel-answered', '2027-01-18', { decision: 'yes', travelFrom: '2027-02-01' });
    expect(journey.due).toEqual({ 'named.date': '2027-02-01', ...OMBUDSMAN });
    journey.miss('named.date', '2027-02-02').send('travel-started', '2027-02-04');
    expect([journey.over, journey.stage]).toEqual([true, 'travelling']);
  });

  it('lets a silent stage 1 go on to the panel, and a silent panel to the Ombudsman', () => {
    const journey = begin()
      .send('review-asked', '2026-10-12')
      .miss('transport.stage-1', '2026-11-10')
      .send('panel-asked', '2026-11-11')
      .miss('transport.stage-2', '2027-01-12')
      .send('ombudsman-asked', '2027-01-13');
    expect(journey.opened).toEqual(['ombudsman.lgsco']);
    expect(journey.effects).toEqual([
      expect.objectContaining({
        facts: [{ aware: '2026-10-01', complained: '2026-10-12', asked: '2027-01-13', answered: false }],
      }),
    ]);
    const [effect] = journey.effects;
    if (effect?.kind !== 'open') throw new Error('No case was opened');
    expect(new Journey(ombudsmanLgsco, effect.facts[0] ?? {}, '2027-01-13').stage).toBe('checking');
  });

  it('lets the council take more time once for each step, with a date in its place', () => {
    const journey = begin()
      .send('review-asked', '2026-10-12')
      .send('more-time-taken', '2026-11-05', { reason: 'Waiting for a doctor', by: '2026-11-23' });
    expect(journey.due).toEqual({ 'named.date': '2026-11-23', ...OMBUDSMAN });
    journey
      .miss('named.date', '2026-11-24')
      .send('review-answered', '2026-11-25', { decision: 'partly' })
      .send('panel-asked', '2026-11-26');
    expect(journey.due).toEqual({ 'transport.stage-2': '2027-01-26', ...OMBUDSMAN });
  });

  it('leaves the Ombudsman open when a late request or the panel says no', () => {
    const late = begin()
      .miss('transport.stage-1.request', '2026-10-30')
      .send('review-asked', '2026-11-02')
      .send('late-refused', '2026-11-03', { reason: 'Late' });
    expect([late.stage, late.responsible, late.due]).toEqual([
      'refused',
      'parent or young person',
      OMBUDSMAN,
    ]);
    const refused = begin()
      .send('review-asked', '2026-10-12')
      .send('review-answered', '2026-11-06', { decision: 'no' })
      .miss('transport.stage-2.request', '2026-12-05')
      .send('panel-asked', '2026-12-07')
      .send('panel-held', '2027-01-12')
      .miss('transport.stage-2.notify', '2027-01-20')
      .send('panel-answered', '2027-01-21', { decision: 'no' });
    expect(refused.miss('ombudsman.lgsco.complain', '2027-10-01').stage).toBe('refused');
    expect(refused.send('accepted', '2027-10-02').over).toBe(true);
  });

  it('follows travel that was partly promised while the family can go on', () => {
    const journey = begin()
      .send('review-asked', '2026-10-12')
      .send('review-answered', '2026-11-06', { decision: 'partly', travelFrom: '2026-11-16' });
    expect(journey.due).toMatchObject({
      'named.date': '2026-11-16',
      'transport.stage-2.request': '2026-12-04',
    });
    journey.send('travel-started', '2026-11-16');
    expect([journey.stage, journey.due['named.date']]).toEqual(['stage-1-answered', undefined]);
  });

  it('refuses an impossible order of days', () => {
    expect(() => begin().send('review-asked', '2026-09-30')).toThrow('cannot be earlier than the decision');
    const asked = begin().send('review-asked', '2026-10-12');
    expect(() => asked.send('review-answered', '2026-10-11', { decision: 'no' })).toThrow('the request');
    expect(() =>
      asked.send('review-answered', '2026-10-20', { decision: 'yes', travelFrom: '2026-10-01' }),
    ).toThrow('cannot be in the past');
  });
});
