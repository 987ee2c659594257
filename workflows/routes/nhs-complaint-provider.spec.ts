import { Journey } from '../../test/journey';
import { nhsComplaintProvider } from './nhs-complaint-provider';

const facts = {
  about: 'discharge',
  happened: '2026-09-14',
  received: '2026-10-01',
  complaint: 'He was sent away without being seen',
};
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(nhsComplaintProvider, { ...facts, ...more }, '2026-10-01');

const acknowledged = (more: Record<string, unknown> = {}) =>
  begin(more).send('acknowledged', '2026-10-05', { talkOffered: true });

const inHand = () => acknowledged().send('period-agreed', '2026-10-12', { by: '2026-11-20' });

const answer = {
  findings: [{ point: 'Not seen', finding: 'upheld' }],
  reasons: 'The list was closed by mistake',
  ombudsman: 'yes',
  signed: true,
};

describe('A complaint to the NHS provider', () => {
  it('is acknowledged in three working days, answered by the agreed day, and can go to the Ombudsman', () => {
    const journey = begin();
    expect(journey.responsible).toBe('NHS provider');
    expect(journey.due).toEqual({
      'nhs.acknowledge': '2026-10-06',
      'nhs.respond': '2027-03-31',
      'ombudsman.phso.complain': '2027-09-14',
    });
    journey.send('acknowledged', '2026-10-05', { talkOffered: true });
    expect(journey.stage).toBe('planning');
    journey.send('period-agreed', '2026-10-12', { by: '2026-11-20' });
    expect(journey.due).toEqual({
      'named.date': '2026-11-20',
      'nhs.respond': '2027-03-31',
      'ombudsman.phso.complain': '2027-09-14',
    });
    journey.send('progress-told', '2026-11-02', { news: 'Two people are still to be asked' });
    journey.send('answered', '2026-11-20', answer);
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.due).toEqual({ 'ombudsman.phso.complain': '2027-09-14' });
    journey.send('ombudsman-asked', '2026-12-01');
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'ombudsman.phso',
        once: true,
        facts: [
          {
            about: 'provider',
            aware: '2026-09-14',
            complained: '2026-10-01',
            answered: true,
            asked: '2026-12-01',
          },
        ],
      },
    ]);
  });

  it('counts bank holidays at Christmas out of the three working days', () => {
    const journey = begin({ received: '2026-12-23' });
    expect(journey.due['nhs.acknowledge']).toBe('2026-12-30');
    journey.miss('nhs.acknowledge', '2026-12-31');
    expect(journey.stage).toBe('received');
    expect(journey.due['nhs.respond']).toBe('2027-06-22');
  });

  it("keeps the family's year to complain, from the day it knew if that is later", () => {
    const { received: _received, ...notYet } = facts;
    const journey = new Journey(nhsComplaintProvider, { ...notYet, aware: '2026-09-30' }, '2026-10-01');
    expect(journey.due).toEqual({
      'nhs.complain': '2027-09-30',
      'ombudsman.phso.complain': '2027-09-30',
    });
    expect(() => journey.send('ombudsman-asked', '2026-10-02')).toThrow('Complain to the body first');
    expect(() => journey.send('complained', '2026-09-13', { how: 'written' })).toThrow(
      'earlier than the day',
    );
    journey.miss('nhs.complain', '2027-10-01').send('complained', '2027-10-04', { how: 'written' });
    expect(journey.stage).toBe('received');
    expect(journey.due['nhs.acknowledge']).toBe('2027-10-07');
  });

  it('lets a spoken complaint be put right by the end of the next working day, and only the family says so', () => {
    const journey = begin({ how: 'spoken' });
    expect(journey.stage).toBe('spoken');
    expect(journey.due).toMatchObject({ 'nhs.same-day': '2026-10-02', 'nhs.acknowledge': '2026-10-06' });
    expect(begin({ how: 'spoken' }).send('put-right-at-once', '2026-10-02').stage).toBe('settled');
    expect(() => begin({ how: 'spoken' }).send('put-right-at-once', '2026-10-05')).toThrow(
      'it is a formal complaint now',
    );
    journey.miss('nhs.same-day', '2026-10-03');
    expect(journey.stage).toBe('received');
    expect(journey.due['nhs.acknowledge']).toBe('2026-10-06');
    expect(begin({ how: 'spoken' }).send('formal-wanted', '2026-10-01').stage).toBe('received');
    // Said on Christmas Eve: the next working day is the 29th.
    expect(begin({ how: 'spoken', received: '2026-12-24' }).due['nhs.same-day']).toBe('2026-12-29');
  });

  it('lets the provider set the day where the family wants no talk, but never beyond six months', () => {
    expect(() => acknowledged().send('period-set', '2026-10-12', { by: '2027-04-01' })).toThrow(
      'cannot be later than 2027-03-31',
    );
    expect(() => acknowledged().send('period-agreed', '2026-10-12', { by: '2027-04-01' })).toThrow(
      'ask the family',
    );
    const journey = acknowledged().send('period-set', '2026-10-12', { by: '2026-12-11' });
    expect(journey.due['named.date']).toBe('2026-12-11');
  });

  it('keeps the old day until the family agrees to the new one', () => {
    const more = { reason: 'The doctor is away', by: '2026-12-18' };
    const journey = inHand();
    expect(() => journey.send('more-time-agreed', '2026-11-16', { by: '2026-12-18' })).toThrow(
      'Nobody has asked',
    );
    journey.send('more-time-asked', '2026-11-16', more);
    expect(journey.due['named.date']).toBe('2026-11-20');
    expect(() => journey.send('more-time-agreed', '2026-11-17', { by: '2026-12-25' })).toThrow(
      'asked for 2026-12-18',
    );
    journey.miss('named.date', '2026-11-21');
    expect(journey.stage).toBe('investigating');
    journey.send('more-time-agreed', '2026-11-23', { by: '2026-12-18' });
    expect(journey.due).toMatchObject({ 'named.date': '2026-12-18', 'nhs.respond': '2027-03-31' });
  });

  it('must explain in writing when six months have passed, and still owes the answer', () => {
    const journey = inHand().miss('named.date', '2026-11-21').miss('nhs.respond', '2027-04-01');
    expect(journey.stage).toBe('overdue');
    expect(journey.due['nhs.respond']).toBe('2027-03-31');
    journey.send('delay-explained', '2027-04-06', { reason: 'Staff have left' });
    expect(journey.stage).toBe('overdue');
    expect(journey.send('answered', '2027-04-20', answer).stage).toBe('answered');
    const silent = acknowledged().miss('nhs.respond', '2027-04-01').send('ombudsman-asked', '2027-04-06');
    expect(silent.effects[0]).toMatchObject({ route: 'ombudsman.phso', facts: [{ answered: false }] });
  });

  it('lets a longer time take the place of the six months only where it was agreed before they ended', () => {
    const more = { reason: 'An expert must write first', by: '2027-05-28' };
    const inTime = inHand()
      .send('more-time-asked', '2026-11-16', more)
      .send('more-time-agreed', '2027-03-31', { by: '2027-05-28' });
    expect(inTime.due).not.toHaveProperty(['nhs.respond']);
    expect(inTime.due['named.date']).toBe('2027-05-28');
    expect(inTime.miss('named.date', '2027-05-29').stage).toBe('overdue');

    const tooLate = inHand()
      .send('more-time-asked', '2026-11-16', more)
      .send('more-time-agreed', '2027-04-01', { by: '2027-05-28' });
    expect(tooLate.due['nhs.respond']).toBe('2027-03-31');
  });

  it('sends details to another body only with the family’s agreement, which can be taken back', () => {
    const to = { to: 'social-care' };
    const journey = acknowledged().send('consent-asked', '2026-10-07', to);
    expect(() => journey.send('details-sent', '2026-10-08', to)).toThrow('has not agreed');
    expect(() => journey.send('consent-withdrawn', '2026-10-08', to)).toThrow('nothing to take back');
    journey.send('consent-given', '2026-10-08', to).send('details-sent', '2026-10-08', to);
    expect(() => journey.send('details-sent', '2026-10-08', { to: 'icb' })).toThrow('has not agreed');
    journey.send('consent-withdrawn', '2026-10-09', to);
    expect(() => journey.send('details-sent', '2026-10-09', to)).toThrow('has not agreed');
    expect(journey.send('consent-refused', '2026-10-10', { to: 'icb' }).stage).toBe('planning');
  });

  it('knows which bodies must give one answer by law, and which may by agreement', () => {
    const lead = { lead: 'us' };
    expect(() =>
      acknowledged().send('working-together-by-law', '2026-10-08', { other: 'social-care', ...lead }),
    ).toThrow();
    expect(() =>
      acknowledged().send('working-together-by-agreement', '2026-10-08', { other: 'social-care', ...lead }),
    ).toThrow('has not agreed');
    const byLaw = acknowledged().send('working-together-by-law', '2026-10-08', { other: 'icb', ...lead });
    expect(byLaw.due).not.toHaveProperty(['ombudsman.lgsco.complain']);
    const byAgreement = acknowledged()
      .send('consent-given', '2026-10-08', { to: 'social-care' })
      .send('working-together-by-agreement', '2026-10-08', { other: 'social-care', ...lead });
    // Both Ombudsmen look at it: the limit of the council's one ends a day earlier.
    expect(byAgreement.due).toMatchObject({
      'ombudsman.lgsco.complain': '2027-09-13',
      'ombudsman.phso.complain': '2027-09-14',
    });
    byAgreement.send('answered', '2026-11-20', answer).send('ombudsman-asked', '2026-12-01');
    expect(byAgreement.effects).toMatchObject([
      { route: 'ombudsman.joint', facts: [{ health: 'provider' }] },
    ]);
  });

  it('passes on a complaint that came to the wrong body, and the clocks of the other begin', () => {
    const journey = acknowledged({ whose: 'other' });
    expect(journey.stage).toBe('consent');
    journey.send('consent-asked', '2026-10-06', { to: 'icb' });
    expect(journey.responsible).toBe('parent or young person');
    journey.send('consent-given', '2026-10-07', { to: 'icb' });
    expect(() => journey.send('passed-on', '2026-10-08', { to: 'send' })).toThrow('has not agreed');
    journey.send('passed-on', '2026-10-08', { to: 'icb' });
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'nhs-complaint.icb',
        once: false,
        facts: [
          {
            about: 'other',
            happened: '2026-09-14',
            aware: '2026-09-14',
            received: '2026-10-08',
            complaint: 'He was sent away without being seen',
          },
        ],
      },
    ]);
    const toCouncil = acknowledged({ whose: 'other' })
      .send('consent-given', '2026-10-07', { to: 'send' })
      .send('passed-on', '2026-10-08', { to: 'send' });
    expect(toCouncil.effects).toMatchObject([
      { route: 'council-complaint', facts: [{ aware: '2026-09-14' }] },
    ]);
  });

  it('keeps each promise on its own date after the answer', () => {
    const journey = inHand().send('answered', '2026-11-20', {
      ...answer,
      remedies: [
        { what: 'See him', by: '2026-12-04' },
        { what: 'Apologise', by: '2026-11-27' },
      ],
    });
    expect(journey.due).toMatchObject({ 'named.date#1': '2026-12-04', 'named.date#2': '2026-11-27' });
    expect(() => journey.send('remedy-done', '2026-11-24', { point: '9' })).toThrow('no such promise');
    journey.send('remedy-done', '2026-11-24', { point: '2' }).miss('named.date', '2026-12-05', '1');
    expect(journey.stage).toBe('answered');
    expect(journey.send('closed', '2026-12-10').over).toBe(true);
  });

  it('opens the Ombudsman when the provider refuses, and refuses days in an impossible order', () => {
    const refusal = { why: 'already', reason: 'The ICB has investigated it', ombudsman: 'yes' };
    const journey = begin().send('refused', '2026-10-05', refusal);
    expect(journey.responsible).toBe('parent or young person');
    expect(journey.send('ombudsman-asked', '2026-10-06').opened).toEqual(['ombudsman.phso']);
    expect(() => begin().send('acknowledged', '2026-09-30', { talkOffered: true })).toThrow('earlier than');
    expect(() => inHand().send('answered', '2026-09-30', answer)).toThrow('earlier than');
    expect(() => acknowledged().send('period-agreed', '2026-10-12', { by: '2026-10-11' })).toThrow(
      'in the past',
    );
  });
});
