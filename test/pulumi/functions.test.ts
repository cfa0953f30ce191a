import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Opened, runners } from "./runner";

jest.setTimeout(120_000);

const plugin = join(dirname(require.resolve("@palette-profiles/pulumi/package.json")), "dist/plugin/main.js");
const SEED = `projects: [{name: Payments, labels: {env: prod}}]
macros: [{name: region, value: eu-canary, scope: tenant}]
`;

/** The same calls in both modes. What a call refuses is an output: Pulumi takes seconds to print an error that nobody caught. */
const PROGRAM = `const pulumi = require("@pulumi/pulumi");
const called = async (palette, name) => {
  const pack = await palette.getPack({ name: "argo-cd", version: "7.7.x" });
  const { uid, resolvedVersion } = palette.getPackOutput({ name: pulumi.output("argo-cd") });
  const { names, tagsByName } = await palette.getProjects({ tag: "env" });
  const { macroValue } = palette.getMacrosOutput({ context: "tenant", macroName: "region" });
  const { result } = await palette.mergeValues({ base: "a: 1 # one\\n", overrides: { a: 2 } });
  const profile = new palette.ClusterProfile(name, { name, packs: [{ name: pack.name, tag: resolvedVersion }] });
  const { layers } = palette.getClusterProfileOutput({ uid: profile.uid });
  const refused = await palette.getPack({ name: "argo-dc" }).catch(({ message }) => message);
  return { pack: [pack.resolvedVersion, pack.versions], uid, names, tagsByName, macroValue, result, layers, refused };
};
module.exports = async () => ({
  inDynamic: await called(require("@palette-profiles/pulumi"), "web"),
  inNative: await called(require("@palette-profiles/pulumi/native"), "shop"),
});
`;

describe.each(runners)("functions in $name", (runner) => {
  let server: RunningServer;
  let folder: string;
  let stack: Opened;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "palette-functions-"));
    writeFileSync(join(folder, "seed.yaml"), SEED);
    server = await startServer({ seed: join(folder, "seed.yaml") });
    stack = await runner.open({
      config: { "palette:host": server.url },
      secretConfig: { "palette:apiKey": server.apiKey },
      files: { "index.js": PROGRAM },
      plugins: { palette: [process.execPath, plugin] },
    });
  });
  afterEach(async () => {
    await stack.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  test("answer the same in both modes, in the preview too; tell what is wrong, and keep a macro's value secret", async () => {
    const planned = await stack.preview();
    expect(planned.errors).toEqual([]);
    const made = await stack.up();
    expect(made.errors).toEqual([]);
    expect(planned.told + made.told + (await stack.state())).not.toContain("eu-canary");
    const { inDynamic, inNative } = made.outputs as Record<string, Record<string, unknown>>;
    expect(inNative).toEqual({ ...inDynamic, refused: inNative?.refused });
    for (const refused of [inDynamic?.refused, inNative?.refused]) {
      expect(refused).toMatch(/^(Invoke of 'palette:index:getPack'|getPack).*There is no pack "argo-dc"/s);
      expect(refused).toMatch(/\bname\b/);
    }
    expect(inDynamic).toEqual({
      pack: ["7.7.5", ["7.8.2", "7.7.5"]],
      uid: expect.stringMatching(/^[0-9a-f]{24}$/),
      names: ["Payments"],
      tagsByName: { Payments: "env:prod" },
      macroValue: "eu-canary",
      result: "a: 2 # one\n",
      layers: ["argo-cd"],
      refused: expect.any(String),
    });
  });
});
