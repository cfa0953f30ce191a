// The story of one edit: deploy profiles with CDKTF, change a value, read the plan and our review of it, apply, and see
// that a comment plans nothing; then a profile of a Pulumi program. Started by scripts/demo.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { createInterface } from "node:readline";

const repository = resolve(import.meta.dirname, "..");
const cli = join(repository, "packages/cli/bin/palette-profiles.cjs");
const cdktf = join(repository, "test/node_modules/.bin/cdktf");
const work = mkdtempSync(join(tmpdir(), "palette-demo-"));
const colors = process.stdout.isTTY && process.env.NO_COLOR === undefined;
const begun = Date.now();

const bold = (text) => (colors ? `\u001b[1m${text}\u001b[22m` : text);
const dim = (text) => (colors ? `\u001b[2m${text}\u001b[22m` : text);
const say = (text = "") => console.log(text);
const indent = (text) => text.trimEnd().replace(/^(?=.)/gm, "   ");
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
const title = (text) => say(`\n${bold(text)}`);
const kilobytes = (text) => `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`;

let server;
let environment;

/** Runs a program to its end and gives what it printed; where it fails, shows that and stops the demo. */
function run(program, words, { cwd = work, accept = [0], quiet = true } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, words, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let all = "";
    let out = "";
    child.stdout.on("data", (chunk) => {
      all += chunk;
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      all += chunk;
    });
    child.once("error", failed);
    child.once("close", (status) => {
      if (accept.includes(status)) done({ status, out });
      else failed(new Error(`${program} ${words.join(" ")} ended with ${status}:\n${quiet ? all : ""}`));
    });
  });
}

/** Says what runs, how long it took, and what came of it. */
async function step(text, act) {
  const from = Date.now();
  process.stdout.write(`   ${text} ... `);
  const result = await act();
  say(dim(seconds(from)));
  return result;
}

async function main() {
  if (spawnSync("terraform", ["version"]).error !== undefined)
    throw new Error("terraform is needed on the PATH (1.5 or newer)");
  say(bold("Palette profiles as code"));
  say(dim("Everything runs on this machine, against the embedded server; nothing is left behind."));

  title("1. A profile backend");
  await step("palette-profiles server, on a free port with a random key", startServer);
  say(indent(`${server.url}`));
  await step("palette-profiles terraform install", () =>
    run(process.execPath, [
      cli,
      "terraform",
      "install",
      "--mirror",
      join(work, "mirror"),
      "--cli-config",
      environment.TF_CLI_CONFIG_FILE,
    ]),
  );

  title("2. The four profiles of a platform with CDKTF: examples/cdktf-aws-platform");
  const project = copyExample("cdktf-aws-platform");
  await step("cdktf deploy dev", () => run(cdktf, ["deploy", "dev", "--auto-approve"], { cwd: project }));
  say(indent(await backend()));

  title("3. One value changes: values/argo-cd.yaml");
  const values = join(project, "values/argo-cd.yaml");
  const [from, to] = editOneValue(values);
  say(indent(`${from.trim()}  ->  ${to.trim()}`));
  const stack = join(project, "cdktf.out/stacks/dev");
  await step("cdktf synth", () => run(cdktf, ["synth"], { cwd: project }));
  const plan = await step("terraform plan", () =>
    run("terraform", ["plan", "-no-color", "-input=false", "-out=demo.plan"], { cwd: stack }),
  );
  const json = (await run("terraform", ["show", "-json", "demo.plan"], { cwd: stack })).out;
  writeFileSync(join(work, "plan.json"), json);
  const review = (await run(process.execPath, [cli, "review", join(work, "plan.json")])).out;
  say(
    indent(
      `Terraform's plan: ${plan.out.split("\n").length} lines, ${kilobytes(plan.out)}. Our review of it, ${kilobytes(review)}:`,
    ),
  );
  say(indent(indent(review)));
  await step("terraform apply, the plan as reviewed", () =>
    run("terraform", ["apply", "-input=false", "demo.plan"], { cwd: stack }),
  );

  title("4. A comment is not a change");
  writeFileSync(values, `# Reviewed by the platform team.\n${readFileSync(values, "utf8")}`);
  await step("cdktf synth, with a comment put into the values", () => run(cdktf, ["synth"], { cwd: project }));
  const again = await step("terraform plan", () =>
    run("terraform", ["plan", "-no-color", "-input=false", "-detailed-exitcode"], { cwd: stack, accept: [0, 2] }),
  );
  if (again.status !== 0) throw new Error(`a comment was planned as a change:\n${again.out}`);
  say(indent("No changes."));

  title("5. Add-ons for the whole tenant, with Pulumi: examples/pulumi-cluster-profile");
  const pulumi = copyExample("pulumi-cluster-profile");
  const real = onPath("pulumi");
  say(
    indent(
      real
        ? "The pulumi CLI is on the PATH: using it."
        : "The pulumi CLI is not on the PATH: using the test engine, which drives Pulumi's own SDK.",
    ),
  );
  const engine = real ? pulumiCli(pulumi) : testEngine(pulumi);
  await step("up", engine.up);
  say(indent(await backend()));
  await step("up again", async () => {
    const { out } = await engine.up();
    if (!engine.unchanged(out)) throw new Error(`an unchanged program was planned as a change:\n${out}`);
  });

  title("6. Cleaning up");
  await step("pulumi destroy", engine.destroy);
  await step("cdktf destroy dev", () => run(cdktf, ["destroy", "dev", "--auto-approve"], { cwd: project }));
  const left = await backend();
  if (left !== "nothing") throw new Error(`something was left in the backend:\n${left}`);
  say(indent("The backend is empty."));
  say(`\nDone in ${seconds(begun)}. Next: README.md, and examples/.`);
}

async function startServer() {
  const child = spawn(process.execPath, [cli, "server", "--data", join(work, "palette.db")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((_, failed) =>
    child.once("exit", (code) => failed(new Error(`the server ended with ${code}`))),
  );
  ended.catch(() => undefined);
  const ready = new Promise((done) =>
    createInterface({ input: child.stdout }).once("line", (line) => done(JSON.parse(line))),
  );
  server = { ...(await Promise.race([ready, ended])), child };
  const home = join(work, "home");
  mkdirSync(home);
  environment = {
    ...process.env,
    // Terraform, CDKTF and Pulumi keep their own files in a home that goes with the demo.
    HOME: home,
    SPECTROCLOUD_HOST: server.url,
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
    TF_CLI_CONFIG_FILE: join(work, "terraform.tfrc"),
    CDKTF_SKIP_PROVIDER_LOCK: "true",
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    CI: "1",
  };
}

/** A copy, so that the repository stays as it is; dependencies are linked. */
function copyExample(name) {
  const example = join(repository, "examples", name);
  const folder = join(work, name);
  const left = ["node_modules", "cdktf.out", ".palette", "dist"];
  cpSync(example, folder, { recursive: true, filter: (path) => !left.includes(path.slice(example.length + 1)) });
  symlinkSync(join(example, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Adds one to the first number of replicas. */
function editOneValue(file) {
  const text = readFileSync(file, "utf8");
  const line = /^ *replicas: (\d+)/m.exec(text);
  if (line === null) throw new Error(`${file} has no line "replicas: N"`);
  const next = line[0].replace(line[1], String(Number(line[1]) + 1));
  writeFileSync(file, text.replace(line[0], next));
  return [line[0], next];
}

/** What the backend holds, as a table. */
async function backend() {
  const ask = async (path, headers) => {
    const answer = await fetch(`${server.url}${path}`, { headers: { ApiKey: server.apiKey, ...headers } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  const projects = await ask("/v1/dashboard/projects/metadata");
  const scope = { ProjectUid: projects.items.find((item) => item.metadata.name === server.project).metadata.uid };
  const { items } = await ask("/v1/dashboard/clusterprofiles/metadata", scope);
  const profiles = await Promise.all(items.map((item) => ask(`/v1/clusterprofiles/${item.metadata.uid}`, scope)));
  if (profiles.length === 0) return "nothing";
  const rows = profiles.map(({ metadata, spec: { published } }) => [
    metadata.name,
    published.profileVersion,
    metadata.annotations.scope,
    published.type,
    published.packs.map((pack) => (pack.tag ? `${pack.name} ${pack.tag}` : pack.name)).join(", "),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
}

function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function pulumiCli(program) {
  environment.PULUMI_BACKEND_URL = `file://${work}`;
  environment.PULUMI_CONFIG_PASSPHRASE = randomBytes(12).toString("hex");
  environment.PULUMI_SKIP_UPDATE_CHECK = "true";
  const pulumi = (...words) => run("pulumi", [...words, "--stack", "demo", "--non-interactive"], { cwd: program });
  let made;
  return {
    up: async () => {
      made ??= run("pulumi", ["stack", "init", "demo", "--non-interactive"], { cwd: program });
      await made;
      return pulumi("up", "--yes", "--skip-preview");
    },
    unchanged: (out) => /\d+ unchanged/.test(out) && !/(created|updated|replaced)/.test(out),
    destroy: () => pulumi("destroy", "--yes", "--skip-preview"),
  };
}

function testEngine(program) {
  const engine = (operation) =>
    run(process.execPath, [
      join(repository, "test/dist/pulumi-engine/cli.js"),
      operation,
      "--json",
      "--program",
      program,
      "--state",
      join(work, "pulumi-state.json"),
    ]);
  return {
    up: () => engine("up"),
    unchanged: (out) => JSON.parse(out).steps.every((each) => each.op === "same"),
    destroy: () => engine("destroy"),
  };
}

let code = 0;
try {
  await main();
} catch (error) {
  code = 1;
  say();
  console.error(`error: ${error.message}`);
} finally {
  if (server !== undefined) {
    server.child.kill("SIGTERM");
    await new Promise((done) => server.child.once("exit", done));
  }
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = code;
