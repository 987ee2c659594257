import { tribunalAppeal2029 } from '../../workflows/routes/proposed/tribunal-appeal-2029';
import { sentencesOf, totalsOf } from './simulation-report';

describe('The report of a simulated law', () => {
  it('says for each case where it stands and what would be different, in the words of the route', () => {
    expect(
      sentencesOf(tribunalAppeal2029, {
        ref: 'RC-TEST',
        stage: 'ready',
        otherStage: 'certificate',
        dates: [{ key: 'appeal.lodge', before: '2029-12-03' }],
        lost: ['lodged'],
        gained: ['leave-asked'],
      }),
    ).toEqual([
      expect.stringMatching(/^RC-TEST, now at ".+":$/),
      expect.stringMatching(/^ {2}It would stand at ".+"\.$/),
      '  appeal.lodge: 2029-12-03 would be no date.',
      expect.stringMatching(/^ {2}No longer possible: .+\.$/),
      expect.stringMatching(/^ {2}Newly possible: .+\.$/),
    ]);
  });

  it('asks what was never asked by its question, and names the step that could not have been', () => {
    expect(
      sentencesOf(tribunalAppeal2029, { ref: 'RC-TEST', stage: 'ready', missingFacts: ['noticeSent'] }),
    ).toContain('  It was never asked: When was the decision letter sent?');
    expect(
      sentencesOf(tribunalAppeal2029, {
        ref: 'RC-TEST',
        stage: 'ready',
        refused: { seq: 7, type: 'order-made', at: 'waiting', why: 'Not one of the answers: points.0.kind' },
      })[1],
    ).toMatch(/^ {2}Step 7, ".+", would not have been possible\. Not one of the answers/);
  });

  it('ends with how many were looked at, and that nothing was written', () => {
    expect(totalsOf(tribunalAppeal2029, { cases: 12, changed: 3 })).toBe(
      '12 open cases on tribunal.sen-appeal were played again with the version of 2029-09-01: 3 would change, 9 would not. Nothing was written.',
    );
  });
});
