import { Journey } from '../../test/journey';
import { nhsComplaintIcb } from './nhs-complaint-icb';

const facts = {
  about: 'section-g',
  happened: '2026-11-02',
  received: '2026-11-24',
  complaint: 'Nobody has arranged the physiotherapy in Section G',
};
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(nhsComplaintIcb, { ...facts, ...more }, '2026-11-24');

const answer = {
  findings: [
    { point: 'Section G', finding: 'upheld' },
    { point: 'No reply to calls', finding: 'not-upheld' },
  ],
  reasons: 'No contract was in place',
  ombudsman: 'yes',
  signed: true,
  remedies: [{ what: 'Buy the physiotherapy', by: '2027-02-01' }],
};

const aboutProvider = () =>
  begin({ about: 'provider', whose: 'other' }).send('acknowledged', '2026-11-26', { talkOffered: true });

describe('A complaint to the Integrated Care Board', () => {
  it('about what the ICB owes itself is for the ICB to answer', () => {
    const journey = begin();
    expect(journey.responsible).toBe('ICB complaints team');
    expect(journey.due).toEqual({
      'nhs.acknowledge': '2026-11-27',
      'nhs.respond': '2027-05-23',
      'ombudsman.phso.complain': '2027-11-02',
    });
    journey.send('acknowledged', '2026-11-26', { talkOffered: true });
    expect(journey.stage).toBe('planning');
    journey.send('period-agreed', '2026-12-01', { by: '2027-01-15' }).miss('named.date', '2027-01-16');
    journey.send('answered', '2027-01-20', answer);
    expect(journey.due).toEqual({
      'named.date#1': '2027-02-01',
      'ombudsman.phso.complain': '2027-11-02',
    });
    journey.miss('named.date', '2027-02-02', '1').send('ombudsman-asked', '2027-02-02');
    expect(journey.effects).toMatchObject([{ route: 'ombudsman.phso', facts: [{ about: 'icb' }] }]);
  });

  it('about a provider waits for the family’s agreement before it is passed on', () => {
    const journey = aboutProvider();
    expect(journey.stage).toBe('consent');
    expect(journey.responsible).toBe('ICB complaints team');
    expect(() => journey.send('passed-on', '2026-11-27', { to: 'provider' })).toThrow('has not agreed');
  });

  it('about a provider is deemed made to the provider on the day it gets it', () => {
    const journey = aboutProvider()
      .send('consent-asked', '2026-11-26', { to: 'provider' })
      .send('consent-given', '2026-11-30', { to: 'provider' })
      .send('details-sent', '2026-12-01', { to: 'provider' })
      .send('passed-on', '2026-12-02', { to: 'provider' });
    expect(journey.over).toBe(true);
    expect(journey.effects).toMatchObject([
      { route: 'nhs-complaint.provider', facts: [{ happened: '2026-11-02', received: '2026-12-02' }] },
    ]);
  });

  it('about a provider stays with the ICB where the family does not agree', () => {
    const journey = aboutProvider()
      .send('consent-asked', '2026-11-26', { to: 'provider' })
      .send('consent-refused', '2026-11-30', { to: 'provider' });
    expect(journey.stage).toBe('handover');
    expect(() => journey.send('passed-on', '2026-12-01', { to: 'provider' })).toThrow('has not agreed');
    journey.send('kept', '2026-12-01');
    expect(journey.stage).toBe('planning');
    expect(journey.due['nhs.respond']).toBe('2027-05-23');
  });

  it('goes on in time even where nobody asks for the agreement', () => {
    const journey = aboutProvider().miss('nhs.respond', '2027-05-24');
    expect(journey.stage).toBe('overdue');
    expect(journey.responsible).toBe('ICB complaints team');
  });

  it('answered together with the SEND service by agreement goes to both Ombudsmen', () => {
    const journey = begin()
      .send('acknowledged', '2026-11-26', { talkOffered: true })
      .send('consent-given', '2026-11-27', { to: 'send' })
      .send('working-together-by-agreement', '2026-11-30', { other: 'send', lead: 'them' })
      .send('ombudsman-asked', '2027-06-01');
    expect(journey.effects).toMatchObject([
      { route: 'ombudsman.joint', facts: [{ health: 'icb', answered: false }] },
    ]);
  });
});
