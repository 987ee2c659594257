// Pieces of event data that several routes ask for.

import { z } from 'zod';
import { line, text } from '../../kit';

/** An event that is said by its name alone. */
export const nothing = z.object({});

/** The item of a stage that an event is about. */
export const aboutPoint = z.object({ point: line({ label: 'Which point?' }) });

export const withReason = (label: string, hint?: string) =>
  z.object({ reason: text({ label, ...(hint ? { hint } : {}) }) });
