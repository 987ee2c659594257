import { Journey } from '../../test/journey';
import { linked } from '../../test/linked';
import { tribunalDiscrimination } from './tribunal-discrimination';
import { upperTribunal } from './upper-tribunal';

const begin = (more: Record<string, unknown> = {}) =>
  new Journey(
    tribunalDiscrimination,
    { against: 'governors', happened: '2026-03-01', what: 'No ramp on the trip', ...more },
    '2026-06-01',
  );

const registered = (against = 'governors', more: Record<string, unknown> = {}) =>
  begin({ against }).send('lodged', '2026-07-01').send('registered', '2026-07-13', more);

const waiting = (against = 'governors') =>
  registered(against).send('responded', '2026-08-20', { opposes: 'all' }).send('heard', '2026-10-01');

const apology = { what: 'A letter of apology', by: '2026-11-02' };
const training = { what: 'Training for the staff', by: '2027-01-11' };

describe('The time for a disability claim', () => {
  it('is six months, the day itself included, and August counts', () => {
    expect(begin().due).toEqual({ 'discrimination.claim': '2026-08-31' });
    expect(begin({ happened: '2026-02-16' }).due).toEqual({ 'discrimination.claim': '2026-08-15' });
  });

  it('once passed leaves a late claim, with reasons', () => {
    const journey = begin().miss('discrimination.claim', '2026-09-01');
    expect(journey.stage).toBe('late');
    expect(() => journey.send('lodged', '2026-09-02')).toThrow('not possible at late');
    journey.send('lodged-late', '2026-09-02', { reason: 'We were told to wait for the school' });
    expect(journey.responsible).toBe('SEND Tribunal');
    journey.send('rejected', '2026-09-20', { why: 'late' });
    expect([journey.responsible, journey.due]).toEqual([
      'parent or young person',
      { 'discrimination.afresh': '2026-10-05', 'discrimination.permission': '2026-10-19' },
    ]);
    journey.send('look-again-asked', '2026-09-28', { reason: 'It went on until July' });
    expect(journey.send('reinstated', '2026-10-12').stage).toBe('sent');
  });

  it('does not begin before what it is about', () => {
    expect(() => begin().send('lodged', '2026-02-28')).toThrow('cannot be earlier than what it is about');
  });
});

describe('The answer of the school', () => {
  it.each([
    ['governors', 'school governing board'],
    ['trust', 'academy trust'],
    ['proprietor', 'independent school proprietor'],
    ['council', 'council SEND casework'],
  ])('is owed by the body that runs it: %s', (against, party) => {
    const journey = registered(against);
    expect(journey.responsible).toBe(party);
    // Thirty working days through August: five weeks end on 17 August, and five days more.
    expect(journey.due).toEqual({ 'discrimination.respond': '2026-08-24' });
  });

  it('has the date in the registration letter where it names one', () => {
    expect(registered('trust', { respondBy: '2026-08-03' }).due).toEqual({
      'named.date.tribunal': '2026-08-03',
    });
  });

  it('that does not come leaves the duty where it was, and the claim can still be decided', () => {
    const journey = registered().miss('discrimination.respond', '2026-08-25');
    expect(journey.responsible).toBe('school governing board');
    journey
      .send('directed', '2026-09-01', { directions: [{ what: 'evidence', who: 'school', by: '2026-09-15' }] })
      .send('claim-allowed', '2026-10-01', { sent: '2026-10-05', points: [apology] });
    expect(journey.stage).toBe('ordered-governors');
  });
});

describe('The end of a claim', () => {
  it('is an order of several points, each with the date in it', () => {
    const journey = waiting('trust').send('claim-allowed', '2026-10-08', {
      sent: '2026-10-12',
      points: [apology, training],
    });
    expect(journey.responsible).toBe('academy trust');
    expect(journey.due).toEqual({
      'named.date#1': '2026-11-02',
      'named.date#2': '2027-01-11',
      'discrimination.permission': '2026-11-09',
      'discrimination.set-aside': '2026-11-09',
    });
    journey
      .send('order-kept', '2026-10-30', { point: '1' })
      .miss('discrimination.permission', '2026-11-10')
      .miss('named.date', '2027-01-12', '2');
    expect(journey.stage).toBe('ordered-trust');
    expect(journey.send('order-kept', '2027-01-20', { point: '2' }).stage).toBe('kept');
  });

  it('can be an agreement, with or without points, which cannot be appealed', () => {
    const agreed = registered('proprietor').send('settled', '2026-08-10', { points: [apology] });
    expect(agreed.responsible).toBe('independent school proprietor');
    expect(agreed.due).toEqual({ 'named.date#1': '2026-11-02' });
    expect(registered().send('settled', '2026-08-10').stage).toBe('settled');
  });

  it('can be a finding alone', () => {
    const journey = waiting().send('claim-allowed', '2026-10-08', { sent: '2026-10-12' });
    expect(journey.stage).toBe('finding');
    expect(journey.send('decision-accepted', '2026-10-20').stage).toBe('upheld');
  });

  it('lets the order bind while the appeal on a point of law runs in its own case', () => {
    const journey = waiting('council')
      .send('claim-allowed', '2026-10-08', { sent: '2026-10-12', points: [apology] })
      .send('permission-asked', '2026-10-20', { reason: 'The remedy is wrong in law' });
    expect(journey.responsible).toBe('council SEND casework');
    expect(journey.due).toEqual({ 'named.date#1': '2026-11-02' });
    const [further] = linked(journey, upperTribunal, '2026-10-20');
    expect(further?.send('permission-refused', '2026-11-02').due).toEqual({
      'upper-tribunal.claim.permission': '2026-12-02',
    });
  });

  it('that is a dismissal leads on, by a set-aside or by permission', () => {
    const lost = waiting().send('dismissed', '2026-10-12');
    expect(lost.due).toEqual({
      'discrimination.permission': '2026-11-09',
      'discrimination.set-aside': '2026-11-09',
    });
    lost
      .send('set-aside-asked', '2026-10-20', { reason: 'Papers were missing' })
      .send('set-aside-refused', '2026-11-03');
    expect(lost.due['discrimination.permission']).toBe('2026-12-01');
    lost.send('permission-asked', '2026-11-20', { reason: 'An error of law' });
    expect(lost.stage).toBe('appealed');
    expect(linked(lost, upperTribunal, '2026-11-20')).toHaveLength(1);
    const again = waiting()
      .send('dismissed', '2026-10-12')
      .send('set-aside-asked', '2026-10-20', { reason: 'Papers were missing' })
      .send('set-aside-granted', '2026-11-03');
    expect(again.stage).toBe('preparing');
    expect(
      waiting().send('dismissed', '2026-10-12').miss('discrimination.permission', '2026-11-10').over,
    ).toBe(true);
  });

  it('can be a withdrawal, which can be taken back for 28 days, August included', () => {
    const journey = registered().send('withdrawn', '2026-07-20');
    expect(journey.due).toEqual({ 'discrimination.reinstate': '2026-08-17' });
    expect(journey.send('reinstated', '2026-08-14').stage).toBe('preparing');
    expect(
      registered().send('withdrawn', '2026-07-20').miss('discrimination.reinstate', '2026-08-18').over,
    ).toBe(true);
  });
});
