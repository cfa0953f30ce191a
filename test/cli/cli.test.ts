import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const CLI = resolve(__dirname, "../../packages/cli/bin/palette-profiles.cjs");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "palette-cli-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function start(words: readonly string[], input?: string) {
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, MINE: "kept" },
  });
  const it: Ended = { code: null, out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    it.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    it.err += chunk;
  });
  child.stdin.end(input);
  const ended = new Promise<Ended>((done) => child.once("close", (code) => done({ ...it, code })));
  return {
    child,
    ended,
    firstLine: () => new Promise<string>((done) => child.stdout.once("data", (chunk) => done(String(chunk)))),
  };
}

const palette = (...words: string[]) => start(words).ended;

describe("palette-profiles server", () => {
  it("prints one JSON line when it is ready, serves, keeps what it was told, and ends well on SIGTERM", async () => {
    const { child, ended, firstLine } = start(["server", "--data", "palette.db"]);
    const ready = JSON.parse(await firstLine()) as { url: string; apiKey: string; project: string };
    expect(ready).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      apiKey: expect.stringMatching(/.{16,}/),
      project: "Default",
    });
    const answer = await fetch(`${ready.url}/v1/dashboard/projects/metadata`, { headers: { ApiKey: ready.apiKey } });
    expect(answer.status).toBe(200);
    child.kill("SIGTERM");
    const { code, out, err } = await ended;
    expect({ code, lines: out.trimEnd().split("\n").length, err }).toEqual({ code: 0, lines: 1, err: "" });

    const again = start(["server", "--data", "palette.db"]);
    expect(JSON.parse(await again.firstLine())).toMatchObject({ apiKey: ready.apiKey });
    again.child.kill("SIGTERM");
    await again.ended;
  });

  it("offers the built-in packs from beside the bundle", async () => {
    const { child, ended, firstLine } = start(["server"]);
    const { url, apiKey } = JSON.parse(await firstLine()) as { url: string; apiKey: string };
    const answer = await fetch(`${url}/v1/packs/search`, {
      method: "POST",
      body: "{}",
      headers: { ApiKey: apiKey, "content-type": "application/json" },
    });
    const { items } = (await answer.json()) as { items: { spec: { name: string } }[] };
    expect(items.map(({ spec }) => spec.name)).toEqual(
      expect.arrayContaining(["ubuntu-aws", "kubernetes", "spectro-byo-manifest"]),
    );
    child.kill("SIGTERM");
    await ended;
  });

  it.each([
    [["--port", "seventy"], "a port is a number from 0 to 65535"],
    [["--rate-limits", "some"], "documented, off"],
    [["--faults", "none.json"], "none.json cannot be read as faults"],
    [["--packs", "nowhere"], "nowhere"],
    [["--seed", "nowhere.yaml"], "nowhere.yaml"],
  ])("refuses %j with status 1 and says why", async (words, message) => {
    const { code, err, out } = await palette("server", ...words);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).not.toContain("    at ");
    expect(out).toBe("");
  });

  it("refuses a data file that another server has open", async () => {
    const first = start(["server", "--data", "palette.db"]);
    await first.firstLine();
    const { code, err } = await palette("server", "--data", "palette.db");
    expect(code).toBe(1);
    expect(err).toMatch(/palette\.db.*(in use|another|open|lock)/is);
    first.child.kill("SIGTERM");
    await first.ended;
  });
});

describe("palette-profiles run", () => {
  const show = "console.log(JSON.stringify(process.env)); process.exit(7)";

  it("gives the command a backend, Terraform's configuration and the user's own environment, and ends as it ends", async () => {
    const { code, out } = await palette("run", "--", process.execPath, "-e", show);
    expect(code).toBe(7);
    const environment = JSON.parse(out) as Record<string, string>;
    expect(environment).toMatchObject({ MINE: "kept", SPECTROCLOUD_PROJECT: "Default" });
    expect(environment.SPECTROCLOUD_HOST).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(environment.SPECTROCLOUD_APIKEY?.length).toBeGreaterThan(15);
    expect(readFileSync(environment.TF_CLI_CONFIG_FILE ?? "", "utf8")).toContain("filesystem_mirror");
    expect(existsSync(join(folder, ".palette/palette.db"))).toBe(true);
  });

  it("has the backend answer while the command runs", async () => {
    const ask =
      'fetch(process.env.SPECTROCLOUD_HOST + "/v1/registries/metadata", { headers: { ApiKey: process.env.SPECTROCLOUD_APIKEY } }).then(async (a) => console.log(a.status, await a.text()))';
    const { code, out } = await palette("run", "--", process.execPath, "-e", ask);
    expect(code).toBe(0);
    expect(out).toMatch(/^200 .*"Public Repo"/);
  });

  it("hands the command its own options untouched", async () => {
    const { out } = await palette(
      "run",
      "--",
      process.execPath,
      "-p",
      "JSON.stringify(process.argv.slice(1))",
      "--",
      "--port",
      "x",
    );
    expect(JSON.parse(out)).toEqual(["--port", "x"]);
  });

  it("gives it the seed's first system administrator, and prints no password of its own", async () => {
    const administrators = ["a", "b"].map((who) => `{ email: ${who}@example.com, password: secret-of-${who} }`);
    writeFileSync(join(folder, "seed.yaml"), `systemAdministrators: [${administrators.join(", ")}]\n`);
    const ask = `const { SPECTROCLOUD_HOST: host, SPECTROCLOUD_SYSTEM_EMAIL: emailId, SPECTROCLOUD_SYSTEM_PASSWORD: password } = process.env;
      fetch(host + "/v1/auth/authenticate", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ emailId, password }),
      }).then(({ status }) => console.log(emailId, status))`;
    const seeded = await palette("run", "--seed", "seed.yaml", "--log", "--", process.execPath, "-e", ask);
    expect(seeded).toMatchObject({ code: 0, out: "a@example.com 200\n" });
    expect(seeded.err).not.toContain("secret-of");

    const plain = await palette("run", "--", process.execPath, "-p", "process.env.SPECTROCLOUD_SYSTEM_EMAIL");
    expect(plain.out).toBe("undefined\n");
  });

  it("says that there is no such command", async () => {
    const { code, err } = await palette("run", "--", "no-such-command-here");
    expect(code).toBe(1);
    expect(err).toBe('error: "no-such-command-here" could not be started: there is no such command on the PATH\n');
  });
});

describe("palette-profiles review", () => {
  const leaf = (replicas: number) => ({
    name: "p",
    version: "1.0.0",
    pack: [{ name: "argo-cd", type: "spectro", tag: "7.7.5", values: `a:\n  replicas: ${replicas}\n`, manifest: [] }],
    profile_variables: null,
  });
  const planOf = (before: unknown, after: unknown) =>
    JSON.stringify({
      format_version: "1.2",
      resource_changes: [
        {
          address: "palette_cluster_profile.p",
          type: "palette_cluster_profile",
          name: "p",
          change: {
            actions: [before === after ? "no-op" : "update"],
            before,
            after,
            after_unknown: {},
            before_sensitive: {},
            after_sensitive: {},
          },
        },
      ],
    });

  it("tells one changed leaf in one line, as text, Markdown and JSON", async () => {
    writeFileSync(join(folder, "plan.json"), planOf(leaf(1), leaf(2)));
    const text = await palette("review", "plan.json");
    expect(text.out).toContain("argo-cd > a.replicas: 1 -> 2");
    expect(text.code).toBe(0);
    expect((await palette("review", "plan.json", "--format", "markdown")).out).toContain("a.replicas");
    expect(JSON.parse((await palette("review", "plan.json", "--json")).out)).toMatchObject({ schemaVersion: 1 });
  });

  it("ends with 2 for changes and 0 for none where that is asked for", async () => {
    const same = leaf(1);
    writeFileSync(join(folder, "changed.json"), planOf(leaf(1), leaf(2)));
    writeFileSync(join(folder, "same.json"), planOf(same, same));
    expect((await palette("review", "--exit-code", "changed.json")).code).toBe(2);
    expect((await palette("review", "--exit-code", "same.json")).code).toBe(0);
  });

  it("reads standard input", async () => {
    expect((await start(["review", "-"], planOf(leaf(1), leaf(2))).ended).out).toContain("1 -> 2");
  });

  it.each([
    [
      "plan.bin",
      "PK\u0003\u0004",
      "plan.bin: it is a plan file itself, which is binary: give the output of `terraform show -json PLAN`",
    ],
    ["list.json", "[]", "terraform show -json"],
  ])("refuses %s, which is no plan, with status 1 and what to give", async (file, content, message) => {
    writeFileSync(join(folder, file), content);
    const { code, err } = await palette("review", file);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).not.toContain("    at ");
  });

  it("puts several stacks into one review, and writes files in the formats of their endings", async () => {
    writeFileSync(join(folder, "a.json"), planOf(leaf(1), leaf(2)));
    writeFileSync(join(folder, "b.json"), planOf(leaf(1), leaf(2)));
    const outs = ["--out", "r.md", "--out", "r.sarif", "--out", "gitlab:quality.json", "--out", "r.xml"];
    const { code, err } = await palette("review", "dev=a.json", ...outs, "prod=b.json", "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const written = (file: string) => readFileSync(join(folder, file), "utf8");
    expect(written("r.md")).toContain("2 profiles");
    expect(JSON.parse(written("r.sarif")).version).toBe("2.1.0");
    expect(JSON.parse(written("quality.json"))).toEqual([]);
    expect(written("r.xml")).toContain('<testsuite name="prod"');
    expect(await palette("review", "a.json", "--out", "r.pdf")).toMatchObject({
      code: 1,
      err: expect.stringContaining('The format of "r.pdf" is not known by its ending'),
    });
  });

  it("ends with 3 for risks that are grave enough, less those that the configuration ignores", async () => {
    const kubernetes = (tag: string) => ({
      ...leaf(1),
      pack: [{ name: "kubernetes", type: "spectro", tag, values: "", manifest: [] }],
    });
    writeFileSync(join(folder, "plan.json"), planOf(kubernetes("1.28.4"), kubernetes("1.30.1")));
    const failing = await palette("review", "plan.json", "--fail-on", "high");
    expect(failing).toMatchObject({ code: 3, err: "" });
    const ignore = "rule: kubernetes-minor-skip, reason: Tried in dev., expires: 2999-12-31";
    writeFileSync(join(folder, "palette-review.yaml"), `failOn: high\nignore: [{ ${ignore} }]\n`);
    expect(await palette("review", "plan.json")).toMatchObject({ code: 0 });
    writeFileSync(join(folder, "bad.yaml"), "rules: { kubernetes-minor-skp: off }\n");
    expect(await palette("review", "plan.json", "--config", "bad.yaml")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/bad\.yaml:1:\d+: .*kubernetes-minor-skip/),
    });
  });

  it("explains a rule", async () => {
    const { code, out } = await palette("review", "--explain", "kubernetes-minor-skip");
    expect({ code, head: out.split("\n")[0] }).toEqual({ code: 0, head: expect.stringMatching(/^# /) });
    expect((await palette("review", "--explain", "kubernetes-skip")).err).toContain("kubernetes-minor-skip");
  });

  it("says that a file is not there", async () => {
    expect(await palette("review", "none.json")).toMatchObject({
      code: 1,
      err: expect.stringContaining("none.json cannot be read"),
    });
  });
});

describe("palette-profiles terraform install", () => {
  it("writes a mirror and the configuration that uses it, as often as it is asked", async () => {
    for (const _ of [1, 2]) {
      const { code, out } = await palette(
        "terraform",
        "install",
        "--mirror",
        "mirror",
        "--cli-config",
        "tf.rc",
        "--json",
      );
      expect({ code, out: JSON.parse(out) }).toMatchObject({
        code: 0,
        out: { cliConfig: expect.stringContaining("tf.rc") },
      });
    }
    expect(readFileSync(join(folder, "tf.rc"), "utf8")).toContain("palette-profiles/palette");
  });

  it("says which option is missing", async () => {
    const { code, err } = await palette("terraform", "install");
    expect(code).toBe(1);
    expect(err).toContain("--mirror");
  });
});
