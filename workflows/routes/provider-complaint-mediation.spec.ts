import { Journey } from '../../test/journey';
import { councilComplaint } from './council-complaint';
import { providerComplaintMediation } from './provider-complaint-mediation';

const facts = {
  about: 'confidence',
  aware: '2026-10-26',
  received: '2026-11-02',
  arrangedBy: 'council',
  complaint: 'She told the council what I had said',
};
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(providerComplaintMediation, { ...facts, ...more }, '2026-11-02');

describe('A complaint about mediation', () => {
  it('is acknowledged in 5 and answered in 20 working days, a service standard', () => {
    const journey = begin();
    expect([journey.responsible, journey.due]).toEqual([
      'mediation provider',
      { 'provider-complaint.acknowledge': '2026-11-09', 'provider-complaint.respond': '2026-11-30' },
    ]);
    journey.send('acknowledged', '2026-11-05');
    expect(journey.due).toEqual({ 'provider-complaint.respond': '2026-11-30' });
    journey.send('answered', '2026-11-27', {
      finding: 'upheld',
      promises: [{ what: 'Apologise', by: '2026-12-04' }],
    });
    expect([journey.responsible, journey.due]).toEqual([
      'parent or young person',
      { 'named.date#1': '2026-12-04' },
    ]);
    journey.miss('named.date', '2026-12-05', '1').send('promise-kept', '2026-12-07', { point: '1' });
    expect(journey.due).toEqual({});
    expect(journey.send('satisfied', '2026-12-08').over).toBe(true);
  });

  it('goes from silence to the council that pays for the service, as its own complaint', () => {
    const journey = begin()
      .miss('provider-complaint.acknowledge', '2026-11-10')
      .send('acknowledged', '2026-11-11')
      .miss('provider-complaint.respond', '2026-12-01')
      .send('commissioner-asked', '2026-12-02');
    const [effect] = journey.effects;
    if (effect?.kind !== 'open') throw new Error('No case was opened');
    expect(effect.route).toBe('council-complaint');
    const linked = new Journey(councilComplaint, effect.facts[0] ?? {}, '2026-12-02');
    expect(linked.due).toEqual({
      'council.acknowledge': '2026-12-09',
      'ombudsman.lgsco.complain': '2027-10-25',
    });
  });

  it('names the complaints team of the ICB where the ICB arranged it', () => {
    const journey = begin({ arrangedBy: 'icb' })
      .send('answered', '2026-11-27', { finding: 'not-upheld' })
      .send('commissioner-asked', '2026-12-02');
    expect([journey.over, journey.stage, journey.opened]).toEqual([true, 'icb', []]);
  });

  it('refuses an impossible order of days', () => {
    expect(() => begin().send('acknowledged', '2026-11-01')).toThrow('cannot be earlier than the complaint');
    expect(() => begin().send('commissioner-asked', '2026-11-01')).toThrow('the complaint');
  });
});
