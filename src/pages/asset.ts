// A file of the pages as the build packed it, in the smallest form that the browser reads. Pages themselves are not packed:
// beside words that a stranger chose, the length of a packed page tells what else is in it (BREACH).

import type { Request, Response } from 'express';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { assetsFolder } from './views';

const packed = { br: '.br', gzip: '.gz' } as const;

export function sendAsset(request: Request, response: Response, name: string): void {
  const root = assetsFolder();
  const encoding = request.acceptsEncodings('br', 'gzip') as keyof typeof packed | false;
  response.set('Cache-Control', 'public, max-age=3600').vary('Accept-Encoding').type(extname(name));
  if (encoding && existsSync(join(root, name + packed[encoding]))) {
    response.set('Content-Encoding', encoding).sendFile(name + packed[encoding], { root });
  } else response.sendFile(name, { root });
}
