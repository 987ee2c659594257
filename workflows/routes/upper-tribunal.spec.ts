import { Journey } from '../../test/journey';
import { linked } from '../../test/linked';
import { compliance } from './compliance';
import { upperTribunal } from './upper-tribunal';

const why = { reason: 'The reasons do not deal with our expert' };
const begin = (more: Record<string, unknown> = {}) =>
  new Journey(upperTribunal, { other: 'council', decisionSent: '2026-10-01', ...more }, '2026-10-02');

const inTheUpperTribunal = () =>
  begin({ asked: '2026-10-20' })
    .send('permission-granted', '2026-11-05', { grounds: 'all' })
    .send('notice-sent', '2026-11-20');

describe('Permission to appeal on a point of law', () => {
  it('is asked of the SEND Tribunal first, then of the Upper Tribunal, then at a hearing', () => {
    const journey = begin();
    expect(journey.due).toEqual({ 'appeal.permission': '2026-10-29' });
    journey.send('permission-asked', '2026-10-20', why);
    expect(journey.responsible).toBe('SEND Tribunal');
    journey.send('permission-refused', '2026-11-02');
    expect(journey.due).toEqual({ 'upper-tribunal.permission': '2026-12-02' });
    journey.send('upper-asked', '2026-11-30', why).send('upper-refused', '2026-12-15', { how: 'papers' });
    // Days from 25 December to 1 January are not counted: 9 days to Christmas Eve, 5 from 2 January.
    expect(journey.due).toEqual({ 'upper-tribunal.reconsider': '2027-01-06' });
    journey.send('hearing-asked', '2027-01-04').send('upper-refused', '2027-02-10', { how: 'hearing' });
    expect(journey.stage).toBe('refused');
    expect(journey.over).toBe(true);
  });

  it('counts August in a disability claim but not in an appeal about a plan', () => {
    expect(begin({ decisionSent: '2026-07-20' }).due).toEqual({ 'appeal.permission': '2026-09-17' });
    expect(begin({ decisionSent: '2026-07-20', other: 'governors' }).due).toEqual({
      'discrimination.permission': '2026-08-17',
    });
  });

  it('can be asked late at both steps, with reasons', () => {
    const journey = begin().miss('appeal.permission', '2026-10-30');
    expect(journey.stage).toBe('late');
    journey.send('permission-asked', '2026-11-03', why).send('permission-refused', '2026-11-16');
    expect(journey.due).toEqual({ 'upper-tribunal.permission': '2026-12-16' });
    journey.miss('upper-tribunal.permission', '2026-12-17').send('upper-asked', '2026-12-18', why);
    expect(journey.responsible).toBe('Upper Tribunal');
    journey.send('upper-refused', '2027-01-11', { how: 'papers' });
    expect(journey.miss('upper-tribunal.reconsider', '2027-01-26').stage).toBe('reconsider');
    expect(journey.send('given-up', '2027-01-27').over).toBe(true);
  });

  it('needs a notice of appeal within a month where the SEND Tribunal gave it', () => {
    const journey = begin({ asked: '2026-10-20' }).send('permission-granted', '2026-11-05', {
      grounds: 'all',
    });
    // 5 December is a Saturday.
    expect(journey.due).toEqual({ 'upper-tribunal.appeal': '2026-12-07' });
    expect(journey.miss('upper-tribunal.appeal', '2026-12-08').stage).toBe('notice');
    expect(journey.send('notice-sent', '2026-12-09').stage).toBe('appeal');
  });

  it('for some grounds lets the others be asked for, and does not put off the notice', () => {
    const journey = begin({ asked: '2026-10-20' }).send('permission-granted', '2026-11-05', {
      grounds: 'some',
    });
    expect(journey.due).toEqual({
      'upper-tribunal.appeal': '2026-12-07',
      'upper-tribunal.permission': '2026-12-07',
    });
    journey.send('upper-asked', '2026-11-20', why).send('upper-granted', '2026-12-02', { notice: false });
    expect(journey.due['upper-tribunal.appeal']).toBe('2026-12-07');
  });

  it('from the Upper Tribunal needs a notice only where it says so', () => {
    const refused = () =>
      begin({ asked: '2026-10-20' })
        .send('permission-refused', '2026-11-02')
        .send('upper-asked', '2026-11-30', why);
    expect(refused().send('upper-granted', '2027-02-01', { notice: false }).stage).toBe('appeal');
    expect(refused().send('upper-granted', '2027-02-01', { notice: true }).due).toEqual({
      'upper-tribunal.appeal': '2027-03-01',
    });
  });

  it('is not needed where the SEND Tribunal looks at its decision again', () => {
    const changed = begin({ asked: '2026-10-20' }).send('reviewed', '2026-11-10', { result: 'changed' });
    expect(changed.due).toEqual({ 'appeal.permission': '2026-12-08' });
    const setAside = begin({ asked: '2026-10-20' }).send('reviewed', '2026-11-10', { result: 'set-aside' });
    expect(setAside.stage).toBe('again');
  });

  it('cannot be older than the request for it', () => {
    expect(() => begin({ asked: '2026-10-20' }).send('permission-refused', '2026-10-19')).toThrow(
      'cannot be earlier than your request',
    );
    expect(() => begin().send('permission-asked', '2026-09-30', why)).toThrow(
      'cannot be earlier than the decision',
    );
  });
});

describe('The appeal in the Upper Tribunal', () => {
  it('follows directions of both sides and the hearing', () => {
    const journey = inTheUpperTribunal()
      .send('directed', '2026-12-01', {
        directions: [
          { what: 'evidence', who: 'other', by: '2027-01-11' },
          { what: 'bundle', who: 'family', by: '2027-02-08' },
        ],
      })
      .send('answered', '2027-01-08')
      .send('hearing-listed', '2027-01-15', { hearing: '2027-03-16', how: 'video' });
    expect(journey.due).toEqual({
      'named.date.tribunal#1': '2027-01-11',
      'named.date.tribunal#2': '2027-02-08',
      'named.date': '2027-03-16',
    });
  });

  it('that ends in an order opens a case in which each point has its own date', () => {
    const journey = inTheUpperTribunal().send('decided', '2027-03-30', {
      sent: '2027-04-01',
      result: 'remade',
      points: [
        { what: 'Speech therapy', kind: 'order.amend-contents' },
        { what: 'The school', kind: 'order.amend-placement', by: '2027-04-30' },
      ],
    });
    expect(journey.over).toBe(true);
    const [kept] = linked(journey, compliance, '2027-04-01');
    expect(kept?.due).toEqual({ 'order.amend-contents#1': '2027-05-04', 'named.date#2': '2027-04-30' });
  });

  it('that is sent back is decided again, and a new loss can be challenged again', () => {
    const journey = inTheUpperTribunal().send('decided', '2027-03-30', {
      sent: '2027-04-01',
      result: 'remitted',
    });
    expect(journey.responsible).toBe('SEND Tribunal');
    journey.send('redecided', '2027-07-12', { sent: '2027-07-14', result: 'dismissed' });
    // 17 days in July, none in August, 11 in September.
    expect(journey.due).toEqual({ 'appeal.permission': '2027-09-13' });
    expect(journey.opened).toEqual([]);
  });

  it('that is lost can go to the Court of Appeal within a month', () => {
    const journey = inTheUpperTribunal().send('decided', '2027-03-30', {
      sent: '2027-04-01',
      result: 'dismissed',
    });
    // 1 May 2027 is a Saturday and 3 May the bank holiday.
    expect(journey.due).toEqual({ 'upper-tribunal.further-appeal': '2027-05-04' });
    expect(journey.send('court-asked', '2027-04-28').over).toBe(true);
  });

  it('about a disability claim counts August at every step, where one about a plan leaves it out', () => {
    const refusedIn = (other: string) =>
      begin({ other, asked: '2027-06-20' }).send('permission-refused', '2027-07-06').due;
    expect(refusedIn('council')).toEqual({ 'upper-tribunal.permission': '2027-09-01' });
    expect(refusedIn('trust')).toEqual({ 'upper-tribunal.claim.permission': '2027-08-06' });
    const claim = begin({ other: 'trust', asked: '2027-06-20' })
      .send('permission-refused', '2027-07-06')
      .miss('upper-tribunal.claim.permission', '2027-09-07');
    expect(claim.stage).toBe('renew-late');
  });

  it('about a disability claim keeps the order of the school in the same case', () => {
    const journey = begin({ other: 'trust', asked: '2026-10-20' })
      .send('permission-granted', '2026-11-05', { grounds: 'all' })
      .send('notice-sent', '2026-11-20')
      .send('decided', '2027-03-30', {
        sent: '2027-04-01',
        result: 'remade',
        points: [{ what: 'A letter of apology', kind: 'named.date', by: '2027-04-30' }],
      });
    expect(journey.responsible).toBe('academy trust');
    expect(journey.due).toEqual({ 'named.date#1': '2027-04-30' });
    expect(journey.opened).toEqual([]);
    expect(journey.send('order-kept', '2027-04-20', { point: '1' }).stage).toBe('kept');
  });

  it('refuses an order without any date', () => {
    expect(() =>
      inTheUpperTribunal().send('decided', '2027-03-30', {
        sent: '2027-04-01',
        result: 'remade',
        points: [{ what: 'Something', kind: 'named.date' }],
      }),
    ).toThrow('Give the date that the order names');
  });
});
