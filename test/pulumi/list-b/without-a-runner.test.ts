import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import * as inDynamic from "@palette-profiles/pulumi";
import * as inNative from "@palette-profiles/pulumi/native";
import { LocalWorkspace, type LocalWorkspaceOptions, type Stack } from "@pulumi/pulumi/automation";
import { ProviderClient } from "../../pulumi-engine/provider-client";
import { type Backend, backendOf } from "../../scenarios/backend";
import { argo, nginx } from "../../scenarios/profiles";
import { createProgramFolder, type ProgramFolder } from "../program-folder";
import { PLUGIN } from "./ways";

// What the runners have no word for: Pulumi is stopped, writes code, and is a library.
const urnOf = (name: string) => `urn:pulumi:dev::tried::palette:index:ClusterProfile::${name}`;
// One that is built from source may not say it, and the Automation API then refuses it.
const pulumiVersion = spawnSync("pulumi", ["version"], { encoding: "utf8" }).stdout ?? "";

jest.setTimeout(120_000);

test("Pulumi is told to stop in mid-create: what only looks ends at once, and what was made is answered, to be kept", async () => {
  const server = await startServer();
  const backend = await backendOf(server);
  const plugin = spawn(process.execPath, [PLUGIN], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(createInterface({ input: plugin.stdout }), "line")) as [string];
  const provider = new ProviderClient(Number(port), () => {});
  try {
    await provider.handshake("", undefined);
    await provider.configure("", "", { host: server.url, apiKey: server.apiKey, retryAttempts: "0" });
    const { inputs } = await provider.check(urnOf("it"), {}, { name: "it", packs: [nginx] });
    await backend.fault(
      { match: { method: "POST", route: "/v1/clusterprofiles" }, action: { delayMs: 500 } },
      { match: { method: "GET", route: "/v1/clusterprofiles/validate/name" }, times: 2, action: { delayMs: 5000 } },
    );
    const creating = provider.create(urnOf("it"), inputs, false);
    const looking = provider.check(urnOf("other"), {}, { name: "other", packs: [nginx] });
    await sleep(200);
    await provider.cancel();
    expect((await looking).failures).toEqual([
      { property: "", reason: expect.stringMatching(/^Stopped while planning cluster profile "other"/) },
    ]);
    const { outputs } = await creating;
    expect((await backend.profiles()).map(({ metadata }) => metadata?.uid)).toEqual([outputs.uid]);
  } finally {
    provider.close();
    plugin.kill("SIGTERM");
    await once(plugin, "exit");
    await server.close();
  }
});

if (/^v\d/.test(pulumiVersion)) {
  describe("the Automation API", () => {
    const packs = [nginx];
    let server: RunningServer;
    let backend: Backend;
    let folder: ProgramFolder;
    let options: LocalWorkspaceOptions;
    beforeEach(async () => {
      server = await startServer();
      backend = await backendOf(server);
      folder = await createProgramFolder();
      await mkdir(join(folder.root, "backend"));
      options = {
        workDir: folder.program,
        pulumiHome: join(folder.root, "home"),
        envVars: {
          PULUMI_BACKEND_URL: `file://${join(folder.root, "backend")}`,
          PULUMI_CONFIG_PASSPHRASE: "test",
          PULUMI_SKIP_UPDATE_CHECK: "true",
          SPECTROCLOUD_RETRY_ATTEMPTS: "0",
        },
      };
    });
    afterEach(async () => {
      await server.close();
      await folder.remove();
    });
    const configured = async (stack: Stack) => {
      const secret = { value: server.apiKey, secret: true };
      await stack.setAllConfig({ "palette:host": { value: server.url }, "palette:apiKey": secret });
      return stack;
    };
    const uids = async () => (await backend.profiles()).map(({ metadata }) => metadata?.uid).sort();

    test("runs a program of this process, in both modes", async () => {
      await folder.write({ plugins: { palette: [process.execPath, PLUGIN] } });
      const program = async () => {
        const one = new inDynamic.ClusterProfile("one", { name: "one", packs });
        const two = new inNative.ClusterProfile("two", { name: "two", packs });
        return { one: one.uid, two: two.uid };
      };
      const stack = await configured(
        await LocalWorkspace.createStack({ projectName: "tried", stackName: "dev", program }, options),
      );
      expect((await stack.preview()).changeSummary).toEqual({ create: 3 });
      const { outputs } = await stack.up();
      expect([outputs.one?.value, outputs.two?.value].sort()).toEqual(await uids());
      await stack.up({ expectNoChanges: true });
      await stack.destroy();
      expect(await uids()).toEqual([]);
    });

    test("imports with the code for it, which changes nothing", async () => {
      const args = { name: "it", version: "1.2.0", tags: ["team:a"], packs: [...packs, argo(2)] };
      const write = (code: string) =>
        folder.write({ files: { "index.js": code }, plugins: { palette: [process.execPath, PLUGIN] } });
      const from = "@palette-profiles/pulumi/native";
      await write(`new (require("${from}").ClusterProfile)("it", ${JSON.stringify(args)}, { retainOnDelete: true });`);
      const stack = await configured(
        await LocalWorkspace.createStack({ stackName: "dev", workDir: folder.program }, options),
      );
      await stack.up();
      await stack.destroy();
      const resources = [{ type: "palette:index:ClusterProfile", name: "it", id: "it:project" }];
      const { generatedCode } = await stack.import({ resources, protect: false });
      // The code is for the SDK that Pulumi makes of the schema; its classes are called as those of the native mode.
      await write(generatedCode.replace(/^import .*$/gm, "").replace(/^/, `const palette = require("${from}");\n`));
      await stack.preview({ expectNoChanges: true });
    });

    test("is stopped in mid-create, keeps what was made, and goes on from there", async () => {
      const index = `const args = (name) => ({ name, packs: ${JSON.stringify(packs)} });
const { ClusterProfile } = require("@palette-profiles/pulumi/native");
const one = new (require("@palette-profiles/pulumi").ClusterProfile)("one", args("one"));
const two = new ClusterProfile("two", args("two"));
new ClusterProfile("three", args("three"), { dependsOn: [one, two] });`;
      await folder.write({ files: { "index.js": index }, plugins: { palette: [process.execPath, PLUGIN] } });
      const stack = await configured(
        await LocalWorkspace.createStack({ stackName: "dev", workDir: folder.program }, options),
      );
      const stop = new AbortController();
      const match = { method: "POST", route: "/v1/clusterprofiles" };
      await backend.fault({ match, times: 2, action: { delayMs: 2000 } });
      const stopped = expect(stack.up({ signal: stop.signal })).rejects.toThrow("update canceled");
      const posts = async () => (await backend.calls()).filter((call) => call.startsWith("POST"));
      for (const end = Date.now() + 20_000; (await posts()).length < 2 && Date.now() < end; ) await sleep(50);
      stop.abort();
      await stopped;
      const made = await uids();
      expect(made).toHaveLength(2);
      const state = JSON.stringify(await stack.exportStack());
      for (const uid of made) expect(state).toContain(uid);
      expect((await stack.up()).summary.resourceChanges).toMatchObject({ create: 1 });
      expect(await uids()).toEqual(expect.arrayContaining(made));
      await stack.destroy();
      expect(await uids()).toEqual([]);
    });
  });
}
