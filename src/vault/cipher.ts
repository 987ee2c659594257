// AES-256-GCM as one piece: nonce, tag and ciphertext. `about` binds it to its place, so that rows and files can't be swapped.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

export const newKey = (): Buffer => randomBytes(32);

export function encryptBytes(key: Buffer, about: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when the key, the place or a single bit is not the one it was sealed with. */
export function decryptBytes(key: Buffer, about: string, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
}

export const encrypt = (key: Buffer, about: string, plain: Buffer): string =>
  encryptBytes(key, about, plain).toString('base64');

export const decrypt = (key: Buffer, about: string, sealed: string): Buffer =>
  decryptBytes(key, about, Buffer.from(sealed, 'base64'));
