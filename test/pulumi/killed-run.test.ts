import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { createEngine } from "../pulumi-engine";
import { backendOf } from "../scenarios/backend";
import { nginx } from "../scenarios/profiles";
import { oneProfile } from "./programs";

jest.setTimeout(60_000);
const CLI = join(__dirname, "../dist/pulumi-engine/cli.js");

/** Palette, reached by a way that ends where a profile is made: the answer comes to nobody, and `then` is done. */
async function cutOffAfterCreate(url: string, then: () => void) {
  const proxy = createServer((asked, answer) => {
    const { method, headers } = asked;
    const sent = request(new URL(asked.url ?? "", url), { method, headers }, (received) => {
      if (method === "POST" && asked.url?.startsWith("/v1/clusterprofiles?"))
        return received.resume().once("end", then);
      answer.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(answer);
    });
    sent.once("error", () => answer.destroy());
    asked.pipe(sent);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  const close = () => proxy.close().closeAllConnections();
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, close };
}

test("a run that is killed when Palette has made the profile: the next says what is there, and takes it over", async () => {
  const server = await startServer();
  const folder = await mkdtemp(join(tmpdir(), "palette-killed-"));
  const [program, state] = [join(folder, "program"), join(folder, "state.json")];
  await mkdir(program);
  await symlink(join(__dirname, "../node_modules"), join(program, "node_modules"));
  const write = async (args: object) => {
    const project = "name: tried\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n";
    const files = { "Pulumi.yaml": project, "package.json": "{}", ...oneProfile(args) };
    for (const [name, text] of Object.entries(files)) await writeFile(join(program, name), text);
  };
  await write({ name: "killed", packs: [nginx] });

  let kill: () => void = () => {};
  const proxy = await cutOffAfterCreate(server.url, () => kill());
  const env = { SPECTROCLOUD_HOST: proxy.url, SPECTROCLOUD_APIKEY: server.apiKey };
  // A group of its own, so that all its processes are killed at once, as where a container ends.
  const run = spawn(process.execPath, [CLI, "up", "--program", program, "--state", state], {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, ...env },
  });
  kill = () => process.kill(-run.pid!, "SIGKILL");
  expect(await new Promise((done) => run.once("exit", (_, signal) => done(signal)))).toBe("SIGKILL");
  proxy.close();

  const engine = createEngine({ program, state, env: { ...env, SPECTROCLOUD_HOST: server.url } });
  const { diagnostics } = await engine.preview();
  expect(diagnostics.map(({ message }) => message).join()).toContain("Take it over with adopt");
  await write({ name: "killed", packs: [nginx], adopt: true });
  const up = await engine.up();
  const profiles = await (await backendOf(server)).profiles();
  expect([up.outputs.uid]).toEqual(profiles.map(({ metadata }) => metadata?.uid));
  await rm(folder, { recursive: true });
  await server.close();
});
