import { Journey } from '../../test/journey';
import { mediationIcb } from './mediation-icb';
import { mediationInformation } from './mediation-information';

const wanted = () =>
  new Journey(
    mediationInformation,
    { decision: 'contents', noticeSent: '2026-10-05', sections: ['C', 'G'] },
    '2026-10-12',
  ).send('mediation-wanted', '2026-12-18', { councilTold: '2026-12-23' });

const begin = (facts: Record<string, unknown> = { authorityInformed: '2026-12-23' }) =>
  new Journey(mediationIcb, facts, '2026-12-23');

describe('Mediation about health care alone', () => {
  it('begins with the duty of the council to tell the ICB, from the day the council was told', () => {
    const [opening] = wanted().effects;
    expect(opening).toMatchObject({
      route: 'mediation.icb',
      facts: [{ noticeSent: '2026-10-05', authorityInformed: '2026-12-23' }],
    });
    const journey = begin();
    expect([journey.stage, journey.responsible]).toEqual(['telling', 'council SEND casework']);
    // 24, 29 and 30 December: Christmas Day, a weekend and the bank holiday of the 28th are no working days.
    expect(journey.due).toEqual({ 'mediation.notify-icb': '2026-12-30' });
  });

  it('gives the ICB 30 days from the notice of the council, not from the wish of the family', () => {
    const journey = begin().send('icb-told', '2027-01-04');
    expect([journey.stage, journey.responsible]).toEqual(['arranging', 'ICB (responsible commissioner)']);
    expect(journey.due).toEqual({ 'mediation.arrange.icb': '2027-02-03' });
  });

  it('calls the council late, not the ICB, where nobody told it', () => {
    const journey = begin().miss('mediation.notify-icb', '2026-12-31');
    expect([journey.stage, journey.responsible]).toEqual(['telling', 'council SEND casework']);
    expect(journey.send('icb-told', '2027-01-11').due).toEqual({ 'mediation.arrange.icb': '2027-02-10' });
  });

  it('starts at once where the day of the notice is known', () => {
    const journey = begin({ icbNotified: '2026-10-05' });
    expect(journey.due).toEqual({ 'mediation.arrange.icb': '2026-11-04' });
    expect(mediationIcb.decidedOn({ icbNotified: '2026-10-05' })).toBe('2026-10-05');
  });

  it('takes a meeting that was arranged before anybody wrote down the notice', () => {
    const meeting = { meeting: '2027-01-14', venue: 'online', authority: true };
    expect(begin().send('meeting-arranged', '2026-12-30', meeting).stage).toBe('arranged');
    expect(() => begin().send('icb-told', '2026-12-22')).toThrow('the day the council was told');
  });
});
