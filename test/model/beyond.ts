// Transitions too deep for the search: they need answers that fit together over several acts. Each is left out by name,
// so that none can join them unseen.

import type { RouteId } from '../../workflows/kit';

/** An agreed time that replaces the six months must be asked for, agreed to, and then pass. */
const longerTime = ['investigating|missed.named.date|overdue'];

/** `stage | event | stage`, as the search would have found it. */
export const beyond: Partial<Record<RouteId, string[]>> = {
  'adult-social-care-complaint': longerTime,
  'nhs-complaint.provider': longerTime,
  'nhs-complaint.icb': longerTime,
  // Promises made by a school that was then left for the next body.
  'school-complaint.maintained': ['promised|went-outside|outside'],
  'school-complaint.academy': ['promised|went-outside|outside'],
  // Remedies owed by two or three bodies, kept in every order.
  'ombudsman.joint': [
    'remedies-council|remedy-done|remedies-provider',
    'remedies-council|report-answered|remedies-provider',
    'remedies-icb|report-answered|remedies-provider',
    'remedies-icb|remedy-done|remedies-provider',
    'remedies-icb|remedy-done|remedies-council',
    'remedies-icb|report-answered|remedies-council',
    'remedies-provider|remedy-done|remedies-council',
    'remedies-provider|report-answered|remedies-council',
  ],
  // The kind of school, the length of the exclusion and the panel's finding together.
  'exclusion-review': [
    'ask-the-board|board-decided|review-right',
    'board-on-request|board-decided|review-right',
    'panel-of-the-trust|panel-decided|panel-upheld',
  ],
  // Recommendations to two bodies, one answered and one not.
  'tribunal.extended': [
    'unfollowed|answer-read|complained',
    'unfollowed|missed.ombudsman.lgsco.complain|unfollowed',
  ],
};
