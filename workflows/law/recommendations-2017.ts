// Health and social care recommendations of the Tribunal: SEND (First-tier Tribunal Recommendations Power) Regulations 2017 (SI 2017/1306).

import { rule, weeks } from './rule';

export const recommendationRules = {
  'recommendation.respond': rule({
    title: 'Answer the recommendation: what will be done, or the reasons for not following it',
    limbs: [{ from: 'sent', period: weeks(5) }],
    clock: 'send-regulations',
    kind: 'statutory',
    citation: 'SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regs 6 and 7',
    url: 'https://www.legislation.gov.uk/uksi/2017/1306',
    effective: { from: '2018-04-03' },
    confidence: 'secondary',
    verified:
      'Devon County Council guide to tribunals; explanatory note at legislation.gov.uk/uksi/2017/1306/note',
    readings: [
      {
        id: 'beginning-with',
        counting: 'beginning-with',
        reason: 'Read as 5 weeks beginning with the day, the period ends one day earlier.',
      },
    ],
  }),
};
