import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { yamlValue } from "@palette-profiles/profiles";
import { camelCase } from "@palette-profiles/resource-kit";
import { backendOf } from "../scenarios/backend";
import { type Result, runners } from "./runner";
import { inJavaScript, yamlProgram } from "./yaml-program";

// The examples of the native mode, and what docs/pulumi/native.md says of going over to it.
const EXAMPLES = resolve(__dirname, "../../examples");
const PLUGIN = resolve(__dirname, "../../packages/pulumi/bin/pulumi-resource-palette.cjs");
const plugins = { palette: [process.execPath, PLUGIN] as const };
const read = (file: string) => readFileSync(join(EXAMPLES, file), "utf8");

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

jest.setTimeout(120_000);

const palette = () => ({
  SPECTROCLOUD_HOST: server.url,
  SPECTROCLOUD_APIKEY: server.apiKey,
  SPECTROCLOUD_PROJECT: server.project,
});
const paths = ({ steps }: Result) => Object.fromEntries(steps.map(({ name, diff }) => [name, diff.map((d) => d.path)]));

/** What a stage's file in the example gives. */
function stageConfig(stage: string): Record<string, string> {
  return (yamlValue(read(`pulumi-yaml/Pulumi.${stage}.yaml`)) as { config: Record<string, string> }).config;
}

describe.each(runners)("by $name", (runner) => {
  test("the YAML program makes production's profiles, and a promotion is a new version with two tags", async () => {
    const program = yamlProgram(read("pulumi-yaml/Pulumi.yaml"));
    const stack = await runner.open({
      files: { "index.js": inJavaScript(program, "production") },
      env: palette(),
      config: stageConfig("production"),
      secretConfig: { "example-pulumi-yaml:gitPassword": "canary-of-git" },
      plugins,
      quick: true,
    });
    try {
      const made = await stack.up();
      expect(made).toMatchObject({ ok: true, errors: [], warnings: [] });
      expect(made.outputs).toMatchObject({ newestArgoCd: "7.8.2" });
      expect((made.outputs.uids as string[]).map((uid) => uid.length)).toEqual([24, 24, 24]);
      expect(await stack.preview({ expectNoChanges: true, refresh: true })).toMatchObject({ ok: true });

      await stack.change({ config: stageConfig("staging") });
      expect(paths(await stack.preview())).toEqual({
        infra: ["packs[1].tag", "version"],
        security: ["version"],
        delivery: ["packs[0].tag", "version"],
      });
      expect(await stack.up()).toMatchObject({ ok: true });
      const backend = await backendOf(server);
      expect(
        (await backend.profiles()).map(({ metadata, spec }) => `${metadata?.name} ${spec?.version}`).sort(),
      ).toEqual([
        "production-delivery 1.0.0",
        "production-delivery 1.1.0",
        "production-infra 1.0.0",
        "production-infra 1.1.0",
        "production-security 1.0.0",
        "production-security 1.1.0",
      ]);
      expect(await stack.state()).not.toContain("canary-of-git");
      expect(await stack.destroy()).toMatchObject({ ok: true, errors: [] });
    } finally {
      await stack.close();
    }
  });

  test("a stack of the dynamic mode goes over to the native one and back: nothing changes in Palette, and ids stay", async () => {
    const program = (from: string, options: object) => `
const { ClusterProfile, AppProfile } = require("${from}");
const option = (kind) => (${JSON.stringify(options)}[kind] ?? {});
const platform = new ClusterProfile("platform", ${JSON.stringify({
      name: "platform",
      packs: [{ name: "argo-cd", tag: "7.8.2", overrides: { charts: { "argo-cd": { server: { replicas: 2 } } } } }],
      tags: ["team:a"],
    })}, option("ClusterProfile"));
const shop = new AppProfile("shop", ${JSON.stringify({
      name: "shop",
      tiers: [{ name: "m", type: "manifest", manifests: [{ name: "m", content: "kind: Namespace" }] }],
    })}, option("AppProfile"));
Object.assign(exports, { uids: [platform.uid, shop.uid], id: platform.id });`;
    const was = (kind: string) => ({ aliases: [{ type: `pulumi-nodejs:dynamic/palette:${kind}` }] });
    const native = "@palette-profiles/pulumi/native";
    const stack = await runner.open({
      files: { "index.js": program("@palette-profiles/pulumi", {}) },
      env: palette(),
      plugins,
      quick: true,
    });
    try {
      const before = await stack.up();
      expect(before).toMatchObject({ ok: true });
      const writes = async () => (await (await backendOf(server)).calls()).filter((call) => !/^GET |search/.test(call));
      const written = await writes();

      const over = program(native, { ClusterProfile: was("ClusterProfile"), AppProfile: was("AppProfile") });
      await stack.change({ files: { "index.js": over } });
      expect(await stack.preview({ expectNoChanges: true })).toMatchObject({ ok: true, errors: [] });
      const after = await stack.up();
      expect(after.steps.map(({ op, type }) => `${op} ${type}`).sort()).toEqual([
        "same palette:index:AppProfile",
        "same palette:index:ClusterProfile",
      ]);
      expect(after.outputs).toEqual(before.outputs);
      expect(await writes()).toEqual(written);

      await stack.change({ files: { "index.js": program(native, {}).replace("team:a", "team:b") } });
      expect(await stack.refresh({ expectNoChanges: true })).toMatchObject({ ok: true });
      expect(paths(await stack.up())).toMatchObject({ platform: ["tags"] });

      const wasNative = (kind: string) => ({ aliases: [{ type: `palette:index:${kind}` }] });
      const options = { ClusterProfile: wasNative("ClusterProfile"), AppProfile: wasNative("AppProfile") };
      const back = program("@palette-profiles/pulumi", options).replace("team:a", "team:b");
      const settled = await writes();
      await stack.change({ files: { "index.js": back } });
      expect((await stack.up()).steps.map(({ op }) => op)).toEqual(["update", "update"]);
      expect(await writes()).toEqual(settled);
      expect(await stack.refresh({ expectNoChanges: true })).toMatchObject({ ok: true });
      expect(await stack.preview({ expectNoChanges: true })).toMatchObject({ ok: true, errors: [] });
      expect(await stack.destroy()).toMatchObject({ ok: true, errors: [] });
    } finally {
      await stack.close();
    }
  });
});

const schema = JSON.parse(readFileSync(resolve(PLUGIN, "../../schema.json"), "utf8"));

describe("the Python program", () => {
  const text = read("pulumi-python/__main__.py");
  const names = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];

  test("calls only what the package has", () => {
    const called = names(/\bpalette\.(\w+)\(/g);
    expect(called).toEqual(["get_pack", "ClusterProfile"]);
    for (const name of called) {
      const token = `palette:index:${/^[A-Z]/.test(name) ? name : camelCase(name)}`;
      expect([...Object.keys(schema.resources), ...Object.keys(schema.functions)]).toContain(token);
    }
  });

  test("gives only properties that there are", () => {
    const shapes = [
      schema.resources["palette:index:ClusterProfile"].inputProperties,
      schema.functions["palette:index:getPack"].inputs.properties,
      ...Object.entries(schema.types as Record<string, { properties: object }>).flatMap(([token, { properties }]) =>
        token.startsWith("palette:index:ClusterProfile") ? [properties] : [],
      ),
    ];
    const known = new Set(shapes.flatMap((shape) => Object.keys(shape)));
    // Releases are the program's own, and manifests are Kubernetes'.
    const own = /^(?:[\d.]+|kubernetes|argo_cd|apiVersion|kind|metadata|labels|pod-security\.kubernetes\.io\/enforce)$/;
    const given = [...names(/^ {4}(\w+)=/gm), ...names(/"([\w./-]+)":/g)].filter((name) => !own.test(name));
    expect(given.length).toBeGreaterThan(10);
    expect(given.filter((name) => !known.has(camelCase(name)))).toEqual([]);
  });

  test("has the profiles, layers and variables of the YAML program, by name", () => {
    const yaml = read("pulumi-yaml/Pulumi.yaml");
    const inYaml = [...yaml.matchAll(/^ +(?:- )?(?:\{ )?name: ([\w-]+)/gm)].map(([, name]) => name);
    expect(new Set(names(/"name": "([\w-]+)"/g))).toEqual(new Set(inYaml));
    expect(names(/palette\.ClusterProfile\(\s*"(\w+)"/g)).toEqual(Object.keys(yamlProgram(yaml).resources));
  });
});

test("the Go program names only types, functions and fields that there are", () => {
  const text = read("pulumi-go/main.go");
  const titled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const names = (tokens: object) => Object.keys(tokens).map((token) => titled(token.split(":").at(-1)!));
  const things = [...names(schema.resources), ...names(schema.types), ...names(schema.functions)];
  const used = [...text.matchAll(/\bpalette\.(?:New)?(\w+?)(?:Args|Array)?\b/g)].map(([, name = ""]) => name);
  expect(used).toContain("ClusterProfileVariable");
  expect(used.filter((name) => !things.includes(name))).toEqual([]);

  const shapes = [schema.resources["palette:index:ClusterProfile"].inputProperties, ...Object.values(schema.types)];
  const known = new Set(shapes.flatMap((shape) => Object.keys(shape.properties ?? shape)).map(titled));
  const fields = [...text.matchAll(/\b([A-Z]\w+): /g), ...text.matchAll(/\b(?:args|argo)\.([A-Z]\w+) =/g)];
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.flatMap(([, name = ""]) => (known.has(name) ? [] : name))).toEqual([]);
});
