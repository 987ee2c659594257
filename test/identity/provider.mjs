// An OpenID Connect provider as a council has one, for the tests: whoever it is told to sign in is signed in.
// Arguments: port, where to send people back to.

import Provider from 'oidc-provider';

const [, , port, back] = process.argv;
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: 'recourse', client_secret: 'of-the-test', redirect_uris: [back] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ['of the test'] },
  // The account is the address, and says by its first word whether the address was verified.
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: id.replace(/^unverified:/, ''),
      email_verified: !id.startsWith('unverified:'),
    }),
  }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});

/** Instead of a page with a form: the header says who sits at the computer. */
provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/interaction/')) return next();
  const result = { login: { accountId: ctx.get('x-account') } };
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
});

provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
