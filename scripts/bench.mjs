// Measures the Terraform provider: its start, and the life of many profiles, with calls counted by the server, with and
// without Palette's documented rate limits; and the official provider beside it, where one is given. Talks to 127.0.0.1
// only. Started by scripts/bench.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { startStack } from "./bench-stack.mjs";

const { values: flags } = parseArgs({
  options: {
    profiles: { type: "string", default: "50" },
    layers: { type: "string", default: "8" },
    runs: { type: "string", default: "3" },
    figures: { type: "boolean", default: false },
    official: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const [profiles, layers, runs] = [flags.profiles, flags.layers, flags.runs].map((text) => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`"${text}" is not a whole number above 0: write --profiles 50 --layers 8 --runs 3, for instance.`);
});
const official = flags.official === undefined ? undefined : resolve(flags.official);
if (official !== undefined && !existsSync(official)) {
  throw new Error(`There is no ${official}: --official takes the official provider's executable.`);
}
const repository = resolve(import.meta.dirname, "..");
const cli = join(repository, "packages/cli/bin/palette-profiles.cjs");
const provider = join(repository, "packages/cli/dist/bundle/provider.cjs");
const { version } = JSON.parse(readFileSync(join(repository, "packages/terraform-provider/package.json"), "utf8"));
const program = join(repository, `dist/terraform-provider-palette_v${version}`);
const work = mkdtempSync(join(tmpdir(), "palette-bench-"));
const cliConfig = join(work, "terraform.tfrc");

const rows = [];
const note = (what, value, unit, more = "") => {
  rows.push({ what, value, unit, more });
  if (!flags.json) console.log(`${what.padEnd(66)} ${String(value).padStart(8)} ${unit}  ${more}`);
};
/** What we promise, and what it is. */
const figures = [];
const figure = (what, ours, bound, officials) => figures.push({ what, ours, bound, official: officials ?? "" });

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function handshake(what, protocol, ...command) {
  const times = [];
  for (let run = 0; run < 15; run++) {
    const begun = process.hrtime.bigint();
    const [file, ...words] = command;
    const child = spawn(file, words, {
      env: {
        ...process.env,
        TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
        PLUGIN_PROTOCOL_VERSIONS: protocol,
      },
      stdio: ["ignore", "pipe", "ignore"],
    });
    await new Promise((done) => createInterface({ input: child.stdout }).once("line", done));
    times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    child.kill("SIGKILL");
    await new Promise((done) => child.once("exit", done));
  }
  const middle = Math.round(median(times));
  note(`${what}: start to handshake, median of 15`, middle, "ms", `quickest ${Math.round(Math.min(...times))} ms`);
  return middle;
}

/** Gives the times and calls of a plan of what is new, and of one without changes. */
async function life(count, rateLimits, more = {}) {
  const stack = await startStack({
    cli,
    work,
    profiles: count,
    layers,
    rateLimits,
    cliConfig,
    official: more.official,
  });
  const limited = rateLimits === "documented";
  const label = `${more.official ? "official: " : ""}${count} x ${layers}${limited ? ", documented limits" : ""}`;
  try {
    const measure = async (what, times, ...words) => {
      const taken = [];
      let last;
      let counted;
      for (let run = 0; run < times; run++) {
        // A person comes with Palette's buckets full: they are after 5 seconds.
        if (limited) await sleep(6_000);
        last = await stack.terraform(...words);
        taken.push(last.seconds);
        counted = await stack.calls();
      }
      const seconds = median(taken);
      const quickest = times > 1 ? `; median of ${times}, quickest ${Math.min(...taken).toFixed(2)} s` : "";
      note(`${label}: ${what}`, seconds.toFixed(2), "s", `${counted.calls} calls, ${counted.limited} x 429${quickest}`);
      return { ...last, ...counted, seconds };
    };
    const fresh = await measure(
      "plan of new profiles",
      count === 1 ? runs : 1,
      "plan",
      "-input=false",
      "-out=new.plan",
    );
    await measure("apply", 1, "apply", "-input=false", "new.plan");
    const words = ["plan", "-input=false", "-detailed-exitcode", "-no-color"];
    const none = await measure("plan without changes", limited && more.official ? 1 : runs, ...words);
    if (none.status !== 0) throw new Error(`an unchanged config was planned as a change:\n${none.out.slice(0, 2_000)}`);
    if (more.whole && !flags.figures) await changeOneLeaf(stack, label, measure);
    return { fresh, none };
  } finally {
    await stack.close();
  }
}

async function changeOneLeaf(stack, label, measure) {
  stack.write(2);
  const one = await measure("plan of one changed leaf", 1, "plan", "-input=false", "-no-color", "-out=one.plan");
  const plan = join(stack.folder, "plan.json");
  writeFileSync(plan, (await stack.terraform("show", "-json", "one.plan")).out);
  const begun = process.hrtime.bigint();
  const review = spawnSync(process.execPath, [cli, "review", plan], { encoding: "utf8", maxBuffer: 1 << 30 });
  const seconds = (Number(process.hrtime.bigint() - begun) / 1e9).toFixed(2);
  const sizes = `${review.stdout.length} bytes; terraform's text ${one.out.length} bytes`;
  note(`${label}: review of it`, seconds, "s", sizes);
  await measure("destroy", 1, "destroy", "-auto-approve", "-input=false");
}

async function measureAll() {
  const ours = await handshake("provider", "6", process.execPath, provider);
  const alone = existsSync(program) ? await handshake("provider without Node", "6", program) : undefined;
  if (alone !== undefined) note("provider without Node: size", (statSync(program).size / 1e6).toFixed(0), "MB");
  const theirs = official && (await handshake("official", "5", official));
  figure("start to handshake", `${ours} ms`, "< 120 ms", theirs && `${theirs} ms`);

  const one = await life(1, "off", { whole: true });
  const oneOfficial = official && (await life(1, "off", { official }));
  const inAll = ({ fresh }) => `${fresh.seconds.toFixed(2)} s`;
  figure("terraform plan of one new profile, in all", inAll(one), "< 1.30 s", oneOfficial && inAll(oneOfficial));

  const some = await life(profiles, "off", { whole: true });
  const many = await life(profiles * 4, "off");
  const each = ({ none }, count) => ((none.seconds * 1_000) / count).toFixed(1);
  const bound = `<= ${each(some, profiles)} ms, as with ${profiles}`;
  figure(`plan without changes, a profile of ${profiles * 4}`, `${each(many, profiles * 4)} ms`, bound);

  const limited = await life(profiles, "documented", { whole: true });
  const limitedOfficial = official && (await life(profiles, "documented", { official }));
  const what = `plan without changes, ${profiles} x ${layers}, documented limits`;
  const seconds = ({ none }) => `${none.seconds.toFixed(2)} s`;
  figure(what, seconds(limited), "< 4.00 s", limitedOfficial && seconds(limitedOfficial));
  figure("  its calls", limited.none.calls, `<= ${2 * profiles + 1}`, limitedOfficial?.none.calls);
  figure("  its answers 429", limited.none.limited, "0", limitedOfficial?.none.limited);
}

try {
  const install = ["terraform", "install", "--mirror", join(work, "mirror"), "--cli-config", cliConfig];
  spawnSync(process.execPath, [cli, ...install]);
  const load = loadavg()[0].toFixed(1);
  if (!flags.json) console.log(`Node ${process.version}, ${cpus().length} cores, load ${load} at the start\n`);
  await measureAll();
  if (flags.json) {
    console.log(JSON.stringify({ node: process.version, cores: cpus().length, load, figures, rows }, null, 2));
  } else {
    console.log(`\n${"".padEnd(58)} ${"measured".padStart(9)}  ${"promised".padEnd(24)} ${official ? "official" : ""}`);
    for (const it of figures) {
      console.log(`${it.what.padEnd(58)} ${String(it.ours).padStart(9)}  ${it.bound.padEnd(24)} ${it.official}`);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
