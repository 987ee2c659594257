import { checkedUrl, isPublic, pinnedAddress } from './safe-target';

const resolveTo =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

/** Every way to write an address that must not be reached. */
const refused = [
  'http://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'example.org',
  'https://',
  'https://user:pass@example.org/',
  'https://example.org/#a',
  'https://example.org:22/',
  'https://example.org:6379/',
  'https://localhost/',
  'https://localhost./',
  'https://LOCALHOST/',
  'https://a.localhost/',
  'https://intranet/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://router.lan/',
  'https://1.0.0.127.in-addr.arpa/',
  'https://127.0.0.1/',
  'https://127.0.0.1./',
  'https://127.1/',
  'https://127.255.255.254/',
  'https://0.0.0.0/',
  'https://0/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://017700000001/',
  'https://0177.0.0.1/',
  'https://%31%32%37.0.0.1/',
  'https://１２７.0.0.1/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://100.64.0.1/',
  'https://198.18.0.1/',
  'https://192.0.0.1/',
  'https://192.0.2.1/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:7f00:1::]/',
  'https://[fc00::1]/',
  'https://[fd12:3456::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[100::1]/',
];

describe('Where a webhook may go', () => {
  it.each(refused)('not to %s', (typed) => {
    expect(refused.length).toBeGreaterThanOrEqual(40);
    expect(() => checkedUrl(typed, false)).toThrow(expect.objectContaining({ status: 422 }));
  });

  it.each([
    ['https://example.org/hook?a=1', 'https://example.org/hook?a=1'],
    ['HTTPS://Example.ORG', 'https://example.org/'],
    ['https://hooks.riverside.gov.uk:8443/x', 'https://hooks.riverside.gov.uk:8443/x'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ])('to %s', (typed, canonical) => {
    expect(checkedUrl(typed, false).href).toBe(canonical);
  });

  it('not to a name that leads inside, nor to one that leads to both', async () => {
    const url = new URL('https://example.org/');
    for (const inside of [
      '127.0.0.1',
      '10.1.2.3',
      '169.254.169.254',
      '::1',
      '::ffff:192.168.0.1',
      'fd00::1',
    ]) {
      await expect(pinnedAddress(url, false, resolveTo(inside))).rejects.toMatchObject({ status: 422 });
      await expect(pinnedAddress(url, false, resolveTo('93.184.216.34', inside))).rejects.toMatchObject({
        status: 422,
      });
    }
    await expect(pinnedAddress(url, false, resolveTo())).rejects.toMatchObject({ status: 422 });
    expect(await pinnedAddress(url, false, resolveTo('93.184.216.34'))).toEqual({
      address: '93.184.216.34',
      family: 4,
    });
  });

  it('to this machine only where that is allowed, and even then not to the network around it', async () => {
    const local = new URL('http://127.0.0.1:9999/hook');
    expect(checkedUrl(local.href, true).href).toBe(local.href);
    expect(await pinnedAddress(local, true, resolveTo())).toEqual({ address: '127.0.0.1', family: 4 });
    expect(() => checkedUrl('http://10.0.0.1/', true)).toThrow();
    await expect(
      pinnedAddress(new URL('https://example.org/'), true, resolveTo('192.168.0.1')),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('to no text that is no address', () => {
    for (const text of ['', 'example.org', '999.1.1.1', '1.2.3', ':::']) expect(isPublic(text)).toBe(false);
  });
});
