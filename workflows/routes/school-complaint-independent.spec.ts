import { Journey } from '../../test/journey';
import { schoolComplaintIndependent } from './school-complaint-independent';

const talked = { about: 'support', against: 'head', happened: '2026-09-14', complaint: 'No help came' };
const begin = (facts: Record<string, unknown> = { ...talked, complained: '2026-10-01' }) =>
  new Journey(schoolComplaintIndependent, facts, '2026-10-01');

describe('A complaint to an independent school', () => {
  it('goes from a talk to writing to a panel, all owed by the owner of the school', () => {
    const journey = begin(talked);
    expect([journey.stage, journey.responsible]).toEqual(['informal', 'independent school proprietor']);
    journey.send('complained', '2026-10-01').send('acknowledged', '2026-10-05');
    expect([journey.stage, journey.responsible]).toEqual(['answering', 'independent school proprietor']);
    expect(journey.due).toEqual({ 'school.stage-1': '2026-10-29' });
    journey
      .send('stage-1-answered', '2026-10-28', { finding: 'not-upheld', reasons: 'No' })
      .send('hearing-asked', '2026-11-09');
    expect([journey.stage, journey.responsible]).toEqual(['hearing-asked', 'independent school proprietor']);
    journey
      .send('hearing-held', '2026-12-03')
      .send('panel-decided', '2026-12-15', { finding: 'upheld', reasons: 'The policy was not followed' })
      .send('satisfied', '2026-12-16');
    expect(journey.stage).toBe('settled');
  });

  it('has no case of the Department’s own: the regulator is told, and the hearing can still come', () => {
    const journey = begin()
      .send('stage-1-answered', '2026-10-28', { finding: 'not-upheld', reasons: 'No' })
      .send('hearing-asked', '2026-11-02')
      .send('hearing-refused', '2026-11-05', { reason: 'We hold none' })
      .send('went-outside', '2026-11-06');
    expect(journey.responsible).toBe('Department for Education');
    expect(journey.opened).toEqual([]);
    journey.send('hearing-granted', '2026-11-16');
    expect(journey.due).toEqual({ 'school.stage-2.hearing': '2026-12-14' });
  });

  it('lets the regulator be told at any time: it waits for no procedure of the school', () => {
    expect(begin().send('went-outside', '2026-10-02').stage).toBe('outside');
  });

  it('shows the six months for a disability claim, which no complaint stops', () => {
    const journey = begin({ ...talked, disability: true, happened: '2026-08-31' });
    // Six months starting with 31 August end on 28 February, or on the 27th in the stricter reading.
    expect(['2027-02-27', '2027-02-28']).toContain(journey.due['discrimination.claim']);
    expect(journey.due['school.raise']).toBe('2026-11-30');
  });
});
