// Measures `diffYaml`, `diffProfiles` and `palette-profiles review`, and what microdiff, jsondiffpatch and dyff report of the
// same texts. Started by scripts/bench-diff.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as made from "./bench-diff-texts.mjs";

const { values: flags } = parseArgs({
  options: { runs: { type: "string", default: "5" }, offline: { type: "boolean", default: false } },
});
const runs = Number(flags.runs);
if (!Number.isInteger(runs) || runs < 1) {
  throw new Error(`"${flags.runs}" is not a whole number above 0: write --runs 5, for instance.`);
}
const repository = resolve(import.meta.dirname, "..");
const cli = join(repository, "packages/cli/bin/palette-profiles.cjs");
const profiles = join(repository, "packages/profiles/dist/index.js");
const require = createRequire(profiles);
const { diffProfiles, diffYaml } = require(profiles);
const { parseAllDocuments } = require("yaml");
const work = mkdtempSync(join(tmpdir(), "palette-bench-"));
const leftOut = [];

const peers = { microdiff: undefined, jsondiffpatch: undefined, dyff: undefined };
if (flags.offline) leftOut.push("microdiff, jsondiffpatch, dyff: --offline was asked for");
else await fetchPeers();

try {
  const packs = join(repository, "../shared/palette/packs");
  const large = made.largeText(packs);
  const huge = made.hugeText(large);
  reported(large);
  figures(large, huge);
  leftOut.push("terraform's own text of a plan: it takes the official provider and a backend");
  console.log(`\nLeft out: ${leftOut.join("; ")}.`);
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, ${runs} runs, medians.`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function fetchPeers() {
  const run = (command, args, env = {}) =>
    spawnSync(command, args, { cwd: work, stdio: "ignore", timeout: 300_000, env: { ...process.env, ...env } }).status;
  writeFileSync(join(work, "package.json"), "{}");
  if (run("npm", ["install", "--no-audit", "--no-fund", "microdiff@1.6.0", "jsondiffpatch@0.7.3"]) === 0) {
    const from = (name) => import(createRequire(join(work, "package.json")).resolve(name));
    try {
      peers.microdiff = (await from("microdiff")).default;
      peers.microdiff = peers.microdiff.default ?? peers.microdiff;
      // It brings no entry for CommonJS.
      const { create } = await import(join(work, "node_modules/jsondiffpatch/lib/index.js"));
      peers.jsondiffpatch = create({ objectHash: (item, index) => item.name ?? `$$index:${index}` });
    } catch (error) {
      leftOut.push(`microdiff or jsondiffpatch: ${error.message.split("\n")[0]}`);
    }
  } else leftOut.push("microdiff, jsondiffpatch: npm could not install them");
  if (run("go", ["install", "github.com/homeport/dyff/cmd/dyff@v1.10.2"], { GOBIN: work }) === 0)
    peers.dyff = join(work, "dyff");
  else leftOut.push("dyff: Go is not there, or could not install it");
}

/** What each tool reports of changes whose number is known. */
function reported(large) {
  const rows = [["", "true", "ours", "microdiff", "jsondiffpatch", "dyff"]];
  for (const { what, before, after, truth } of made.cases(large)) {
    const texts = typeof before === "string" ? [before, after] : [before, after].map(made.profileText);
    const ours =
      typeof before === "string" ? diffYaml(before, after).changes.length : diffProfiles(before, after).changes.length;
    const [left, right] = texts.map((text) => {
      const documents = parseAllDocuments(text).map((document) => document.toJS());
      return documents.length === 1 ? documents[0] : documents;
    });
    rows.push([
      what,
      truth,
      ours,
      peers.microdiff?.(left, right).length,
      peers.jsondiffpatch && leavesOf(peers.jsondiffpatch.diff(left, right)),
      peers.dyff && dyffCount(...filesOf(...texts)),
    ]);
  }
  table(rows);
}

/** What a delta of jsondiffpatch tells: an array is one change. */
function leavesOf(delta) {
  if (delta === undefined) return 0;
  if (Array.isArray(delta)) return 1;
  return Object.entries(delta).reduce((sum, [key, inner]) => sum + (key === "_t" ? 0 : leavesOf(inner)), 0);
}

/** Changes that dyff prints, each at a path of its own. */
function dyffCount(before, after) {
  const { stdout } = spawnSync(peers.dyff, ["between", "--omit-header", "--color", "off", before, after], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return stdout.split("\n").filter((line) => /^ {0,2}[±+⇆-] .*(?:change|added|removed)/.test(line)).length;
}

function figures(large, huge) {
  const rows = [["", "measured", "promised"]];
  const note = (what, measured, promised = "") => rows.push([what, measured, promised]);
  const plan = join(work, "plan.json");
  writeFileSync(plan, JSON.stringify(made.plan(50, 8)));
  const review = ["review", plan, "--format", "markdown"];
  const markdown = execFileSync(process.execPath, [cli, ...review], { maxBuffer: 1 << 28 });
  note("50 profiles x 8 layers x 5 KB, a leaf: Markdown", `${markdown.length} bytes`, "1500 bytes");
  note(
    "  whole process",
    time(() => execFileSync(process.execPath, [cli, ...review])),
    "300 ms",
  );
  note(
    "  of which the command line starts in",
    time(() => execFileSync(process.execPath, [cli, "--version"])),
  );
  const largeEdited = made.withEdits(large, 20);
  note(
    `two ${size(large)} values, 20 edits: diffYaml`,
    time(() => diffYaml(large, largeEdited)),
    "60 ms",
  );
  note("  in a process of its own, the first time", `${firstTime(...filesOf(large, largeEdited))} ms`, "60 ms");
  for (const [kind, text] of [
    ["mostly comments", huge],
    ["no comments", made.denseText()],
  ]) {
    const edited = made.withEdits(text, 20);
    const files = filesOf(text, edited);
    note(
      `two ${size(text)} texts, ${kind}: diffYaml`,
      time(() => diffYaml(text, edited)),
      "400 ms",
    );
    note("  the first time", `${firstTime(...files)} ms`, "400 ms");
    note(
      "  palette-profiles diff, whole process",
      time(() => spawnSync(process.execPath, [cli, "diff", ...files])),
      "400 ms",
    );
    if (peers.dyff)
      note(
        "  dyff, whole process",
        time(() => spawnSync(peers.dyff, ["between", ...files])),
      );
  }
  console.log();
  table(rows);
}

/** Milliseconds of `diffYaml` where nothing is warm. */
function firstTime(before, after) {
  const program = `const { readFileSync } = require("node:fs"); const { diffYaml } = require(process.argv[1]);
    const [a, b] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
    const start = performance.now(); diffYaml(a, b); console.log(Math.round(performance.now() - start));`;
  const times = Array.from({ length: runs }, () =>
    Number(execFileSync(process.execPath, ["-e", program, profiles, before, after])),
  );
  return times.sort((a, b) => a - b)[runs >> 1];
}

function time(work_) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work_();
    return performance.now() - start;
  });
  return `${Math.round(times.sort((a, b) => a - b)[runs >> 1])} ms`;
}

function filesOf(...texts) {
  return texts.map((text, at) => {
    const file = join(work, `${["before", "after"][at]}-${text.length}.yaml`);
    writeFileSync(file, text);
    return file;
  });
}

function size(text) {
  return `${Math.round(text.length / 1000)} KB`;
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? "-").length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell ?? "-").padStart(widths[at])))
        .join("  "),
    );
  }
}
