// The answer to a complaint, whoever gives it: a finding, a finding for each point, reasons, and what is promised.

import { z } from 'zod';
import { choice, list, personalLine, text } from '../../kit';
import { promises } from './promises';

export const findings = { upheld: 'Upheld', 'partly-upheld': 'Partly upheld', 'not-upheld': 'Not upheld' };

/** One point of the complaint and what was found about it. */
const pointFound = z.object({
  point: personalLine({ label: 'What was the point?' }),
  finding: choice({ label: 'What is the finding?' }, findings),
});

/** One finding, with findings for points where they were given. */
export const answer = z.object({
  finding: choice({ label: 'What is the finding?' }, findings),
  reasons: text({ label: 'What are the reasons?' }),
  points: list({ label: 'Is there a finding for each point?' }, pointFound, { min: 0, max: 20 }).optional(),
  promises,
});

/** Findings point by point, reasons, and what will be done. */
export const answerToPoints = {
  findings: list({ label: 'What was found, point by point?' }, pointFound, { min: 1, max: 20 }),
  reasons: text({ label: 'What are the reasons?' }),
  remedies: promises,
};

/** Asked of the body when it ends its part: the family must learn where to go next. */
export const ombudsmanTold = {
  ombudsman: choice(
    { label: 'Does the letter say how to reach the Ombudsman?' },
    { yes: 'Yes, it is in the letter' },
  ),
};
