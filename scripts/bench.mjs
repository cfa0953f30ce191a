// Measures the Terraform provider: its start, and the life of many profiles, with calls counted by the server, with and
// without Palette's documented rate limits. Talks to 127.0.0.1 only. Started by scripts/bench.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const { values: flags } = parseArgs({
  options: {
    profiles: { type: "string", default: "50" },
    layers: { type: "string", default: "8" },
    json: { type: "boolean", default: false },
  },
});
const repository = resolve(import.meta.dirname, "..");
const cli = join(repository, "packages/cli/bin/palette-profiles.cjs");
const provider = join(repository, "packages/cli/dist/bundle/provider.cjs");
const work = mkdtempSync(join(tmpdir(), "palette-bench-"));
const rows = [];
const note = (what, value, unit, more = "") => {
  rows.push({ what, value, unit, more });
  if (!flags.json) console.log(`${what.padEnd(58)} ${String(value).padStart(8)} ${unit}  ${more}`);
};

/** Packs that demand nothing of their values, which are made up here. */
const PACKS = ["cert-manager 1.16.2", "nginx 1.11.4", "prometheus-operator 66.3.1"].map((each) => each.split(" "));

/** About 5 kB of values, as in the measurements of the official provider. */
function valuesOf(profile, layer, replicas) {
  const lines = [
    "pack:",
    `  namespace: ns-${layer}`,
    `  spectrocloud.com/display-name: layer-${layer}`,
    "charts:",
    "  app:",
  ];
  for (let part = 0; part < 40; part++) {
    lines.push(
      `    part${part}:`,
      `      replicas: ${part === 0 ? replicas : 1}`,
      `      image: example.com/app-${profile}/part-${part}:1.0.0`,
    );
    lines.push(`      resources: { cpu: ${part}m, memory: ${part}Mi } # as measured`);
  }
  return `${lines.join("\n")}\n`;
}

function configOf(profiles, layers, replicas) {
  const resources = {};
  for (let profile = 0; profile < profiles; profile++) {
    const pack = [];
    for (let layer = 0; layer < layers; layer++) {
      const [name, tag] = PACKS[layer % PACKS.length];
      const changed = profile === 0 && layer === 0 ? replicas : 1;
      pack.push({ name, tag, registry_name: "Public Repo", values: valuesOf(profile, layer, changed) });
    }
    resources[`p${profile}`] = { name: `profile-${profile}`, pack };
  }
  return {
    terraform: { required_providers: { palette: { source: "palette-profiles/palette" } } },
    resource: { palette_cluster_profile: resources },
  };
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function handshake() {
  const times = [];
  for (let run = 0; run < 15; run++) {
    const begun = process.hrtime.bigint();
    const child = spawn(process.execPath, [provider], {
      env: {
        ...process.env,
        TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
        PLUGIN_PROTOCOL_VERSIONS: "6",
      },
      stdio: ["ignore", "pipe", "ignore"],
    });
    await new Promise((done) => createInterface({ input: child.stdout }).once("line", done));
    times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    child.kill("SIGKILL");
    await new Promise((done) => child.once("exit", done));
  }
  note("provider: start to handshake, median of 15", Math.round(median(times)), "ms");
}

async function life(profiles, layers, rateLimits) {
  const folder = mkdtempSync(join(work, "stack-"));
  const child = spawn(process.execPath, [cli, "server", "--rate-limits", rateLimits], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Also where the bench itself is cut off, such as by a closed pipe.
  process.once("exit", () => child.kill("SIGTERM"));
  const server = JSON.parse(await new Promise((done) => createInterface({ input: child.stdout }).once("line", done)));
  const environment = {
    ...process.env,
    HOME: work,
    SPECTROCLOUD_HOST: server.url,
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
    TF_CLI_CONFIG_FILE: join(work, "terraform.tfrc"),
    CHECKPOINT_DISABLE: "1",
  };
  const terraform = (...words) => {
    const begun = process.hrtime.bigint();
    const { status, stdout, stderr } = spawnSync("terraform", words, {
      cwd: folder,
      env: environment,
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
    if (status !== 0 && status !== 2) throw new Error(`terraform ${words.join(" ")}: ${stderr}`);
    return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, out: stdout, status };
  };
  const calls = async () => {
    const stats = await (await fetch(`${server.url}/__server/stats`)).json();
    await fetch(`${server.url}/__server/stats`, { method: "DELETE" });
    const sum = (some) => some.reduce((total, { count }) => total + count, 0);
    return `${sum(stats)} calls, ${sum(stats.filter(({ status }) => status === 429))} x 429`;
  };
  const write = (replicas) =>
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configOf(profiles, layers, replicas), null, 1));
  const label = `${profiles} x ${layers}${rateLimits === "documented" ? ", documented limits" : ""}`;
  try {
    write(1);
    terraform("init", "-input=false");
    await calls();
    const measure = async (what, ...words) => {
      const it = terraform(...words);
      note(`${label}: ${what}`, it.seconds.toFixed(2), "s", await calls());
      return it;
    };
    await measure("plan of new profiles", "plan", "-input=false", "-out=new.plan");
    await measure("apply", "apply", "-input=false", "new.plan");
    const none = await measure("plan without changes", "plan", "-input=false", "-detailed-exitcode", "-no-color");
    if (none.status !== 0) throw new Error(`an unchanged config was planned as a change:\n${none.out.slice(0, 2_000)}`);
    write(2);
    const one = await measure("plan of one changed leaf", "plan", "-input=false", "-no-color", "-out=one.plan");
    const json = terraform("show", "-json", "one.plan").out;
    writeFileSync(join(folder, "plan.json"), json);
    const begun = process.hrtime.bigint();
    const review = spawnSync(process.execPath, [cli, "review", join(folder, "plan.json")], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
    note(
      `${label}: review of it`,
      (Number(process.hrtime.bigint() - begun) / 1e9).toFixed(2),
      "s",
      `${review.stdout.length} bytes; terraform's text ${one.out.length} bytes`,
    );
    await measure("destroy", "destroy", "-auto-approve", "-input=false");
  } finally {
    child.kill("SIGTERM");
    await new Promise((done) => child.once("exit", done));
  }
}

try {
  spawnSync(process.execPath, [
    cli,
    "terraform",
    "install",
    "--mirror",
    join(work, "mirror"),
    "--cli-config",
    join(work, "terraform.tfrc"),
  ]);
  if (!flags.json) console.log(`Node ${process.version}, ${cpus().length} cores\n`);
  await handshake();
  await life(1, Number(flags.layers), "off");
  await life(Number(flags.profiles), Number(flags.layers), "off");
  await life(Number(flags.profiles), Number(flags.layers), "documented");
  if (flags.json) console.log(JSON.stringify({ node: process.version, cores: cpus().length, rows }, null, 2));
} finally {
  rmSync(work, { recursive: true, force: true });
}
