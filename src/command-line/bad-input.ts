// What the operator typed cannot be done: one clear line on stderr and exit code 2.

export class BadInput extends Error {}
