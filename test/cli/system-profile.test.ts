import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const CLI = resolve(__dirname, "../../packages/cli/bin/palette-profiles.cjs");
const SEED = `
systemAdministrators: [{email: root@example.com, password: a-secret}]
systemProfile:
  name: palette
  packs: [{name: kubernetes, tag: 1.31.5}, {name: cni-calico, tag: 3.29.1}]
  upgrade:
    version: 1.1.0
    packs: [{name: kubernetes, tag: 1.32.1}, {name: nginx, tag: 1.11.4}]
`;

let folder: string;
let children: ChildProcess[];
let strangers: Server[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "palette-cli-system-"));
  children = [];
  strangers = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGTERM");
  for (const stranger of strangers) await new Promise((closed) => stranger.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

function start(words: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
  });
  children.push(child);
  const it = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    it.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    it.err += chunk;
  });
  child.stdin.end();
  return {
    ended: new Promise<{ code: number | null; out: string; err: string }>((done) =>
      child.once("close", (code) => done({ ...it, code })),
    ),
    firstLine: () => new Promise<string>((done) => child.stdout.once("data", (chunk) => done(String(chunk)))),
  };
}

async function startServer(seed?: string): Promise<{ url: string; line: string }> {
  if (seed !== undefined) writeFileSync(join(folder, "seed.yaml"), seed);
  const line = await start(["server", ...(seed === undefined ? [] : ["--seed", "seed.yaml"])]).firstLine();
  return { url: (JSON.parse(line) as { url: string }).url, line };
}

/** Something else that listens on this machine. */
async function startStranger(status: number, headers: Record<string, string>): Promise<string> {
  const stranger = createServer((_request, response) => response.writeHead(status, headers).end("hello"));
  strangers.push(stranger);
  await new Promise<void>((listening) => stranger.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
}

const upgrade = (words: readonly string[], environment?: Record<string, string>) =>
  start(["system-profile", "upgrade", ...words], environment).ended;

describe("palette-profiles system-profile upgrade", () => {
  it("acts out the seed's upgrade, sums it up on stderr, and prints it as JSON where that is asked for", async () => {
    const { url, line } = await startServer(SEED);
    expect(line).not.toContain("root@example.com");
    expect(line).not.toContain("a-secret");

    const told = await upgrade(["--url", url]);
    expect(told).toMatchObject({ code: 0, out: "" });
    expect(told.err).toMatch(/The system profile "palette" \([0-9a-f]{24}\) is upgraded to version 1\.1\.0:/);
    expect(told.err).toContain(
      "  updated   kubernetes 1.32.1\n  unchanged cni-calico 3.29.1\n  added     nginx 1.11.4\n",
    );

    const again = await upgrade(["--json"], { SPECTROCLOUD_HOST: new URL(url).host });
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({
      name: "palette",
      version: "1.1.0",
      layers: [{ name: "kubernetes", change: "unchanged" }, { name: "cni-calico" }, { name: "nginx" }],
    });
  });

  it("says so where the seed has nothing to upgrade to", async () => {
    const { url } = await startServer();
    const { code, out, err } = await upgrade(["--url", url, "--json"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("its seed has no systemProfile (NoSystemProfile, status 409)");
  });

  it.each([
    "https://api.spectrocloud.com",
    "palette.example.com:443",
    "http://127.0.0.1.example.com",
    "http://127.0.0.1@example.com",
    "http://localhost.example.com:80",
    "10.0.0.1:8080",
    "http://0.0.0.0:80",
  ])("refuses %s, which is not on this machine", async (url) => {
    const { code, out, err } = await upgrade([], { SPECTROCLOUD_HOST: url });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("is not on this machine: upgrades are acted out by the embedded server only");
  });

  it("says what is missing, and what is no address", async () => {
    expect((await upgrade([])).err).toContain("give --url, or set SPECTROCLOUD_HOST");
    expect((await upgrade(["--url", "http://"])).err).toContain('"http://" is no address of a server');
    expect((await upgrade(["--url", "file:///etc"])).err).toContain('"file:///etc" is no address of a server');
  });

  it("tells a server that is not there from one that is something else, and follows it nowhere", async () => {
    const gone = await upgrade(["--url", "http://127.0.0.1:1"]);
    expect(gone).toMatchObject({ code: 1, err: expect.stringContaining("http://127.0.0.1:1 does not answer") });
    const other = await upgrade(["--url", await startStranger(200, {})]);
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining("is not an embedded server") });
    const led = await upgrade(["--url", await startStranger(307, { location: "http://example.com/" })]);
    expect(led).toMatchObject({ code: 1, err: expect.stringContaining("does not answer") });
  });

  it("explains that it is for the embedded server", async () => {
    const { out } = await upgrade(["--help"]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "let the embedded server act out an upgrade of Palette, as its seed has it; no real Palette is touched",
    );
  });
});
