// How tests and benchmarks compile TypeScript: file by file, types unseen. The product itself is built by tsc.

/** Large, and of no use to most of what a test starts: each is read when it is first asked for something. */
const WHEN_NEEDED = [
  '@simplewebauthn/server',
  'axios',
  'bullmq',
  'docx',
  'fontkit',
  'ioredis',
  'mailparser',
  'nodemailer',
  'notifications-node-client',
  'openid-client',
  'pdf-lib',
  'pdfkit',
  'qrcode',
  'sharp',
];

module.exports = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'commonjs', lazy: WHEN_NEEDED },
};
