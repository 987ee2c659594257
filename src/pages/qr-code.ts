// An address as a picture that a telephone can scan: drawn here, sent nowhere.

import { toString } from 'qrcode';

export async function scanned({ uri, letters }: { uri: string; letters: string }) {
  const svg = await toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return { letters, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
}
