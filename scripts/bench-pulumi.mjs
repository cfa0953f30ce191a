// Measures the Pulumi package, in both modes, beside Terraform with our provider on the same profiles. Calls are counted by
// the server. Talks to 127.0.0.1 only. Started by scripts/bench-pulumi.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { text as textOf } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { layersOf, startStack } from "./bench-stack.mjs";

const { values: flags } = parseArgs({
  options: {
    profiles: { type: "string", default: "200" },
    layers: { type: "string", default: "8" },
    runs: { type: "string", default: "3" },
    engine: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const [profiles, layers, runs] = [flags.profiles, flags.layers, flags.runs].map((text) => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`"${text}" is not a whole number above 0: write --profiles 200 --layers 8 --runs 3, for instance.`);
});
const repository = resolve(import.meta.dirname, "..");
const cli = join(repository, "packages/cli/bin/palette-profiles.cjs");
const plugin = join(repository, "packages/pulumi/bin/pulumi-resource-palette");
const engine = join(repository, "test/dist/pulumi-engine/cli.js");
const command = !flags.engine && spawnSync("pulumi", ["version"]).status === 0;
const work = mkdtempSync(join(tmpdir(), "palette-bench-pulumi-"));
const cliConfig = join(work, "terraform.tfrc");

/** What we promise, and what it is. */
const figures = [];
const figure = (what, ours, bound) => {
  figures.push({ what, ours, bound });
  if (!flags.json) console.log(`${what.padEnd(66)} ${String(ours).padStart(18)}  ${bound}`);
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const since = (begun) => Number(process.hrtime.bigint() - begun) / 1e6;

/** What the package costs a program that imports the SDK anyway. */
function importCost() {
  const script = `require("@pulumi/pulumi");
const begun = process.hrtime.bigint();
require("@palette-profiles/pulumi");
process.stdout.write(String(Number(process.hrtime.bigint() - begun) / 1e6));`;
  const take = () =>
    Number(spawnSync(process.execPath, ["-e", script], { cwd: join(repository, "test"), encoding: "utf8" }).stdout);
  figure(
    "import of the package, beyond the SDK; median of 7",
    `${median(Array.from({ length: 7 }, take)).toFixed(1)} ms`,
    "< 60 ms",
  );
}

async function pluginStart() {
  const times = [];
  // The first of a release compiles, and keeps what it compiled half a second later.
  const first = spawn(process.execPath, [plugin], { stdio: "ignore" });
  await new Promise((done) => setTimeout(done, 1500));
  first.kill("SIGKILL");
  for (let run = 0; run < 21; run++) {
    const begun = process.hrtime.bigint();
    const child = spawn(process.execPath, [plugin], { stdio: ["ignore", "pipe", "ignore"] });
    await new Promise((done) => createInterface({ input: child.stdout }).once("line", done));
    times.push(since(begun));
    child.kill("SIGKILL");
    await new Promise((done) => child.once("exit", done));
  }
  figure("start of the plugin to its port; median of 21", `${Math.round(median(times))} ms`, "< 150 ms");
}

/** A program of the same profiles as Terraform's, and what runs it. */
function pulumiOf(mode, server) {
  const folder = mkdtempSync(join(work, `${mode}-`));
  const backend = join(folder, "backend");
  const state = join(folder, "state.json");
  mkdirSync(backend);
  symlinkSync(join(repository, "test/node_modules"), join(folder, "node_modules"));
  const plugins = `plugins:\n  providers:\n    - name: palette\n      path: ${join(repository, "packages/pulumi/bin")}\n`;
  const project = "name: bench\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n";
  writeFileSync(join(folder, "Pulumi.yaml"), project + (mode === "native" ? plugins : ""));
  writeFileSync(join(folder, "package.json"), "{}");
  const all = Array.from({ length: profiles }, (_, profile) => ({
    name: `profile-${profile}`,
    packs: layersOf({ profile, layers, registry: { registryName: "Public Repo" } }),
  }));
  writeFileSync(join(folder, "profiles.json"), JSON.stringify(all));
  const from = `@palette-profiles/pulumi${mode === "native" ? "/native" : ""}`;
  const program = `const { ClusterProfile } = require(${JSON.stringify(from)});
for (const args of require("./profiles.json")) new ClusterProfile(args.name, args);\n`;
  writeFileSync(join(folder, "index.js"), program);
  const env = {
    ...process.env,
    SPECTROCLOUD_HOST: server.url,
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${backend}`,
    PULUMI_CONFIG_PASSPHRASE: "bench",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
  const run = async (operation, ...more) => {
    const words = command
      ? ["pulumi", operation, "--non-interactive", "--stack", "dev", ...more]
      : [
          process.execPath,
          engine,
          operation,
          "--program",
          folder,
          "--state",
          state,
          ...more.filter((each) => each === "--refresh"),
        ];
    const begun = process.hrtime.bigint();
    const child = spawn(words[0], words.slice(1), { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    const [out, errors] = ["stdout", "stderr"].map((stream) => textOf(child[stream]));
    const status = await new Promise((done, failed) => child.once("error", failed).once("close", done));
    if (status !== 0)
      throw new Error(`${mode}: ${operation} ended with ${status}:\n${(await out).slice(-2_000)}${await errors}`);
    return { seconds: since(begun) / 1e3, out: await out };
  };
  const init = async () => {
    if (!command) return;
    const words = ["stack", "init", "dev", "--non-interactive"];
    const made = spawnSync("pulumi", words, { cwd: folder, env, encoding: "utf8" });
    if (made.status !== 0) throw new Error(made.stderr);
  };
  const stateText = () => readFileSync(command ? join(backend, ".pulumi/stacks/bench/dev.json") : state, "utf8");
  return { run, init, stateText, all };
}

/**
 * The size of a state without what the profiles themselves are, which stands in it twice, as inputs and as outputs; and
 * without where in the program a resource stands, which Pulumi keeps and which is as long as the program's paths are.
 */
function stateSize(text, all) {
  const own = all.reduce((sum, { packs }) => sum + 2 * JSON.stringify(packs).length, 0);
  const not = ["stackTrace", "sourcePosition"];
  const whole = JSON.stringify(JSON.parse(text, (key, value) => (not.includes(key) ? undefined : value)));
  return (whole.length - own) / 1e6;
}

async function repeated(stack, work) {
  const times = [];
  let counted;
  for (let run = 0; run < runs; run++) {
    await stack.calls();
    times.push((await work()).seconds);
    counted = (await stack.calls()).calls;
  }
  return { seconds: median(times), calls: counted / profiles };
}

const shown = ({ seconds, calls }) => `${seconds.toFixed(2)} s, ${calls.toFixed(2)} calls`;

async function previews() {
  const all = `${profiles} x ${layers} unchanged, a profile`;
  const terraform = await startStack({ cli, work, profiles, layers, rateLimits: "off", cliConfig });
  await terraform.terraform("apply", "-input=false", "-auto-approve");
  const plan = ["plan", "-input=false", "-no-color"];
  const bound = {
    plain: await repeated(terraform, () => terraform.terraform(...plan, "-refresh=false")),
    refreshed: await repeated(terraform, () => terraform.terraform(...plan)),
  };
  await terraform.close();
  figure(`terraform plan -refresh=false: ${all}`, shown(bound.plain), "");
  figure(`terraform plan: ${all}`, shown(bound.refreshed), "");
  for (const mode of ["dynamic", "native"]) {
    const stack = await startStack({ cli, work, profiles: 1, layers: 1, rateLimits: "off", cliConfig });
    try {
      const pulumi = pulumiOf(mode, stack.server);
      await pulumi.init();
      const up = await pulumi.run("up", "--yes", "--skip-preview");
      figure(`${mode}: up of ${profiles} x ${layers} new profiles`, `${up.seconds.toFixed(2)} s`, "");
      const plain = await repeated(stack, () => pulumi.run("preview", "--expect-no-changes"));
      figure(`${mode}: preview: ${all}`, shown(plain), `<= 2 calls, <= ${bound.plain.seconds.toFixed(2)} s`);
      const refreshed = await repeated(stack, () => pulumi.run("preview", "--expect-no-changes", "--refresh"));
      figure(
        `${mode}: preview --refresh: ${all}`,
        shown(refreshed),
        `<= 2 calls, <= ${bound.refreshed.seconds.toFixed(2)} s`,
      );
      figure(
        `${mode}: state without the layers that the program gave`,
        `${stateSize(pulumi.stateText(), pulumi.all).toFixed(2)} MB`,
        "< 0.6 MB for 200",
      );
    } finally {
      await stack.close();
    }
  }
}

try {
  const install = ["terraform", "install", "--mirror", join(work, "mirror"), "--cli-config", cliConfig];
  spawnSync(process.execPath, [cli, ...install]);
  const load = loadavg()[0].toFixed(1);
  const by = command ? "the pulumi command" : "the test engine";
  if (!flags.json) console.log(`${by}, Node ${process.version}, ${cpus().length} cores, load ${load} at the start\n`);
  importCost();
  await pluginStart();
  await previews();
  if (flags.json)
    console.log(JSON.stringify({ by, node: process.version, cores: cpus().length, load, figures }, null, 2));
} finally {
  rmSync(work, { recursive: true, force: true });
}
