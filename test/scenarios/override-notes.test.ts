import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type AnyValues, apply, plan, type Resource, read, UNKNOWN } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { backendOf } from "./backend";
import { addons } from "./profiles";

const [resource] = palette.resources as [Resource<Palette>];
const signal = new AbortController().signal;
const SERVER = "charts:\n  argo-cd:\n    server:\n";
const over = (overrides: unknown, tag: unknown = "7.7.5"): AnyValues => ({
  ...addons({ packs: [] }),
  packs: [{ name: "argo-cd", tag, registryName: "Public Repo", overrides }],
});

let server: RunningServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

/** One profile, planned and applied by the kit, with what each plan tells. */
function stack() {
  const environment = { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey };
  const run = { context: palette.configure({}, environment), signal };
  let state: AnyValues | undefined;
  const planned = async (config: AnyValues) =>
    plan(resource, { prior: state && (await read(resource, state, run)), config, ...run });
  return {
    run,
    state: () => state ?? {},
    told: async (config: AnyValues) =>
      (await planned(config)).diagnostics.map(({ severity, code, detail }) => `${severity} ${code}: ${detail}`),
    async applied(config: AnyValues) {
      const done = await apply(resource, { prior: state, planned: (await planned(config)).planned, ...run });
      expect(done.diagnostics).toEqual([]);
      state = done.state;
    },
  };
}

describe("what a plan says of overrides", () => {
  it("is nothing where every key is one of the pack's, or where any key may stand", async () => {
    const { told } = stack();
    const free = "pack:\n  namespace: x\n  releaseNameOverride: {argo-cd: cd}\n";
    expect(await told(over(`${free}${SERVER}      replicas: 2\n`))).toEqual([]);
  });

  it("names overrides that match no key, with what is near", async () => {
    const [warning, ...others] = await stack().told(over(`${SERVER}      replica: 2\nresyncSeconds: 5\nxyz: 1\n`));
    expect(others).toEqual([]);
    expect(warning).toContain("warning UnmatchedOverrides");
    expect(warning).toContain("argo-cd 7.7.5 has no default at ");
    expect(warning).toContain("charts.argo-cd.server.replica (did you mean charts.argo-cd.server.replicas?)");
    expect(warning).toContain("resyncSeconds (did you mean charts.argo-cd.controller.resyncSeconds?), xyz.");
  });

  it("tells at a new tag which defaults move underneath, and not those that are overridden", async () => {
    const { applied, told } = stack();
    const image = "charts:\n  argo-cd:\n    global:\n      image:\n        tag: v2.13.9\n";
    await applied(over(image));
    const [warning, ...others] = await told(over(image, "7.8.2"));
    expect(others).toEqual([]);
    expect(warning).toContain("warning DefaultsMoved: From argo-cd 7.7.5 to argo-cd 7.8.2");
    expect(warning).toContain('server.resources.limits.memory: "256Mi" -> "384Mi"');
    expect(warning).not.toContain("global.image.tag");
  });

  it("tells an override that the new tag has no key for", async () => {
    const { applied, told } = stack();
    const autoscaling = `${SERVER}      autoscaling:\n        enabled: true\n`;
    await applied(over(autoscaling, "7.8.2"));
    const warnings = await told(over(autoscaling, "7.7.5"));
    const codes = warnings.map((warning) => warning.split(":", 1)[0]);
    expect(codes).toEqual(expect.arrayContaining(["warning UnmatchedOverrides", "warning DefaultsMoved"]));
  });

  it("costs no call where nothing changed", async () => {
    const { applied, run, state } = stack();
    const config = over(`${SERVER}      replica: 2\n`);
    await applied(config);
    const backend = await backendOf(server);
    await backend.forget();
    const fresh = palette.configure({}, { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey });
    const { changes, diagnostics } = await plan(resource, { ...run, prior: state(), config, context: fresh });
    expect({ changes, diagnostics, calls: await backend.calls() }).toEqual({ changes: [], diagnostics: [], calls: [] });
  });

  it("waits where the overrides, or the tag, are not known yet", async () => {
    expect(await stack().told(over(UNKNOWN))).toEqual([]);
    expect(await stack().told(over("xyz: 1", UNKNOWN))).toEqual([]);
  });
});
