// What the journal says of a document's content, and only who has the salt can check.

import { createHash } from 'node:crypto';

export const digestOf = (salt: string, content: Buffer): string =>
  createHash('sha256').update(salt).update(content).digest('hex');
