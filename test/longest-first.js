// The order of test files: what takes longest begins first, so that no core waits for one file at the end.

// eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest loads it as CommonJS
const Sequencer = require('@jest/test-sequencer').default;

/** Longest first; a clean clone has no times of an earlier run to go by. */
const LONG = ['test/model/', 'test/faults/', 'test/browser/', 'test/', 'src/'];

function rankOf(path) {
  const rank = LONG.findIndex((part) => path.replaceAll('\\', '/').includes(`/${part}`));
  return rank === -1 ? LONG.length : rank;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rankOf(a.path) - rankOf(b.path) || (a.path < b.path ? -1 : 1));
  }
};
