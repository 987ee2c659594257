import { Journey } from '../../test/journey';
import { ombudsmanPhso } from './ombudsman-phso';

const facts = { about: 'provider', aware: '2026-06-30', complained: '2026-07-10', answered: true };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(ombudsmanPhso, { ...facts, ...more }, '2026-11-24');

const investigating = (more: Record<string, unknown> = {}) =>
  begin(more).send('asked', '2026-12-10').send('accepted', '2027-01-11');

const upheld = {
  finding: 'upheld',
  remedies: [
    { what: 'Apologise', by: '2027-06-14' },
    { what: 'Start the therapy', by: '2027-08-16' },
  ],
};

describe('The Parliamentary and Health Service Ombudsman', () => {
  it('gives a year after the day of first knowing, one day more than the council Ombudsman', () => {
    const journey = begin();
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'ombudsman.phso.complain': '2027-06-30' });
    journey.miss('ombudsman.phso.complain', '2027-07-01').send('asked', '2027-07-02');
    expect(journey.stage).toBe('checking');
  });

  it('lets the family go without an answer once the six months of the NHS are over', () => {
    const journey = begin({ answered: false });
    expect(journey.due['nhs.respond']).toBe('2027-01-09');
    journey.miss('nhs.respond', '2027-01-10').send('asked', '2027-01-11');
    expect(journey.responsible).toBe('PHSO');
  });

  it('can send the family back to the NHS, and its year goes on', () => {
    const journey = begin({ answered: false, asked: '2026-11-20' });
    expect(journey.stage).toBe('checking');
    journey.send('sent-back', '2026-12-01');
    expect(journey.stage).toBe('before');
    expect(journey.due['ombudsman.phso.complain']).toBe('2027-06-30');
  });

  it('must explain in writing when twelve months from the complaint are over', () => {
    const journey = investigating();
    expect(journey.due).toEqual({ 'ombudsman.phso.explain-delay': '2027-12-09' });
    journey.miss('ombudsman.phso.explain-delay', '2027-12-10').send('delay-explained', '2027-12-13');
    expect(journey.stage).toBe('investigating');
    journey.send('draft-sent', '2028-01-10', { commentsBy: '2028-01-24' });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due['named.date']).toBe('2028-01-24');
    journey.miss('named.date', '2028-01-25').send('decided', '2028-02-01', { finding: 'not-upheld' });
    expect(journey.over).toBe(true);
  });

  it('gives each remedy its own date and its own body, and ends when all are done', () => {
    const journey = investigating()
      .send('draft-sent', '2027-04-12', { commentsBy: '2027-04-26' })
      .send('commented', '2027-04-20')
      .send('decided', '2027-05-14', upheld);
    expect(journey.responsible).toBe('NHS provider');
    expect(journey.due).toEqual({ 'named.date#1': '2027-06-14', 'named.date#2': '2027-08-16' });
    expect(journey.opened).toEqual([]);
    expect(() => journey.send('remedy-done', '2027-06-01', { point: '3' })).toThrow('no such promise');
    journey.send('remedy-done', '2027-06-01', { point: '1' });
    journey.send('remedy-done', '2027-06-02', { point: '1' });
    expect(journey.stage).toBe('remedies-provider');
    journey.miss('named.date', '2027-08-17', '2').send('remedy-done', '2027-09-01', { point: '2' });
    expect(journey.stage).toBe('put-right');
    expect(investigating({ about: 'icb' }).send('decided', '2027-05-14', upheld).responsible).toBe(
      'ICB complaints team',
    );
  });

  it('offers a review where it declines or does not uphold everything', () => {
    const declined = begin({ asked: '2026-11-20' }).send('declined', '2027-01-11', { why: 'court' });
    expect(declined.effects).toEqual([
      {
        kind: 'open',
        route: 'ombudsman-review',
        once: false,
        facts: [{ which: 'phso', decided: '2027-01-11', aware: '2026-06-30', complained: '2026-07-10' }],
      },
    ]);
    const partly = investigating().send('decided', '2027-05-14', { ...upheld, finding: 'partly-upheld' });
    expect(partly.opened).toEqual(['ombudsman-review']);
  });

  it('refuses days in an impossible order, and stops when the family wants', () => {
    expect(() => begin().send('asked', '2026-06-29')).toThrow('earlier than the day you knew');
    expect(() => investigating().send('decided', '2026-12-09', upheld)).toThrow(
      'earlier than your complaint',
    );
    expect(() =>
      investigating().send('decided', '2027-06-15', { ...upheld, remedies: upheld.remedies }),
    ).toThrow('cannot be in the past');
    expect(investigating().send('given-up', '2027-02-01').stage).toBe('closed');
  });
});
