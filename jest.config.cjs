/**
 * `unit` stands beside the code, that of examples too; `cdktn` is what of it is about the constructs, once more, with cdktn
 * in the place of cdktf; `e2e` (under test/) starts real programs and runs after a build.
 */
const shared = {
  rootDir: __dirname,
  testEnvironment: "node",
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", decorators: true }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  moduleNameMapper: {
    "^@palette-profiles/([a-z-]+)$": "<rootDir>/packages/$1/src/index.ts",
    "^@palette-profiles/([a-z-]+)/([a-z-/]+)$": "<rootDir>/packages/$1/src/$2",
    "^palette-profiles$": "<rootDir>/packages/cli/src/index.ts",
  },
  modulePathIgnorePatterns: ["/dist/", "/cdktf.out/"],
};

module.exports = {
  testSequencer: `${__dirname}/test/slow-first.cjs`,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/packages/*/src/**/*.test.ts", "<rootDir>/examples/cdktf-*/*.test.ts"],
    },
    {
      ...shared,
      displayName: "cdktn",
      testMatch: ["<rootDir>/packages/cdktf/src/**/*.test.ts"],
      testPathIgnorePatterns: ["/generated.test.ts$"],
      moduleNameMapper: { ...shared.moduleNameMapper, "^cdktf$": "<rootDir>/packages/cdktn/node_modules/cdktn" },
    },
    { ...shared, displayName: "e2e", testMatch: ["<rootDir>/test/**/*.test.ts"] },
  ],
};
