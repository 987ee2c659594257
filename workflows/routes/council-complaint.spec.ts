import { Journey } from '../../test/journey';
import { councilComplaint } from './council-complaint';

const facts = { about: 'delay', aware: '2026-09-01', received: '2026-10-01', complaint: 'Nothing happens' };
const begin = () => new Journey(councilComplaint, facts, '2026-10-01');

describe('A complaint to the council', () => {
  it('counts each stage from the acknowledgement and the Ombudsman from first knowing', () => {
    const journey = begin();
    expect(journey.due).toEqual({
      'council.acknowledge': '2026-10-08',
      'ombudsman.lgsco.complain': '2027-08-31',
    });
    journey.send('acknowledged', '2026-10-05');
    expect(journey.due['council.stage-1']).toBe('2026-10-19');
    journey.send('stage-1-extended', '2026-10-16', { reason: 'Two teams', ombudsman: 'yes' });
    expect(journey.due['council.stage-1.extended']).toBe('2026-11-02');
    journey.send('stage-1-answered', '2026-10-30', { finding: 'not-upheld', reasons: 'No fault' });
    journey.send('stage-2-asked', '2026-11-02').send('stage-2-acknowledged', '2026-11-04');
    expect(journey.due['council.stage-2']).toBe('2026-12-02');
    journey.send('stage-2-answered', '2026-12-01', { finding: 'not-upheld', reasons: 'No fault' });
    expect(journey.responsible).toBe('parent or young person');
    journey.send('ombudsman-asked', '2026-12-10');
    expect(journey.over).toBe(true);
    expect(journey.opened).toEqual(['ombudsman.lgsco']);
  });

  it('lets a silent stage 1 go on to stage 2, and gives each promised remedy its own date', () => {
    const journey = begin()
      .send('acknowledged', '2026-10-05')
      .miss('council.stage-1', '2026-10-20')
      .send('stage-2-asked', '2026-10-20')
      .send('stage-2-acknowledged', '2026-10-21')
      .send('stage-2-answered', '2026-11-10', {
        finding: 'upheld',
        reasons: 'Late',
        remedies: [
          { what: 'Apologise', by: '2026-11-24' },
          { what: 'Pay', by: '2026-12-08' },
        ],
      });
    expect(journey.due).toMatchObject({ 'named.date#1': '2026-11-24', 'named.date#2': '2026-12-08' });
    journey.send('remedy-done', '2026-11-20', { point: '1' }).miss('named.date', '2026-12-09', '2');
    expect(journey.stage).toBe('stage-2-answered');
  });

  it('does not let a late acknowledgement push the answer back', () => {
    const silent = begin().miss('council.acknowledge', '2026-10-09');
    expect(silent.due).toMatchObject({ 'council.stage-1.outer': '2026-10-22' });
    silent.send('acknowledged', '2026-10-15');
    expect(silent.due).toMatchObject({
      'council.stage-1': '2026-10-29',
      'council.stage-1.outer': '2026-10-22',
    });
    silent
      .miss('council.stage-1.outer', '2026-10-23')
      .send('stage-2-asked', '2026-10-23')
      .miss('council.stage-2.acknowledge', '2026-10-31');
    expect(silent.due).toMatchObject({ 'council.stage-2.outer': '2026-11-27' });
    silent.send('stage-2-answered', '2026-11-20', { finding: 'upheld', reasons: 'Late' });
    expect(silent.stage).toBe('stage-2-answered');
  });

  it('lets a family go on from a complaint that was never acknowledged', () => {
    expect(begin().miss('council.acknowledge', '2026-10-09').send('stage-2-asked', '2026-10-23').stage).toBe(
      'stage-2-asked',
    );
  });

  it('refuses an answer before the acknowledgement', () => {
    expect(() =>
      begin()
        .send('acknowledged', '2026-10-05')
        .send('stage-1-answered', '2026-10-04', { finding: 'upheld', reasons: 'x' }),
    ).toThrow('cannot be earlier than the acknowledgement');
  });
});
