// What `recourse verify` has to say: the case, the promise that is broken, and what to do.

/** The promises, as docs/faults.md states them. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8';

export interface Finding {
  /** A case, or the day of a published root. */
  ref: string;
  /** The journal entry, where one is meant. */
  seq?: number;
  invariant: Invariant;
  what: string;
  todo: string;
}

const cures = {
  journal:
    'The journal was changed outside Recourse, or the disk is damaged. Keep the database as it is, compare it with the latest backup, and tell the parties.',
  state: 'The next event of the case puts its state right from the journal; nothing is lost.',
  rows: 'Compare with the latest backup; a correction of the facts, or a newer calendar, makes the rows anew.',
  route: 'Install the release that has this version of the route.',
  reminders: 'Tell the parties of the date by hand, and report the fault with this line.',
  waiting: 'See that a worker runs ("recourse serve"), and look at "recourse dead-letters".',
  missed:
    'Look at the case: raise the escalation by hand if it is missing, and report the fault with this line.',
  sending: 'Look at the message in the outbox, tell its receiver if it misled them, and report the fault.',
  root: 'What was published no longer fits the journal: keep the database as it is and compare it with a backup from that day.',
} as const;

export type Cure = keyof typeof cures;

export const finding = (
  ref: string,
  invariant: Invariant,
  what: string,
  cure: Cure,
  seq?: number,
): Finding => ({ ref, ...(seq === undefined ? {} : { seq }), invariant, what, todo: cures[cure] });
