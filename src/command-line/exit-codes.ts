// How a command ends; 0 is done.

/** It worked and found something. */
export const FINDING = 1;

/** What was typed cannot be done. */
export const BAD_INPUT = 2;
