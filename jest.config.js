/** Unit specs sit beside their code; end-to-end tests in test/. One configuration runs them all. */
module.exports = {
  testEnvironment: '<rootDir>/test/environment.ts',
  rootDir: '.',
  roots: ['<rootDir>/workflows', '<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', require('./compile.cjs')] },
  testSequencer: '<rootDir>/test/longest-first.js',
  globalSetup: '<rootDir>/test/services.ts',
  testTimeout: 60000,
};
