// Lets node run the TypeScript of this repository without a build: `node -r ./bench/register.cjs bench/date.ts`.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a require hook can only be loaded by require
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'commonjs' },
  });
  module._compile(code, file);
};
