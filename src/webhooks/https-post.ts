// One POST to a pinned address: no redirects, no long answers, no waiting for ever.

import type { LookupAddress } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';

const TIMEOUT = 10_000;
const MOST_READ = 64 * 1024;

/** Gives the status. @throws Error without any detail of the receiver's answer. */
export function post(
  url: URL,
  pinned: LookupAddress,
  headers: Record<string, string>,
  body: string,
): Promise<number> {
  const lookup: LookupFunction = (_name, options, found) => {
    if (options.all) found(null, [pinned]);
    else found(null, pinned.address, pinned.family);
  };
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        lookup,
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT),
        headers: { ...headers, 'content-length': Buffer.byteLength(body).toString() },
      },
      (response) => {
        let read = 0;
        response.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > MOST_READ) request.destroy();
        });
        // Its status is all that counts; the answer itself is thrown away.
        response.on('close', () => resolve(response.statusCode ?? 0));
      },
    );
    request.on('error', ({ name }) =>
      reject(new Error(name === 'AbortError' ? 'No answer in time' : 'No connection')),
    );
    request.end(body);
  });
}
