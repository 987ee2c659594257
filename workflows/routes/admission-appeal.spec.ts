import { Journey } from '../../test/journey';
import { admissionAppeal } from './admission-appeal';

// In the tests every working day is a school day. Monday 1 March 2027; Good Friday is 26 March, Easter Monday 29 March.
const facts = { refused: '2027-03-01', round: 'normal', authority: 'council' };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(admissionAppeal, { ...facts, ...more }, '2027-03-01');

describe('An appeal about a school place', () => {
  it('gives 20 school days, or the last day that the letter names', () => {
    expect(begin().due).toEqual({ 'admission.appeal': '2027-03-31' });
    expect(begin({ lodgeBy: '2027-04-02' }).due).toEqual({ 'named.date': '2027-04-02' });
    const told = begin().send('last-day-named', '2027-03-03', { lodgeBy: '2027-04-05' });
    expect(told.due).toEqual({ 'named.date': '2027-04-05' });
    expect(told.responsible).toBe('parent or young person');
  });

  it('is heard within 40 school days of the last day in the normal round, and decided within 5', () => {
    const journey = begin({ lodgeBy: '2027-04-02' }).send('lodged', '2027-03-19');
    expect(journey.responsible).toBe('council SEND casework');
    // 40 working days after Friday 2 April: 3 May and 31 May are bank holidays.
    expect(journey.due).toEqual({ 'admission.hear.normal-round': '2027-06-01' });
    journey.send('hearing-set', '2027-04-20', { hearing: '2027-05-12', evidenceBy: '2027-05-05' });
    expect(journey.due['named.date']).toBe('2027-05-05');
    journey.send('papers-sent', '2027-05-04');
    expect(journey.due).not.toHaveProperty(['named.date']);
    journey.send('heard', '2027-05-12');
    expect([journey.responsible, journey.due]).toEqual([
      'independent panel',
      { 'admission.decide': '2027-05-19' },
    ]);
    journey.send('decided', '2027-05-18', { decision: 'place' });
    expect(journey.stage).toBe('place-given');
    expect(journey.send('admitted', '2027-05-24').over).toBe(true);
  });

  it('is heard within 30 school days of the appeal outside the round, and when it came late', () => {
    const during = begin({ round: 'other', authority: 'academy' }).send('lodged', '2027-03-08');
    expect(during.responsible).toBe('school governing board');
    expect(during.due).toEqual({ 'admission.hear': '2027-04-21' });
    const late = begin({ lodgeBy: '2027-03-31' })
      .miss('named.date', '2027-04-01')
      .send('lodged', '2027-04-06', { late: 'I was in hospital' });
    expect(late.due).toEqual({ 'admission.hear': '2027-05-19' });
    expect(late.miss('admission.hear', '2027-05-20').stage).toBe('hearing-by-the-council');
  });

  it('starts the clock of the round once the last day is known', () => {
    const journey = begin().send('lodged', '2027-03-19');
    expect(journey.due).toEqual({});
    journey.send('last-day-named', '2027-03-22', { lodgeBy: '2027-04-02' });
    expect(journey.due).toEqual({ 'admission.hear.normal-round': '2027-06-01' });
  });

  it('leads to the Ombudsman after a panel of a council school, and not after one of an academy', () => {
    const journey = begin({ lodgeBy: '2027-04-02' })
      .send('lodged', '2027-03-19')
      .send('decided', '2027-05-18', { decision: 'no-place' });
    expect(journey.due).toEqual({ 'ombudsman.lgsco.complain': '2028-05-17' });
    expect(journey.send('ombudsman-asked', '2027-06-01').opened).toEqual(['ombudsman.lgsco']);
    const academy = begin({ authority: 'academy' })
      .send('lodged', '2027-03-19')
      .send('decided', '2027-05-18', { decision: 'no-place' });
    expect([academy.over, academy.stage, academy.opened]).toEqual([true, 'academy-no-place', []]);
  });

  it('lets the panel be late, and ends with a place that is offered or with withdrawal', () => {
    const journey = begin().send('lodged', '2027-03-19').send('heard', '2027-05-12');
    expect(journey.miss('admission.decide', '2027-05-20').stage).toBe('deciding');
    expect(journey.send('place-offered', '2027-05-21').stage).toBe('offered');
    expect(begin().miss('admission.appeal', '2027-04-01').send('withdrawn', '2027-04-02').over).toBe(true);
  });

  it('refuses an impossible order of days', () => {
    expect(() => begin().send('lodged', '2027-02-26')).toThrow('cannot be earlier than the refusal');
    expect(() =>
      begin()
        .send('lodged', '2027-03-19')
        .send('hearing-set', '2027-04-20', { hearing: '2027-05-12', evidenceBy: '2027-05-13' }),
    ).toThrow('before the hearing');
  });
});
