// What somebody added, never shown, only given away: as a file, with nothing in it that could run.

import contentDisposition from 'content-disposition';
import type { Response } from 'express';

export function giveFile(
  response: Response,
  { name, type, content }: { name: string; type: string; content: Buffer },
): void {
  response
    .set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': contentDisposition(name),
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': type,
    })
    .end(content);
}
