import { Journey } from '../../test/journey';
import { linked } from '../../test/linked';
import { compliance } from './compliance';
import { tribunalAppeal } from './tribunal-appeal';
import { tribunalExtended } from './tribunal-extended';

const begin = (more: Record<string, unknown> = {}) =>
  new Journey(
    tribunalExtended,
    { decision: 'contents', noticeSent: '2026-05-15', sections: ['F', 'G', 'H'], ...more },
    '2026-05-20',
  );

const asked = () =>
  begin().send('asked', '2026-07-10', { about: ['icb', 'social-care'], wanted: 'A nurse; short breaks' });

const heard = () =>
  asked()
    .send('registered', '2026-09-01')
    .send('responded', '2026-10-09', { covers: ['social-care'] })
    .send('heard', '2026-12-02');

const recommended = () =>
  heard().send('recommended', '2026-12-15', {
    sent: '2026-12-17',
    recommendations: [
      { what: 'A nurse', to: 'icb' },
      { what: 'Night care', to: 'icb' },
      { what: 'Short breaks', to: 'social-care' },
    ],
  });

describe('Asking for recommendations about health and social care', () => {
  it('has the date of the appeal itself', () => {
    expect(begin().due).toEqual({ 'appeal.lodge': '2026-07-15' });
    // One month from the certificate ends in August: the first working day of September.
    expect(begin({ certificateIssued: '2026-07-03' }).due).toEqual({ 'appeal.lodge': '2026-09-01' });
    expect(begin().miss('appeal.lodge', '2026-07-16').stage).toBe('form');
  });

  it('is not possible in an appeal about a refusal to assess, nor without an education issue', () => {
    expect(begin({ decision: 'refuse-to-assess' }).stage).toBe('not-possible');
    expect(begin({ sections: ['G', 'H'] }).stage).toBe('education-needed');
    expect(begin({ decision: 'refuse-to-amend', sections: [] }).stage).toBe('form');
  });

  it('can be added to an appeal that is sent, if the Tribunal agrees', () => {
    expect(begin({ appealed: '2026-07-01' }).stage).toBe('adding');
    const journey = begin()
      .send('left-out', '2026-07-10')
      .send('addition-asked', '2026-09-20', { reason: 'New report' });
    expect(journey.responsible).toBe('SEND Tribunal');
    expect(journey.send('added', '2026-10-01').stage).toBe('preparing');
    const refused = begin({ appealed: '2026-07-01' }).send('addition-asked', '2026-09-20', { reason: 'New' });
    expect(refused.send('not-added', '2026-10-01').over).toBe(true);
  });

  it('ends where education is no longer in dispute, and the appeal says so when the council gives way', () => {
    expect(asked().send('registered', '2026-09-01').send('education-ended', '2026-09-15').stage).toBe(
      'ended',
    );
    const appeal = new Journey(
      tribunalAppeal,
      { decision: 'contents', noticeSent: '2026-05-15', sections: ['I', 'G'] },
      '2026-05-20',
    )
      .send('lodged', '2026-07-10')
      .send('registered', '2026-09-01')
      .send('conceded', '2026-09-15', { kind: 'placement', what: 'The school' });
    expect(appeal.effects).toContainEqual(
      expect.objectContaining({ kind: 'tell', route: 'tribunal.extended', event: 'education-ended' }),
    );
  });
});

describe('The way to recommendations', () => {
  it('asks the council for its answer and each body for what the Tribunal directs', () => {
    const journey = asked();
    // Ten working days from 10 July, none of them in August.
    expect(journey.due).toEqual({ 'appeal.register': '2026-07-24' });
    journey.send('registered', '2026-09-01');
    expect(journey.due).toEqual({ 'appeal.respond': '2026-10-13' });
    journey.miss('appeal.respond', '2026-10-14').send('directed', '2026-10-15', {
      directions: [
        { what: 'evidence', who: 'icb', by: '2026-10-30' },
        { what: 'evidence', who: 'social-care', by: '2026-11-06' },
      ],
    });
    expect(journey.responsible).toBe('council SEND casework');
    expect(journey.due).toMatchObject({
      'named.date.tribunal#1': '2026-10-30',
      'named.date.tribunal#2': '2026-11-06',
    });
    journey
      .send('evidence-sent', '2026-10-29', { from: 'icb' })
      .miss('named.date.tribunal', '2026-11-09', '2')
      .send('responded', '2026-11-10', { covers: [] })
      .send('hearing-listed', '2026-11-11', { hearing: '2026-12-02', how: 'video' });
    expect(journey.due['named.date']).toBe('2026-12-02');
    expect(journey.send('heard', '2026-12-02').due['appeal.decide']).toBe('2026-12-16');
    expect(journey.send('none-made', '2026-12-14').stage).toBe('nothing');
  });

  it('takes the date from the registration letter where it names one', () => {
    expect(asked().send('registered', '2026-09-01', { respondBy: '2026-10-05' }).due).toEqual({
      'named.date.tribunal': '2026-10-05',
    });
  });

  it('gives each body 5 weeks to answer, in a case of its own', () => {
    const kept = linked(recommended(), compliance, '2026-12-17');
    expect(kept.map(({ responsible, due }) => [responsible, due])).toEqual([
      [
        'ICB (responsible commissioner)',
        { 'recommendation.respond#1': '2027-01-21', 'recommendation.respond#2': '2027-01-21' },
      ],
      ["council children's social care", { 'recommendation.respond#1': '2027-01-21' }],
    ]);
  });

  it('is over when every body follows', () => {
    const journey = recommended().send('answer-read', '2027-01-15', { from: 'icb', follows: 'all' });
    expect(journey.stage).toBe('answers');
    expect(journey.send('answer-read', '2027-01-20', { from: 'social-care', follows: 'all' }).stage).toBe(
      'followed',
    );
  });

  it('leads to a complaint about each body that refuses or is silent, with the time for it', () => {
    const journey = recommended()
      .send('answer-read', '2027-01-15', { from: 'icb', follows: 'some' })
      .send('answer-read', '2027-01-22', { from: 'social-care', follows: 'silent' });
    expect(journey.stage).toBe('unfollowed');
    expect(journey.due).toEqual({
      'nhs.complain#icb': '2028-01-15',
      'ombudsman.lgsco.complain#social-care': '2028-01-21',
    });
    journey.send('complained', '2027-02-01', { point: 'icb' });
    expect(journey.stage).toBe('unfollowed');
    journey.send('answer-read', '2027-02-10', { from: 'social-care', follows: 'none' });
    expect(journey.stage).toBe('unfollowed');
    expect(journey.send('complained', '2027-02-11', { point: 'social-care' }).stage).toBe('complained');
  });

  it('needs no complaint about a body that follows after all', () => {
    const journey = recommended()
      .send('answer-read', '2027-01-15', { from: 'icb', follows: 'some' })
      .send('answer-read', '2027-01-22', { from: 'social-care', follows: 'silent' })
      .send('complained', '2027-02-01', { point: 'icb' });
    expect(journey.send('answer-read', '2027-02-10', { from: 'social-care', follows: 'all' }).stage).toBe(
      'complained',
    );
    expect(
      recommended()
        .send('answer-read', '2027-01-15', { from: 'icb', follows: 'none' })
        .send('answer-read', '2027-01-22', { from: 'social-care', follows: 'all' })
        .send('answer-read', '2027-02-01', { from: 'icb', follows: 'all' }).stage,
    ).toBe('followed');
    expect(
      recommended()
        .send('answer-read', '2027-01-15', { from: 'icb', follows: 'none' })
        .send('answer-read', '2027-01-22', { from: 'social-care', follows: 'all' })
        .send('stopped', '2027-02-01').over,
    ).toBe(true);
  });

  it('refuses days that cannot be', () => {
    expect(() => begin().send('asked', '2026-05-14', { about: ['icb'], wanted: 'x' })).toThrow(
      'cannot be earlier than the decision letter',
    );
    expect(() => recommended().send('answer-read', '2026-12-16', { from: 'icb', follows: 'all' })).toThrow(
      'cannot be earlier than the decision',
    );
  });
});
