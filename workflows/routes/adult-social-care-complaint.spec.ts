import { Journey } from '../../test/journey';
import { adultSocialCareComplaint } from './adult-social-care-complaint';

const facts = {
  about: 'section-h',
  happened: '2026-08-31',
  received: '2026-09-01',
  complaint: 'His hours at the day centre were cut',
};
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(adultSocialCareComplaint, { ...facts, ...more }, '2026-09-01');

const acknowledged = (more: Record<string, unknown> = {}) =>
  begin(more).send('acknowledged', '2026-09-02', { talkOffered: true });

const answer = {
  findings: [{ point: 'Hours', finding: 'partly-upheld' }],
  reasons: 'The review was right, the notice was too short',
  ombudsman: 'yes',
  signed: true,
};

describe('A complaint about adult social care', () => {
  it('has one answer, by the agreed day, and then the Ombudsman of the council', () => {
    const journey = begin();
    expect(journey.responsible).toBe('council adult social care');
    expect(journey.due).toEqual({
      'nhs.acknowledge': '2026-09-04',
      'nhs.respond': '2027-02-28',
      'ombudsman.lgsco.complain': '2027-08-30',
    });
    journey
      .send('acknowledged', '2026-09-02', { talkOffered: true })
      .send('period-agreed', '2026-09-07', { by: '2026-10-16' })
      .send('answered', '2026-10-16', answer)
      .send('ombudsman-asked', '2026-11-02');
    expect(journey.effects).toEqual([
      {
        kind: 'open',
        route: 'ombudsman.lgsco',
        once: true,
        facts: [{ aware: '2026-08-31', complained: '2026-09-01', answered: true, asked: '2026-11-02' }],
      },
    ]);
  });

  it('must be answered with the NHS in one letter, by law, and then goes to both Ombudsmen', () => {
    const journey = acknowledged().send('working-together-by-law', '2026-09-08', {
      other: 'provider',
      lead: 'us',
    });
    expect(journey.due).toMatchObject({
      'ombudsman.lgsco.complain': '2027-08-30',
      'ombudsman.phso.complain': '2027-08-31',
    });
    journey.send('answered', '2026-10-16', answer).send('ombudsman-asked', '2026-11-02');
    expect(journey.effects).toMatchObject([{ route: 'ombudsman.joint', facts: [{ health: 'provider' }] }]);
    const withIcb = acknowledged()
      .send('working-together-by-law', '2026-09-08', { other: 'icb', lead: 'them' })
      .send('ombudsman-asked', '2027-03-01');
    expect(withIcb.effects).toMatchObject([{ route: 'ombudsman.joint', facts: [{ health: 'icb' }] }]);
  });

  it('about a care home sends details only where the family agrees, and opens no case we cannot follow', () => {
    const to = { to: 'care-provider' };
    const journey = acknowledged({ about: 'provider', whose: 'other' });
    expect(journey.stage).toBe('consent');
    journey.send('consent-asked', '2026-09-03', to).send('consent-given', '2026-09-04', to);
    const kept = acknowledged({ about: 'provider', whose: 'other' })
      .send('consent-given', '2026-09-04', to)
      .send('details-sent', '2026-09-07', to)
      .send('kept', '2026-09-07');
    expect(kept.stage).toBe('planning');
    expect(journey.send('passed-on', '2026-09-07', to).opened).toEqual([]);
    expect(journey.stage).toBe('passed-on');
  });

  it('does not wait for ever: silence leads to a written reason and to the Ombudsman', () => {
    const journey = acknowledged().miss('nhs.respond', '2027-03-01');
    expect(journey.stage).toBe('overdue');
    journey.send('delay-explained', '2027-03-03', { reason: 'Sickness' });
    journey.miss('ombudsman.lgsco.complain', '2027-08-31').send('ombudsman-asked', '2027-09-01');
    expect(journey.effects).toMatchObject([{ route: 'ombudsman.lgsco', facts: [{ answered: false }] }]);
  });

  it('can be put right at once, refused with reasons, or closed by the family', () => {
    expect(begin({ how: 'spoken' }).send('put-right-at-once', '2026-09-02').stage).toBe('settled');
    const refusal = { why: 'person', reason: 'He can complain himself', ombudsman: 'yes' };
    expect(begin().send('refused', '2026-09-03', refusal).responsible).toBe('parent or young person');
    expect(acknowledged().send('closed', '2026-09-03').over).toBe(true);
  });
});
