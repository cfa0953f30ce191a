/** The slowest first, longest at the front, so that no worker is left alone with one at the end. */
const SLOW = [
  "test/terraform/scenarios.test.ts",
  "test/pulumi/scenarios.test.ts",
  "test/pulumi/",
  "test/terraform/",
  "test/cdktf/",
  "test/",
];

/** Jest's own order is by size of file, and the slowest files are among the smallest. */
module.exports = class SlowFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const found = SLOW.findIndex((part) => path.replaceAll("\\", "/").includes(`/${part}`));
      return found < 0 ? SLOW.length : found;
    };
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
  shard(tests) {
    return tests;
  }
};
