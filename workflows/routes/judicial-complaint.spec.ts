import { Journey } from '../../test/journey';
import { findRoute, routeFor } from '..';
import { differencesOf } from '../kit';
import { judicialComplaint, judicialComplaint2014 } from './judicial-complaint';

const begin = (about: 'conduct' | 'administration') =>
  new Journey(judicialComplaint, { about, happened: '2026-10-14', what: 'The judge shouted' }, '2026-10-20');

describe('A complaint about how a judge or member behaved', () => {
  it('has three months, the day itself included, and 28 days for the Ombudsman after the answer', () => {
    const journey = begin('conduct');
    expect(journey.due).toEqual({ 'judicial-complaint.make': '2027-01-13' });
    journey.send('complained', '2026-11-02');
    expect(journey.responsible).toBe('SEND Tribunal');
    expect(journey.due).toEqual({});
    journey.send('conduct-answered', '2026-12-14', { finding: 'not-upheld' });
    expect(journey.due).toEqual({ 'judicial-complaint.ombudsman': '2027-01-11' });
    expect(journey.send('ombudsman-asked', '2027-01-08').stage).toBe('ombudsman');
  });

  it('late needs reasons', () => {
    const journey = begin('conduct').miss('judicial-complaint.make', '2027-01-14');
    expect(() => journey.send('complained', '2027-01-15')).toThrow('not possible at conduct-late');
    expect(journey.send('complained-late', '2027-01-15', { reason: 'I was afraid' }).stage).toBe(
      'conduct-made',
    );
  });

  it('can go to the Ombudsman for the silence, and late, or end', () => {
    const waiting = () => begin('conduct').send('complained', '2026-11-02');
    expect(waiting().send('ombudsman-asked', '2027-05-10').over).toBe(true);
    const answered = waiting().send('conduct-answered', '2026-12-14', { finding: 'closed' });
    expect(answered.miss('judicial-complaint.ombudsman', '2027-01-12').stage).toBe('conduct-answered');
    expect(answered.send('satisfied', '2027-01-13').over).toBe(true);
  });

  it('is not answered before it is made, nor made before it happened', () => {
    expect(() => begin('conduct').send('complained', '2026-10-13')).toThrow('cannot be earlier');
    expect(() =>
      begin('conduct')
        .send('complained', '2026-11-02')
        .send('conduct-answered', '2026-11-01', { finding: 'upheld' }),
    ).toThrow('cannot be earlier than the complaint');
  });
});

describe('A complaint about how the office ran the case', () => {
  it('goes through the office, a senior manager, the investigations team and an MP', () => {
    const journey = begin('administration').send('complained', '2026-10-20');
    expect(journey.responsible).toBe('HMCTS');
    expect(journey.due).toEqual({ 'court-complaint.respond': '2026-11-03' });
    journey
      .send('office-answered', '2026-11-02', { finding: 'not-upheld' })
      .send('review-asked', '2026-12-17');
    // Christmas Day, the 28th and New Year's Day are no working days.
    expect(journey.due).toEqual({ 'court-complaint.respond': '2027-01-05' });
    journey.send('review-answered', '2027-01-05', { finding: 'not-upheld' }).send('team-asked', '2027-01-11');
    expect(journey.due).toEqual({ 'court-complaint.appeal': '2027-02-01' });
    journey.send('team-answered', '2027-01-29', { finding: 'not-upheld' });
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.send('mp-asked', '2027-02-08').over).toBe(true);
  });

  it('goes on past silence at each step', () => {
    const journey = begin('administration')
      .send('complained', '2026-10-20')
      .miss('court-complaint.respond', '2026-11-04')
      .send('review-asked', '2026-11-04')
      .miss('court-complaint.respond', '2026-11-19')
      .send('team-asked', '2026-11-19')
      .miss('court-complaint.appeal', '2026-12-11');
    expect(journey.stage).toBe('team');
    expect(journey.send('mp-asked', '2026-12-11').over).toBe(true);
  });

  it('ends where the family is content', () => {
    const journey = begin('administration')
      .send('complained', '2026-10-20')
      .send('office-answered', '2026-11-02', { finding: 'upheld' });
    expect(journey.send('satisfied', '2026-11-03').stage).toBe('closed');
  });
});

describe('The two sets of rules about conduct', () => {
  it('each have a version: cases are opened on the one in force today, whenever the thing happened', () => {
    expect(routeFor('judicial-complaint')).toBe(judicialComplaint);
    expect(routeFor('judicial-complaint', '2023-10-13')).toBe(judicialComplaint);
    expect(routeFor('judicial-complaint', '2023-10-12')).toBe(judicialComplaint2014);
    expect(findRoute('judicial-complaint', '2014-08-18')).toBe(judicialComplaint2014);
    const facts = { about: 'conduct', happened: '2023-09-20', what: 'She shouted' };
    expect(judicialComplaint.decidedOn(facts)).toBeUndefined();
    expect(judicialComplaint2014.decidedOn(facts)).toBe('2023-09-20');
  });

  it('differ in what they are called and in how a late complaint is taken, and in no stage or date', () => {
    const where = differencesOf(judicialComplaint2014, judicialComplaint).map(
      ({ where: place, what }) => `${place}: ${what}`,
    );
    expect(where).toEqual([
      'route: law',
      'route: effective',
      'stage conduct: law',
      'stage conduct: deadline judicial-complaint.make',
      'stage conduct-late: law',
      'stage conduct-late: no date because',
      'stage conduct-made: law',
    ]);
    const begun = (route: typeof judicialComplaint) =>
      new Journey(route, { about: 'conduct', happened: '2026-10-14', what: 'She shouted' }, '2026-10-20').due;
    expect(begun(judicialComplaint2014)).toEqual(begun(judicialComplaint));
  });
});
