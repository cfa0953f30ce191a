import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../scenarios/backend";
import { certManager, nginx } from "../scenarios/profiles";
import { type Opened, type Result, runners } from "./runner";

/**
 * What is known to go wrong with Pulumi's dynamic providers, through a whole stack. Each is held at the provider's own calls too, in
 * packages/pulumi/src/dynamic. Elsewhere: unknown markers in check ("what depends on a profile's uid waits for it") and
 * drift in the inputs that read returns ("refresh shows what somebody changed") in cluster-profile.test.ts, computed
 * secrets ("the layers of a system profile as they were are a secret") in secrets.test.ts, a killed run in
 * killed-run.test.ts.
 */
jest.setTimeout(60_000);

const NAMES = ["a", "b", "c", "d", "e", "f"];
const variable = { name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2" };
const plain = {
  description: "what every cluster gets",
  packs: [nginx, certManager],
  profileVariables: { variables: [variable] },
};
const { description: _, ...without } = plain;

/** The same with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)])
      .reverse(),
  );
}
const program = (profiles: Readonly<Record<string, unknown>>) => ({
  files: {
    "index.js": `const { ClusterProfile } = require("@palette-profiles/pulumi");
for (const [name, args] of Object.entries(${JSON.stringify(profiles)})) {
  exports[name] = new ClusterProfile(name, { name, ...args }).uid;
}`,
  },
});
const all = (args: unknown) => Object.fromEntries(NAMES.map((name) => [name, args]));

describe.each(runners)("with $name", (runner) => {
  let server: RunningServer;
  let backend: Backend;
  let stack: Opened;
  beforeAll(async () => {
    server = await startServer();
    backend = await backendOf(server);
    stack = await runner.open({
      quick: true,
      ...program(all(plain)),
      env: { SPECTROCLOUD_HOST: "", SPECTROCLOUD_APIKEY: "", SPECTROCLOUD_RETRY_ATTEMPTS: "0" },
      config: { "palette:host": server.url },
      secretConfig: { "palette:apiKey": server.apiKey },
    });
    await well(stack.up());
  });
  afterAll(async () => {
    await stack.close();
    await server.close();
  });

  async function well(running: Promise<Result>): Promise<string[]> {
    const { ok, errors, steps } = await running;
    expect({ ok, errors }).toEqual({ ok: true, errors: [] });
    return steps
      .filter(({ op }) => op !== "same")
      .map(({ op, name, diff }) => `${op} ${name} ${diff.map(({ path }) => path)}`);
  }

  test("a refresh, whose first reads come all at once, finds the provider configured", async () => {
    expect(await well(stack.refresh())).toEqual([]);
  });

  test("the provider's text in the state is one line, the same for all and for ever", async () => {
    const texts = [...(await stack.state()).matchAll(/"__provider":\s*("(?:[^"\\]|\\.)*")/g)].map(([, text]) => text!);
    expect(texts).toHaveLength(2 * NAMES.length);
    expect([...new Set(texts)].map((text) => JSON.parse(text))).toEqual([
      'exports.handler=()=>require("@palette-profiles/pulumi/dynamic-runtime").load("ClusterProfile",1)',
    ]);
  });

  test("200 resources are less than 0.6 MB of state, without what the profiles themselves are", async () => {
    // The command also keeps where in the program a resource stands: as long as the paths are, and not ours.
    const not = ["profileVariables", "stackTrace", "sourcePosition"];
    const whole = JSON.stringify(
      JSON.parse(await stack.state(), (key, value) => (not.includes(key) ? undefined : value)),
    ).length;
    // Both as inputs and as outputs.
    const own = 2 * NAMES.length * JSON.stringify({ ...plain, profileVariables: undefined }).length;
    expect(((whole - own) / NAMES.length) * 200).toBeLessThan(600_000);
    expect(whole).toBeGreaterThan(own);
  });

  test("the order of keys is no change, and a property that goes leaves no undefined behind", async () => {
    await stack.change(program({ ...(reversed(all(plain)) as object), a: without }));
    expect(await well(stack.preview())).toEqual(["update a description"]);
    expect(await well(stack.up())).toEqual(["update a description"]);
    expect(await well(stack.preview({ refresh: true, expectNoChanges: true }))).toEqual([]);
  });

  test("what was made before a create failed is kept, and is updated next time", async () => {
    await backend.fault({ match: { method: "GET", route: "/v1/clusterprofiles/{uid}" }, action: { status: 500 } });
    await stack.change(program({ ...all(plain), a: without, late: { packs: [nginx] } }));
    const { errors } = await stack.up();
    expect(errors.join()).toContain('cluster profile "late"');
    const late = async () => (await backend.profiles()).filter(({ metadata }) => metadata?.name === "late");
    const [made] = await late();
    expect(await stack.state()).toContain(made?.metadata?.uid);
    await well(stack.up());
    expect((await late()).map(({ metadata }) => metadata?.uid)).toEqual([made?.metadata?.uid]);
  });

  test("a warning is Pulumi's own, and stands at its resource", async () => {
    const astray = { charts: { "argo-cd": { serverr: { replicas: 2 } } } };
    const warned = { packs: [{ name: "argo-cd", tag: "7.7.5", overrides: astray }] };
    await stack.change(program({ ...all(plain), a: without, late: { packs: [nginx] }, warned }));
    const { ok, warnings } = await stack.preview();
    expect(ok).toBe(true);
    expect(warnings.filter(({ message }) => message.includes("[UnmatchedOverrides]"))).toEqual([
      { name: "warned", message: expect.stringContaining("did you mean charts.argo-cd.server?") },
    ]);
  });

  test("what is gone already is no failure of destroy", async () => {
    for (const { metadata } of (await backend.profiles()).slice(0, 2)) await backend.api.remove(metadata?.uid ?? "");
    expect((await stack.destroy()).errors).toEqual([]);
    expect(await backend.profiles()).toEqual([]);
  });
});
