// Every way Recourse says no: a stable type, a status, and a sentence that says what to do next (RFC 9457).

export interface Pointer {
  /** JSON Pointer into the data that was sent, e.g. `/noticeSent`. */
  pointer: string;
  detail: string;
}

export type RefusalType =
  | 'bad-request'
  | 'invalid-data'
  | 'unknown-route'
  | 'not-found'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-possible-now'
  | 'stale-version'
  | 'version-required'
  | 'idempotency-key-reused'
  | 'needs-approval'
  | 'receipt-altered'
  | 'too-large'
  | 'too-many-requests'
  | 'too-slow'
  | 'unavailable';

const statusOf: Record<RefusalType, number> = {
  'bad-request': 400,
  'invalid-data': 422,
  'unknown-route': 422,
  'not-found': 404,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-possible-now': 409,
  'stale-version': 412,
  'version-required': 428,
  'idempotency-key-reused': 422,
  'needs-approval': 409,
  'receipt-altered': 409,
  'too-large': 413,
  'too-many-requests': 429,
  'too-slow': 408,
  unavailable: 503,
};

/** Thrown by services; the API turns it into problem details, the pages into plain English. Never holds personal data. */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly type: RefusalType,
    /** What is wrong and what to do next, for a person. */
    readonly detail: string,
    readonly pointers: Pointer[] = [],
    /** More members of the problem document, e.g. what is possible now. */
    readonly more: Record<string, unknown> = {},
  ) {
    super(detail);
    this.name = 'Refusal';
    this.status = statusOf[type];
  }
}
