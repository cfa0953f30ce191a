import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import fc from "fast-check";
import type { Change } from "../pulumi-engine/provider";
import { ProviderClient } from "../pulumi-engine/provider-client";
import type { Properties } from "../pulumi-engine/types";

const PACKAGE = resolve(__dirname, "../../packages/pulumi");
const PLUGIN = join(PACKAGE, "bin/pulumi-resource-palette");
const URN = "urn:pulumi:dev::shop::palette:index:ClusterProfile::platform";
const PROVIDER = "urn:pulumi:dev::shop::pulumi:providers:palette::default";

beforeAll(() => {
  if (!existsSync(join(PACKAGE, "bin/pulumi-resource-palette.cjs"))) {
    execFileSync(process.execPath, [join(PACKAGE, "scripts/bundle.mjs")]);
  }
});

async function started(
  environment: Record<string, string> = {},
  plugin = PLUGIN,
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(plugin, [], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: child.stdout! }), "line")) as [string];
  return { child, port: Number(line) };
}

describe("the process", () => {
  test("keeps its compiled form beside it, and does without where that is damaged", async () => {
    const folder = mkdtempSync(join(tmpdir(), "palette-plugin-"));
    cpSync(join(PACKAGE, "bin"), folder, { recursive: true, filter: (file) => !file.includes(".cache") });
    const compiled = () => readdirSync(folder).filter((name) => name.endsWith(".cache"));
    const run = async (done: () => boolean) => {
      const { child, port } = await started({}, join(folder, "pulumi-resource-palette"));
      for (const end = Date.now() + 5000; !done() && Date.now() < end; ) {
        await new Promise((wait) => setTimeout(wait, 50));
      }
      child.kill("SIGINT");
      await once(child, "exit");
      return port;
    };
    await run(() => compiled().length > 0);
    const [name] = compiled();
    expect(name).toContain(process.version);
    writeFileSync(join(folder, name!), "damaged");
    expect(await run(() => true)).toBeGreaterThan(1024);
    rmSync(folder, { recursive: true });
  });

  test("prints the port alone, and ends at a signal", async () => {
    const { child, port } = await started();
    expect(port).toBeGreaterThan(1024);
    child.kill("SIGINT");
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(0);
  });

  test("ends when the process that started it is killed", async () => {
    const script = `const { spawn } = require("node:child_process");
      spawn(process.argv[1], { stdio: ["ignore", "inherit", "ignore"] });
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["-e", script, PLUGIN], { stdio: ["ignore", "pipe", "ignore"] });
    const [line] = (await once(createInterface({ input: parent.stdout! }), "line")) as [string];
    parent.kill("SIGKILL");
    const answers = () =>
      new Promise<boolean>((resolve) => {
        const socket = connect(Number(line), "127.0.0.1", () => resolve(true));
        socket.on("error", () => resolve(false)).on("connect", () => socket.destroy());
      });
    expect(await answers()).toBe(true);
    for (const end = Date.now() + 5000; (await answers()) && Date.now() < end; ) {
      await new Promise((wait) => setTimeout(wait, 50));
    }
    expect(await answers()).toBe(false);
  });
});

describe("cluster profiles", () => {
  let server: RunningServer;
  let plugin: { child: ChildProcess; port: number };
  let provider: ProviderClient;
  const warnings: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    plugin = await started();
    provider = new ProviderClient(plugin.port, (message) => warnings.push(message));
    await provider.handshake("", undefined);
    const { inputs } = await provider.checkConfig(PROVIDER, {}, { host: server.url, apiKey: server.apiKey });
    await provider.configure(PROVIDER, "default", inputs);
  });
  afterAll(async () => {
    plugin.child.kill("SIGTERM");
    await once(plugin.child, "exit");
    await server.close();
  });

  const argo = (more: Properties = {}) => ({ name: "argo-cd", tag: "7.7.5", ...more });
  const program = (more: Properties = {}): Properties => ({
    name: "platform",
    version: "1.0.0",
    packs: [{ name: "cert-manager", tag: "1.16.2" }, argo()],
    ...more,
  });

  /** What is shown of a change, and what becomes of it. */
  async function changed(it: { inputs: Properties; outputs: Properties }, given: Properties) {
    const { inputs, failures } = await provider.check(URN, it.inputs, given);
    expect(failures).toEqual([]);
    const change: Change = { oldInputs: it.inputs, oldOutputs: it.outputs, news: inputs, ignoreChanges: [] };
    const { detailed, changes, replaces } = await provider.diff(URN, "id", change);
    const shown = Object.entries(detailed ?? {}).map(([path, { kind }]) => `${kind} ${path}`);
    const previewed = changes === "none" ? it.outputs : await provider.update(URN, "id", change, true);
    return { inputs, change, shown, previewed, replaces };
  }

  test("are made, changed, moved to a new version, imported and deleted as previews say", async () => {
    const { inputs, failures } = await provider.check(URN, {}, program());
    expect(failures).toEqual([]);
    const previewed = await provider.create(URN, inputs, true);
    expect(previewed.outputs).toMatchObject({ project: "Default", packs: [{ resolvedTag: "1.16.2" }, argo()] });
    const { id, outputs } = await provider.create(URN, inputs, false);
    expect(id).toBe("project/Default/platform");
    const made = { inputs, outputs };

    expect((await changed(made, program({ version: "1.0" }))).shown).toEqual([]);

    const tag = await changed(
      made,
      program({ packs: [{ name: "cert-manager", tag: "1.16.2" }, argo({ tag: "7.8.2" })] }),
    );
    expect(tag.shown).toEqual(["update packs[1].tag"]);
    expect(tag.previewed.uid).toBe(outputs.uid);
    const updated = await provider.update(URN, id, tag.change, false);
    expect(updated).toMatchObject({ uid: outputs.uid, packs: [{}, { resolvedTag: "7.8.2" }] });
    // What the preview knew came true.
    expect(updated).toMatchObject(JSON.parse(JSON.stringify(tag.previewed)) as Properties);

    const again = { inputs: tag.inputs, outputs: updated };
    const version = await changed(again, { ...tag.inputs, version: "1.1.0" });
    expect(version.shown).toEqual(["update version"]);
    expect(version.previewed.uid).not.toBe(outputs.uid);
    const next = await provider.update(URN, id, version.change, false);
    expect(next.versions).toEqual({ "1.0.0": outputs.uid, "1.1.0": next.uid });

    for (const importId of ["platform:project", "platform:project:1.1.0", `${String(next.uid)}:project`, id]) {
      const found = await provider.read(URN, importId, {});
      expect(found.id).toBe(id);
      expect(found.inputs).toEqual({
        name: "platform",
        version: "1.1.0",
        project: "Default",
        packs: [
          { name: "cert-manager", tag: "1.16.2", registryName: "Public Repo" },
          { name: "argo-cd", tag: "7.8.2", registryName: "Public Repo" },
        ],
      });
      const same = await changed({ inputs: found.inputs!, outputs: found.outputs }, found.inputs!);
      expect(same.shown).toEqual([]);
    }
    await provider.delete(URN, id, { inputs: version.inputs, outputs: next });
    expect((await provider.read(URN, id, { inputs: version.inputs, outputs: next })).id).toBe("");
  });

  test("of any content change to any other as the answer to the diff says, and then no more", async () => {
    const manifest = (name: string, text: string) => ({
      name,
      type: "manifest",
      manifests: [{ name: "it", content: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${text}\n` }],
    });
    const values = fc.constantFrom(undefined, "a: 1\n", "a: 2\n");
    const pack = fc.record({ tag: fc.constantFrom("7.7.5", "7.8.2"), values }).map(({ tag, values }) => ({
      name: "argo-cd",
      tag,
      ...(values === undefined ? {} : { values }),
    }));
    const text = fc.constantFrom("one", "two");
    const layers = fc
      .tuple(pack, text, text)
      .chain(([argo, a, b]) => fc.shuffledSubarray([argo, manifest("a", a), manifest("b", b)], { minLength: 1 }));
    const content = fc.record({ packs: layers, description: text }, { requiredKeys: ["packs"] });
    await fc.assert(
      fc.asyncProperty(content, content, async (before, now) => {
        const { inputs } = await provider.check(URN, {}, { name: "any", ...before });
        const { id, outputs } = await provider.create(URN, inputs, false);
        // The client itself judges each answer to a diff by the protocol's rules.
        const next = await changed({ inputs, outputs }, { name: "any", ...now });
        const updated = next.shown.length === 0 ? outputs : await provider.update(URN, id, next.change, false);
        expect(updated).toMatchObject({ uid: outputs.uid, packs: now.packs });
        expect((await changed({ inputs: next.inputs, outputs: updated }, { name: "any", ...now })).shown).toEqual([]);
        const live = await provider.read(URN, id, { inputs: next.inputs, outputs: updated });
        expect(live).toEqual({ id, inputs: next.inputs, outputs: updated });
        await provider.delete(URN, id, { inputs: next.inputs, outputs: updated });
      }),
      { numRuns: 15 },
    );
  });

  test("with an error fail the preview, at the property, with what there is instead", async () => {
    const { failures } = await provider.check(URN, {}, program({ packs: [argo({ tag: "7.7.7" })] }));
    expect(failures.map(({ reason }) => reason).join()).toMatch(
      /^packs\[0\]\.tag: .* no version "7\.7\.7".* Did you mean "7\.7\.5"\?/,
    );
  });

  test("that are not there cannot be imported, and ids that are none are told the format", async () => {
    await expect(provider.read(URN, "nothing:project", {})).rejects.toThrow('There is no cluster profile "nothing"');
    await expect(provider.read(URN, "project/Default/nothing", {})).rejects.toThrow('no cluster profile "nothing"');
    await expect(provider.read(URN, "nothing", {})).rejects.toThrow("NAME|UID:context[:version]");
  });

  test("a function answers, and tells what is wrong with an argument", async () => {
    const found = await provider.invoke("palette:index:getPack", { name: "argo-cd", version: "7.8.2" }, false);
    expect(found).toMatchObject({ result: { name: "argo-cd", version: "7.8.2" }, failures: [] });
    const { failures } = await provider.invoke("palette:index:getPack", { name: "argo-cdd" }, false);
    expect(failures).toMatchObject([{ property: "name", reason: expect.stringContaining('Did you mean "argo-cd"?') }]);
  });
});
