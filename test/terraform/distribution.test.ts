import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { startServer } from "@palette-profiles/palette-server";
import { installMirror, mirrorConfiguration, PROVIDER_VERSION } from "@palette-profiles/terraform-provider";
import { builtBundle } from "./built-provider";
import { actionsOf, createProject, diagnosticsOf, type Project, serverEnvironment } from "./terraform";

// The ways to get the provider: a mirror that starts Node, and the archives of a release, which need none.
const SCRIPT = resolve(__dirname, "../../packages/terraform-provider/scripts/release-archives.mjs");
const NAME = `terraform-provider-palette_${PROVIDER_VERSION}`;
const MAGIC = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

const root = mkdtempSync(join(tmpdir(), "palette distribution's-"));
const release = join(root, "release");
const projects: Project[] = [];

/** As the script names what it writes; the machine that the tests run on is one of those that there are releases for. */
const archive = `${NAME}_${process.platform}_${process.arch === "arm64" ? "arm64" : "amd64"}.zip`;

beforeAll(() => {
  execFileSync(process.execPath, [SCRIPT, "--out", release], { stdio: "pipe" });
}, 120_000);
afterAll(() => {
  for (const project of projects) project.remove();
  rmSync(root, { recursive: true, force: true });
});

jest.setTimeout(60_000);

async function projectWith(environment: Record<string, string>): Promise<Project> {
  const project = await createProject(environment);
  projects.push(project);
  return project;
}

/** A PATH on which there is Terraform and no Node. */
function pathWithoutNode(): string {
  const bin = join(root, "bin");
  mkdirSync(bin, { recursive: true });
  const found = execFileSync("sh", ["-c", "command -v terraform"], { encoding: "utf8" }).trim();
  symlinkSync(found, join(bin, "terraform"));
  return bin;
}

describe("the mirror that terraform install writes", () => {
  const mirror = join(root, "mirror");
  const cliConfig = join(root, "terraform.tfrc");

  test("Terraform starts the wrapper in it, and not the bundle beside the wrapper", async () => {
    installMirror({ mirror, cliConfig, bundle: builtBundle() });
    const project = await projectWith({ TF_CLI_CONFIG_FILE: cliConfig });
    const { status, stdout } = await project.run("providers", "schema", "-json");
    expect([status, stdout.includes("palette_cluster_profile")]).toEqual([0, true]);
  });

  test("with the bundle under a name that Terraform takes for the provider, Terraform would start that one", async () => {
    const shadowed = join(root, "shadowed");
    cpSync(mirror, shadowed, { recursive: true });
    const bundles = readdirSync(shadowed, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith("provider.cjs"),
    );
    expect(bundles).toHaveLength(2);
    for (const path of bundles) {
      const folder = join(shadowed, dirname(path));
      renameSync(join(folder, "provider.cjs"), join(folder, "terraform-provider-palette.cjs"));
      const wrapper = join(folder, `terraform-provider-palette_v${PROVIDER_VERSION}`);
      const text = readFileSync(wrapper, "utf8");
      writeFileSync(wrapper, text.replace("/provider.cjs", "/terraform-provider-palette.cjs"));
      // The wrapper itself is as good as before.
      expect(spawnSync(wrapper, { encoding: "utf8" }).stderr).toContain("This program is a Terraform provider");
    }
    const shadowedConfig = join(root, "shadowed.tfrc");
    writeFileSync(shadowedConfig, mirrorConfiguration(shadowed));
    const project = await projectWith({ TF_CLI_CONFIG_FILE: shadowedConfig });
    const { status, stderr } = await project.run("providers", "schema", "-json");
    expect(status).toBe(1);
    expect(stderr).toMatch(/terraform-provider-palette\.cjs:[^:]*permission denied/);
  });
});

describe("the archives of a release", () => {
  test("they are those that the registry asks for, and the checksums are right", () => {
    expect(readdirSync(release).sort()).toEqual([`${NAME}_SHA256SUMS`, archive, `${NAME}_manifest.json`]);
    const manifest = JSON.parse(readFileSync(join(release, `${NAME}_manifest.json`), "utf8")) as unknown;
    expect(manifest).toEqual({ version: 1, metadata: { protocol_versions: ["6.0"] } });
    const said = execFileSync("sha256sum", ["--check", "--strict", `${NAME}_SHA256SUMS`], { cwd: release });
    expect(said.toString()).toBe(`${archive}: OK\n${NAME}_manifest.json: OK\n`);
  });

  test("Terraform installs the archive from a packed mirror, and plans and applies with no Node on the PATH", async () => {
    const packed = join(root, "packed");
    const folder = join(packed, "registry.terraform.io/palette-profiles/palette");
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(release, archive), join(folder, archive));
    const config = join(root, "packed.tfrc");
    writeFileSync(config, mirrorConfiguration(packed));
    const server = await startServer();
    try {
      const project = await projectWith({
        ...serverEnvironment(server),
        PATH: pathWithoutNode(),
        TF_CLI_CONFIG_FILE: config,
      });
      project.write(
        "main.tf",
        `resource "palette_cluster_profile" "it" {
  name = "packed"
  pack {
    name      = "argo-cd"
    tag       = "7.7.5"
    overrides = "charts: { argo-cd: { server: { replicas: 3 } } }"
  }
}
`,
      );
      const planned = await project.plan();
      expect([planned.errors, actionsOf(planned)]).toEqual(["", ["create"]]);
      const applied = await project.apply();
      expect([applied.errors, diagnosticsOf(applied)]).toEqual(["", []]);
      expect(actionsOf(await project.plan())).toEqual([]);
      const installed = readdirSync(join(project.folder, ".terraform"), { recursive: true, encoding: "utf8" });
      const program = installed.find((path) => basename(path) === `terraform-provider-palette_v${PROVIDER_VERSION}`)!;
      expect(await firstLine(join(project.folder, ".terraform", program))).toMatch(/^1\|6\|unix\|.+\|grpc\|/);
    } finally {
      await server.close();
    }
  });

  test("the program tells people who start it that Terraform does", () => {
    const program = resolve(__dirname, `../../dist/terraform-provider-palette_v${PROVIDER_VERSION}`);
    const { status, stdout, stderr } = spawnSync(program, { encoding: "utf8", env: {} });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("This program is a Terraform provider");
    expect(stderr).not.toMatch(/experimental|warning/i);
  });

  test("the same files make the same archive at any time, and the checksums cover what lies there already", () => {
    const small = join(root, "small");
    mkdirSync(small);
    const executable = join(small, `terraform-provider-palette_v${PROVIDER_VERSION}`);
    writeFileSync(executable, "a program");
    chmodSync(executable, 0o755);
    const pack = () => {
      execFileSync(process.execPath, [SCRIPT, "--out", join(small, "out"), "--executable", executable]);
      return readFileSync(join(small, "out", archive));
    };
    const first = pack();
    writeFileSync(join(small, "out", `${NAME}_linux_riscv64.zip`), "made on another machine");
    utimesSync(executable, 1, 1);
    expect(pack().equals(first)).toBe(true);
    const sums = readFileSync(join(small, "out", `${NAME}_SHA256SUMS`), "utf8");
    expect([...sums.matchAll(/^[0-9a-f]{64} {2}(.+)$/gm)].map(([, file]) => file)).toEqual([
      archive,
      `${NAME}_linux_riscv64.zip`,
      `${NAME}_manifest.json`,
    ]);
  });

  test("an executable that is not there is named", () => {
    const words = [SCRIPT, "--out", join(root, "none"), "--executable", join(root, "no-such")];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    expect([status, stderr]).toEqual([
      1,
      `error: There is no executable ${join(root, "no-such")}: build it with scripts/build-executable, or leave --executable away.\n`,
    ]);
  });
});

/** What a plugin says first, started as Terraform starts it but with nothing of ours in the environment. */
async function firstLine(program: string): Promise<string> {
  const child = spawn(program, {
    env: { TF_PLUGIN_MAGIC_COOKIE: MAGIC, PLUGIN_PROTOCOL_VERSIONS: "6" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise<string>((done) => createInterface({ input: child.stdout }).once("line", done));
  child.kill("SIGTERM");
  await new Promise((done) => child.once("exit", done));
  return line;
}
