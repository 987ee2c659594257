import { Journey } from '../../test/journey';
import { linked } from '../../test/linked';
import { compliance } from './compliance';
import { mediationInformation } from './mediation-information';
import { tribunalAppeal } from './tribunal-appeal';
import { upperTribunal } from './upper-tribunal';

const about = (sections: string[], noticeSent = '2026-06-15') =>
  new Journey(tribunalAppeal, { decision: 'contents', noticeSent, sections }, '2026-06-20');

const why = { reason: 'The letter did not say that there is a right to appeal' };

/** An appeal about the school, sent in time and registered on 1 September 2026. */
const registered = (more: Record<string, unknown> = {}) =>
  about(['I']).send('lodged', '2026-07-20').send('registered', '2026-09-01', more);

const lost = () =>
  registered()
    .send('responded', '2026-09-25', { opposes: 'all' })
    .send('heard', '2026-09-28')
    .send('dismissed', '2026-10-01');

describe('Starting an appeal', () => {
  it('about the help in the plan asks for a certificate first, and opens the case for it', () => {
    const journey = about(['B', 'F']);
    expect(journey.stage).toBe('certificate');
    // Two months end on 15 August: the first working day after August counts.
    expect(journey.due).toEqual({ 'appeal.lodge': '2026-09-01' });
    expect(linked(journey, mediationInformation, '2026-06-20')).toHaveLength(1);
    journey.send('certificate-received', '2026-08-10');
    expect(journey.stage).toBe('ready');
    // One month from the certificate ends later than two months from the letter.
    expect(journey.due).toEqual({ 'appeal.lodge': '2026-09-10' });
  });

  it('about the school alone needs no certificate', () => {
    expect(about(['I']).stage).toBe('ready');
  });

  it('late is possible with a reason, and the Tribunal is asked at once', () => {
    const journey = about(['I'], '2026-05-15');
    expect(journey.due).toEqual({ 'appeal.lodge': '2026-07-15' });
    journey.miss('appeal.lodge', '2026-07-16');
    expect(journey.stage).toBe('late');
    expect(journey.responsible).toBe('parent or young person');
    expect(() => journey.send('lodged', '2026-08-20')).toThrow('not possible at late');
    expect(() => journey.send('lodged-late', '2026-08-20')).toThrow();
    journey.send('lodged-late', '2026-08-20', why);
    // Ten working days; none in August counts.
    expect(journey.due).toEqual({ 'appeal.register': '2026-09-14' });
    journey.miss('appeal.register', '2026-09-15').send('registered', '2026-09-16');
    expect(journey.responsible).toBe('council SEND casework');
  });

  it('without a certificate after 2 months needs leave, and a refusal can be looked at again', () => {
    const journey = about(['F'], '2026-05-15').miss('appeal.lodge', '2026-07-16');
    expect(() => journey.send('leave-asked', '2026-05-14', why)).toThrow('cannot be earlier than');
    journey.send('leave-asked', '2026-07-20', why);
    expect(journey.stage).toBe('sent');
    journey.send('rejected', '2026-07-28');
    expect([journey.over, journey.responsible]).toEqual([false, 'parent or young person']);
    // Fourteen days where staff decided, twenty-eight to appeal; none in August counts.
    expect(journey.due).toEqual({ 'appeal.afresh': '2026-09-11', 'appeal.permission': '2026-09-25' });
  });
});

describe('An appeal that the Tribunal did not accept', () => {
  const rejected = () =>
    about(['I'], '2026-10-05').send('lodged', '2026-11-02').send('rejected', '2026-11-09');

  it('is accepted after all when a judge looks again, or when what was missing is sent', () => {
    const again = rejected().send('look-again-asked', '2026-11-16', why);
    expect([again.responsible, again.due]).toEqual(['SEND Tribunal', { 'appeal.permission': '2026-12-07' }]);
    expect(again.send('reinstated', '2026-11-20').stage).toBe('sent');
    expect(rejected().send('lodged', '2026-11-16').stage).toBe('sent');
    expect(() => rejected().send('look-again-asked', '2026-11-08', why)).toThrow(
      'the letter of the Tribunal',
    );
  });

  it('can be appealed, from the last refusal', () => {
    const refused = rejected()
      .miss('appeal.afresh', '2026-11-24')
      .send('look-again-asked', '2026-11-25', why)
      .miss('appeal.permission', '2026-12-08')
      .send('look-again-refused', '2026-12-10');
    expect(refused.due).toEqual({ 'appeal.permission': '2027-01-15' });
    refused.send('permission-asked', '2026-12-14', why);
    expect(refused.opened).toContain('upper-tribunal');
    expect(refused.effects.at(-1)).toMatchObject({ facts: [{ decisionSent: '2026-12-10' }] });
  });

  it('is over only when nobody asked for anything in 28 days', () => {
    const journey = rejected().miss('appeal.afresh', '2026-11-24');
    expect(journey.stage).toBe('rejected');
    expect(journey.miss('appeal.permission', '2026-12-08').over).toBe(true);
  });

  it('or that was struck out on the way, can be taken up again within 28 days', () => {
    const journey = registered().send('struck-out', '2026-12-10');
    expect(journey.due).toEqual({
      'appeal.reinstate.struck-out': '2027-01-15',
      'appeal.permission': '2027-01-15',
    });
    journey.send('look-again-asked', '2026-12-21', why);
    expect(journey.send('reinstated', '2027-01-08').stage).toBe('preparing');
  });
});

describe('The answer of the council', () => {
  it('is due 30 working days after the appeal was sent to it; silence leaves the duty with the council', () => {
    const journey = registered();
    expect(journey.due).toEqual({ 'appeal.respond': '2026-10-13' });
    journey.miss('appeal.respond', '2026-10-14');
    expect(journey.stage).toBe('answering');
    expect(journey.responsible).toBe('council SEND casework');
    journey
      .send('change-asked', '2026-10-15', { agreed: false, reason: 'Please bar the council' })
      .send('directed', '2026-10-20', { directions: [{ what: 'other', who: 'council', by: '2026-10-27' }] });
    expect(journey.due['named.date.tribunal#1']).toBe('2026-10-27');
    journey.miss('named.date.tribunal', '2026-10-28', '1').send('order-made', '2026-11-10', {
      sent: '2026-11-12',
      points: [{ what: 'Name the school', kind: 'order.amend-placement' }],
    });
    expect(journey.stage).toBe('allowed');
  });

  it('has the date in the registration letter where it names one', () => {
    const journey = registered({ respondBy: '2026-09-28' });
    expect(journey.due).toEqual({ 'named.date.tribunal': '2026-09-28' });
    expect(journey.send('responded', '2026-09-28', { opposes: 'part' }).stage).toBe('preparing');
  });

  it('cannot come before the registration', () => {
    expect(() => registered().send('responded', '2026-08-31', { opposes: 'all' })).toThrow(
      'cannot be earlier than the registration',
    );
  });

  it.each([
    ['assess', { 'unopposed.assess#1': '2026-09-29', 'unopposed.assess.final-plan#2': '2026-12-22' }],
    ['contents', { 'unopposed.amend-contents#1': '2026-10-20' }],
    ['placement', { 'unopposed.amend-placement#1': '2026-09-29' }],
    ['plan', { 'unopposed.make-plan#1': '2026-10-20', 'unopposed.make-plan.final#2': '2026-12-01' }],
    ['continue', { 'unopposed.continue-and-amend#1': '2026-10-20' }],
  ])('can be to give way (%s): the weeks of regulation 45 run from that notice', (kind, due) => {
    const journey = registered().send('conceded', '2026-09-15', { kind, what: 'What was asked' });
    expect(journey.over).toBe(true);
    const [kept] = linked(journey, compliance, '2026-09-15');
    expect(kept?.due).toEqual(due);
  });

  it('once given can no longer be taken back by giving way: an agreed order is needed', () => {
    const journey = registered().send('responded', '2026-09-25', { opposes: 'all' });
    expect(() => journey.send('conceded', '2026-09-30', { kind: 'placement', what: 'x' })).toThrow(
      'not possible at preparing',
    );
  });
});

describe('The way to a decision', () => {
  it('goes from the directions to the hearing and the decision', () => {
    const journey = registered()
      .send('responded', '2026-09-25', { opposes: 'all' })
      .send('directed', '2026-09-28', {
        directions: [
          { what: 'evidence', who: 'family', by: '2026-10-12' },
          { what: 'bundle', who: 'council', by: '2026-10-26' },
        ],
      })
      .send('directed', '2026-10-05', {
        directions: [{ what: 'working document', who: 'council', by: '2026-11-02' }],
      });
    expect(journey.due).toEqual({
      'named.date.tribunal#1': '2026-10-12',
      'named.date.tribunal#2': '2026-10-26',
      'named.date.tribunal#3': '2026-11-02',
    });
    journey.send('hearing-listed', '2026-10-06', { hearing: '2026-11-16', how: 'video' });
    expect(journey.due['named.date']).toBe('2026-11-16');
    journey
      .send('adjourned', '2026-11-16')
      .send('hearing-listed', '2026-11-18', { hearing: '2026-12-02', how: 'in-person' })
      .send('heard', '2026-12-02');
    expect(journey.due['appeal.decide']).toBe('2026-12-16');
    expect(journey.miss('appeal.decide', '2026-12-17').stage).toBe('waiting');
  });

  it('can be left, and taken up again within 28 days', () => {
    const journey = registered().send('withdrawn', '2026-10-05');
    expect(journey.due).toEqual({ 'appeal.reinstate': '2026-11-02' });
    expect(journey.send('reinstated', '2026-10-30').stage).toBe('preparing');
    expect(registered().send('withdrawn', '2026-10-05').miss('appeal.reinstate', '2026-11-03').over).toBe(
      true,
    );
  });

  it('gives no days of August to the time for taking an appeal up again', () => {
    const journey = about(['I'], '2026-05-15').send('lodged', '2026-06-10').send('withdrawn', '2026-07-20');
    expect(journey.due).toEqual({ 'appeal.reinstate': '2026-09-17' });
  });

  it('can end in an order that both sides agreed: each point keeps its own clock', () => {
    const journey = registered()
      .send('responded', '2026-09-25', { opposes: 'part' })
      .send('consent-order', '2026-12-17', {
        points: [
          { what: 'Therapy', kind: 'order.amend-contents' },
          { what: 'School', kind: 'order.amend-placement' },
          { what: 'Both', kind: 'order.amend-contents-and-placement' },
          { what: 'A meeting', kind: 'named.date', by: '2027-02-01' },
        ],
      });
    expect(journey.over).toBe(true);
    const [kept] = linked(journey, compliance, '2026-12-17');
    // The school in a mixed order: 5 weeks, by the reading after which nobody is called late too early.
    expect(kept?.due).toEqual({
      'order.amend-contents#1': '2027-01-21',
      'order.amend-placement#2': '2026-12-31',
      'order.amend-contents-and-placement#3': '2027-01-21',
      'named.date#4': '2027-02-01',
    });
    kept
      ?.send('point-kept', '2026-12-30', { point: '2' })
      .send('point-kept', '2027-01-15', { point: '1' })
      .miss('order.amend-contents-and-placement', '2027-01-22', '3')
      .send('point-kept', '2027-01-25', { point: '3' });
    expect(kept?.over).toBe(false);
    expect(kept?.send('point-kept', '2027-02-01', { point: '4' }).stage).toBe('kept');
  });

  it('refuses a point of an order that would have no date', () => {
    expect(() =>
      registered().send('consent-order', '2026-12-17', { points: [{ what: 'x', kind: 'named.date' }] }),
    ).toThrow('Give the date that the order names');
  });

  it('sends each recommendation to the body that must answer it', () => {
    const journey = registered().send('order-made', '2026-12-15', {
      sent: '2026-12-17',
      points: [{ what: 'Therapy', kind: 'order.amend-contents' }],
      recommendations: [
        { what: 'A nurse', to: 'icb' },
        { what: 'Short breaks', to: 'social-care' },
      ],
    });
    const kept = linked(journey, compliance, '2026-12-17');
    expect(kept.map(({ responsible, due }) => [responsible, due])).toEqual([
      ['council SEND casework', { 'order.amend-contents#1': '2027-01-19' }],
      ['ICB (responsible commissioner)', { 'recommendation.respond#1': '2027-01-21' }],
      ["council children's social care", { 'recommendation.respond#1': '2027-01-21' }],
    ]);
    expect(journey.send('council-asked-permission', '2027-01-08').stage).toBe('allowed');
  });
});

describe('After a decision', () => {
  it('permission to appeal opens the case in which it is followed', () => {
    const journey = lost();
    expect(journey.due).toEqual({ 'appeal.permission': '2026-10-29', 'appeal.set-aside': '2026-10-29' });
    journey.send('permission-asked', '2026-10-20', { reason: 'An error of law' });
    const [further] = linked(journey, upperTribunal, '2026-10-20');
    expect(further?.stage).toBe('first');
    expect(further?.send('reviewed', '2026-11-10', { result: 'changed' }).due).toEqual({
      'appeal.permission': '2026-12-08',
    });
  });

  it('a refusal to set it aside begins the time for permission again, if that was asked for in time', () => {
    const journey = lost()
      .send('set-aside-asked', '2026-10-20', { reason: 'I was not told of the hearing' })
      .send('set-aside-refused', '2026-11-10');
    expect(journey.due['appeal.permission']).toBe('2026-12-08');
    const late = lost()
      .miss('appeal.set-aside', '2026-10-30')
      .send('set-aside-asked', '2026-11-02', { reason: 'I was ill' })
      .send('set-aside-refused', '2026-11-10');
    expect(late.due['appeal.permission']).toBe('2026-10-29');
  });

  it('that is set aside the appeal goes on', () => {
    const journey = lost()
      .send('set-aside-asked', '2026-10-20', { reason: 'I was not told of the hearing' })
      .send('set-aside-granted', '2026-11-10');
    expect(journey.stage).toBe('preparing');
    expect(journey.send('dismissed', '2026-12-01').due['appeal.permission']).toBe('2027-01-06');
  });

  it('silence of the family leaves the decision as it is', () => {
    expect(lost().miss('appeal.permission', '2026-10-30').stage).toBe('dismissed');
    expect(lost().send('decision-accepted', '2026-10-05').over).toBe(true);
  });
});

describe('An order', () => {
  const ordered = (...points: Record<string, unknown>[]) =>
    linked(
      registered()
        .send('responded', '2026-09-25', { opposes: 'all' })
        .send('heard', '2026-09-28')
        .send('order-made', '2026-10-14', {
          sent: '2026-10-14',
          points: points.map((point) => ({ what: 'As ordered', ...point })),
        }),
      compliance,
      '2026-10-14',
    ).map(({ due }) => due);

  it('to assess or to make a plan has its first step in its own time', () => {
    expect(ordered({ kind: 'order.assess.final-plan' }, { kind: 'order.make-plan.final' })).toEqual([
      {
        'order.assess.notify#1': '2026-10-28',
        'order.assess.final-plan#2': '2027-01-20',
        'order.make-plan.draft#3': '2026-11-18',
        'order.make-plan.final#4': '2026-12-30',
      },
    ]);
  });

  it('whose first step was entered, or that names a date, gets no other', () => {
    expect(
      ordered(
        { kind: 'order.assess.notify' },
        { kind: 'order.assess.final-plan' },
        { kind: 'order.make-plan.final', by: '2026-12-01' },
      ),
    ).toEqual([
      {
        'order.assess.notify#1': '2026-10-28',
        'order.assess.final-plan#2': '2027-01-20',
        'named.date#3': '2026-12-01',
      },
    ]);
  });
});
