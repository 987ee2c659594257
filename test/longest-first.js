// The order of test files: what takes longest begins first, so that no core waits for one file at the end; and what mostly
// waits, for processes to start and to be killed, runs beside what mostly works.

// eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest loads it as CommonJS
const Sequencer = require('@jest/test-sequencer').default;

/** Longest first; a clean clone has no times of an earlier run to go by. */
const WORKING = ['test/model/', 'test/browser/', 'test/', 'src/'];
const WAITING = 'test/faults/';

const isIn = (folder) => (test) => test.path.replaceAll('\\', '/').includes(`/${folder}`);

function rankOf(test) {
  const rank = WORKING.findIndex((folder) => isIn(folder)(test));
  return rank === -1 ? WORKING.length : rank;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = [...tests].sort((a, b) => rankOf(a) - rankOf(b) || (a.path < b.path ? -1 : 1));
    const waiting = sorted.filter(isIn(WAITING));
    const working = sorted.filter((test) => !waiting.includes(test));
    return working
      .flatMap((test, n) => [test, ...waiting.slice(n, n + 1)])
      .concat(waiting.slice(working.length));
  }
};
