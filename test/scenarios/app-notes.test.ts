import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import {
  type AnyValues,
  apply,
  type DataSource,
  type Plan,
  plan,
  type Resource,
  read,
  UNKNOWN,
} from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { onAppBench } from "../peer-defects/bench";
import { api, cache, containerText, database, settings, shop, web } from "./apps";
import { type Backend, backendOf } from "./backend";
import type { AppConfig } from "./door";

const resource = palette.resources.find(({ type }) => type === "app_profile") as Resource<Palette>;
const source = palette.dataSources.find(({ type }) => type === "app_profile") as DataSource<Palette>;
const signal = new AbortController().signal;

let server: RunningServer;
let backend: Backend;
beforeEach(async () => {
  server = await startServer({ seed: join(__dirname, "table/app/seed.yaml") });
  backend = await backendOf(server);
});
afterEach(() => server.close());

/** One app profile, planned and applied by the kit, with what each plan tells. */
function stack() {
  const context = palette.configure({}, { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey });
  const run = { context, signal };
  let state: AnyValues | undefined;
  const planned = async (config: AppConfig | AnyValues): Promise<Plan> =>
    plan(resource, { prior: state, config: { ...config }, ...run });
  return {
    run,
    planned,
    told: async (config: AppConfig | AnyValues) =>
      (await planned(config)).diagnostics.map(({ severity, code, detail }) => `${severity} ${code}: ${detail}`),
    async applied(config: AppConfig): Promise<AnyValues> {
      const it = await planned(config);
      const done = await apply(resource, { prior: state, planned: it.planned, ...run });
      expect(done.diagnostics).toEqual([]);
      state = done.state;
      return state ?? {};
    },
    async imported(id: string): Promise<AnyValues> {
      state = await read(resource, await resource.import!.find(id, run), run);
      return state ?? {};
    },
  };
}
/** A container that refers to an output of another tier. */
const user = (tier: string, output: string) =>
  api("1", {
    values: containerText(
      "a:1",
      `  env:\n    - {name: A, value: "{{.spectro.app.$appDeploymentName.${tier}.${output}}}"}\n`,
    ),
  });

describe("a plan of an app profile", () => {
  it("names the apps and what reaches them when a version changes that they use (V26)", async () => {
    const { applied, told } = stack();
    const { id } = await applied(shop());
    const body = { ...(await backend.apps.get(String(id))), status: { inUseApps: [{ name: "shop-prod", uid: "1" }] } };
    const used = () =>
      backend.fault({ match: { method: "GET", route: "/v1/appProfiles/{uid}" }, action: { status: 200, body } });
    await used();
    const [warning, ...others] = await told(shop({ tiers: [database("16"), api(), web, settings()] }));
    expect(others).toEqual([]);
    expect(warning).toContain("warning UsedVersionChanges");
    expect(warning).toContain('1 app ("shop-prod")');
    expect(warning).toContain("db > properties");
    await used();
    expect(await told(shop({ description: "Else" }))).toEqual([]);
  });

  it("asks nothing where nothing changes, and little where a description does", async () => {
    const { applied, planned } = stack();
    await applied(shop());
    await backend.forget();
    expect((await planned(shop())).changes).toEqual([]);
    expect(await backend.calls()).toEqual([]);
    await planned(shop({ description: "Else" }));
    expect(await backend.calls()).toEqual(["GET /v1/appProfiles/{uid}"]);
  });

  it("knows the outputs that only a pack's own values declare, and tells the nearest name (V29)", async () => {
    const values = "pack:\n  namespace: a\npostReadinessHooks:\n  outputParameters:\n    - name: QUEUE_URL\n";
    await backend.sync({ name: "web", like: "2.0.0", version: "3.0.0", values });
    const queue = { name: "queue", type: "helm", packName: "web", tag: "3.0.0" };
    const { told } = stack();
    expect(await told(shop({ tiers: [queue, user("queue", "QUEUE_URL")] }))).toEqual([]);
    const [error, ...others] = await told(shop({ tiers: [queue, user("queue", "QUEUE_URI")] }));
    expect(others).toEqual([]);
    expect(error).toContain('error UnknownOutput: Tier "api", values, line');
    expect(error).toContain('Did you mean "QUEUE_URL"?');
  });

  it("warns of a deprecated service, and refuses a disabled one, where the tier is new (V20)", async () => {
    const sync = (version: string, state: string) =>
      backend.sync({ name: "redis-operator", like: "6.2.12-1", version, annotations: { system_state: state } });
    await sync("1.0.0", "Deprecated");
    await sync("0.9.0", "Disabled");
    const of = (tag: string) =>
      shop({ tiers: [{ name: "old", type: "operator-instance", packName: "redis-operator", tag }] });
    const { told, applied } = stack();
    expect(await told(of("1.0.0"))).toEqual([expect.stringContaining('warning PackDeprecated: Tier "old"')]);
    expect(await told(of("0.9.0"))).toEqual([expect.stringContaining('error PackDisabled: Tier "old"')]);
    await applied(of("1.0.0"));
    expect(await told({ ...of("1.0.0"), description: "Else" })).toEqual([]);
  });

  it("warns of a macro that nobody defined, in values, in properties and, without its value, in secrets", async () => {
    const secret = { ...cache("{{.spectro.macro.nowhere-at-all}}") };
    const warnings = await stack().told(
      shop({ tiers: [database("8", { properties: { databaseName: "{{.spectro.macro.nowhere}}" } }), secret] }),
    );
    expect(warnings).toEqual([
      expect.stringContaining('warning UnknownMacro: Tier "db", property "databaseName"'),
      expect.stringContaining('warning UnknownMacro: Tier "cache", property "userPassword"'),
    ]);
  });

  it("warns of a chart whose own values set no namespace, and of none whose values do (V31)", async () => {
    await backend.sync({ name: "web", like: "2.0.0", version: "3.0.0", values: "pack:\n  namespace: web\n" });
    await backend.sync({ name: "web", like: "2.0.0", version: "4.0.0", values: "replicas: 1\n" });
    const { told, applied } = stack();
    const of = (tag: string) => shop({ tiers: [{ name: "web", type: "helm", tag }] });
    expect(await told(of("3.0.0"))).toEqual([]);
    expect(await told(of("4.0.0"))).toEqual([expect.stringContaining('warning NoNamespace: tier "web"')]);
    await applied(of("4.0.0"));
    expect(await told({ ...of("4.0.0"), description: "Else" })).toEqual([]);
  });

  it("refuses a tag beside the uid of another version's pack", async () => {
    const state = await stack().applied(shop({ tiers: [database()] }));
    const [{ sourceAppTier }] = state.tiers as [{ sourceAppTier: string }];
    const [error] = await stack().told(shop({ name: "else", tiers: [database("8", { sourceAppTier, tag: "1.8.3" })] }));
    expect(error).toContain("error TagOfAnotherPack");
  });

  it("takes what is unknown for no error, and derives it later", async () => {
    const { planned } = stack();
    const tiers = [{ ...database(), tag: UNKNOWN }, { ...settings(), manifests: UNKNOWN }, UNKNOWN];
    const it = await planned({ ...shop(), tiers });
    expect(it.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect((it.planned.tiers as AnyValues[])[0]).toMatchObject({ sourceAppTier: UNKNOWN, uid: UNKNOWN });
    const unknownProject = await planned({ ...shop(), project: UNKNOWN });
    expect(unknownProject.diagnostics).toEqual([]);
  });

  it("plans new uids for a tier of another version, and for no tier beside it", async () => {
    const { applied, planned } = stack();
    const before = await applied(shop({ tiers: [cache(), database(), settings()] }));
    const next = { ...cache(), tag: "6.2.19-1" };
    const it = await planned(shop({ tiers: [next, database(), settings()] }));
    const uids = (of: AnyValues) => (of.tiers as AnyValues[]).map(({ uid }) => uid);
    expect(uids(it.planned)).toEqual([UNKNOWN, ...uids(before).slice(1)]);
    expect((it.planned.tiers as AnyValues[])[0]?.sourceAppTier).not.toBe(UNKNOWN);
  });

  it("shows a password after an import as a change, since Palette does not tell it, and never the mask as a setting", async () => {
    const { applied, imported, planned } = stack();
    const config = shop({ tiers: [cache(), settings()] });
    await applied(config);
    const state = await imported("shop:project");
    expect((state.tiers as AnyValues[])[0]).toMatchObject({
      properties: { redisVolumeSize: "2" },
      sensitiveProperties: { userPassword: "********" },
    });
    expect((await planned(config)).changes).toMatchObject([
      { path: ["tiers", "cache", "sensitiveProperties"], sensitive: true },
    ]);
  });
});

describe("the passwords of an app profile's versions", () => {
  const of = (version: string, password: string, more: Partial<AppConfig> = {}) =>
    shop({ version, tiers: [cache(password), settings()], ...more });
  const passwords = (body: unknown) =>
    JSON.stringify(body)
      .match(/"userPassword","value":"([^"]*)"/g)
      ?.map((each) => each.split('"').at(-2));

  it("stay those of each version when the profile is renamed", async () => {
    await onAppBench(async ({ make, sent }) => {
      const state = await make(of("1.1.0", "c2Vjb25k"), await make(of("1.0.0", "Zmlyc3Q=")));
      await make(of("1.1.0", "c2Vjb25k", { name: "market" }), state);
      expect(sent("PUT").map(({ body }) => passwords(body))).toEqual([["c2Vjb25k"], ["********"]]);
    });
  });

  it("are sent when a version comes back, since it may hold others", async () => {
    await onAppBench(async ({ make, sent }) => {
      const state = await make(of("1.1.0", "c2Vjb25k"), await make(of("1.0.0", "Zmlyc3Q=")));
      await make(of("1.0.0", "c2Vjb25k"), state);
      expect(sent("PUT").map(({ body }) => passwords(body))).toEqual([["c2Vjb25k"]]);
    });
  });

  it("are sent again after a change that failed, whichever it was then", async () => {
    await onAppBench(async ({ make, plan, apply, sent, backend: held }) => {
      const state = await make(of("1.0.0", "Zmlyc3Q="));
      const { planned } = await plan(of("1.0.0", "c2Vjb25k", { description: "Else" }), state);
      await held.fault({
        match: { method: "PATCH", route: "/v1/appProfiles/{uid}/metadata" },
        action: { status: 400, body: { code: "Refused", message: "no" } },
      });
      const failed = await apply(planned, state);
      expect(failed.diagnostics).toMatchObject([{ code: "Refused" }]);
      // The second password is there already; who goes back to the first must get it.
      await make(of("1.0.0", "Zmlyc3Q="), failed.state ?? {});
      expect(sent("PUT").map(({ body }) => passwords(body))).toEqual([["c2Vjb25k"], ["Zmlyc3Q="]]);
    });
  });
});

describe("the data source of app profiles", () => {
  const told = (more: AnyValues = {}) => source.read({ name: "shop", ...more }, stack().run);

  it("finds the newest version, or the one that is named, in exactly this scope", async () => {
    const { applied } = stack();
    const first = await applied(shop());
    const second = await applied(shop({ version: "1.10.0", description: "New" }));
    await applied(shop({ version: "1.9.0" }));
    const tenant = await stack().applied(shop({ context: "tenant", version: "3.0.0" }));
    expect(await told()).toMatchObject({
      id: second.id,
      resolvedVersion: "1.10.0",
      description: "New",
      tags: ["managed", "team:shop"],
      tiers: ["db", "api", "web", "settings"],
      versions: { "1.0.0": first.id, "1.10.0": second.id },
    });
    expect(await told({ version: "1.0.0" })).toMatchObject({ id: first.id, resolvedVersion: "1.0.0" });
    expect(await told({ context: "tenant" })).toMatchObject({ id: tenant.id, versions: { "3.0.0": tenant.id } });
  });

  it("tells the nearest name, or the versions there are, of what is not there", async () => {
    await stack().applied(shop());
    await expect(told({ name: "shopp" })).rejects.toMatchObject({
      code: "NotFound",
      message: 'Palette has no app profile "shopp" in the project "Default". Did you mean "shop"?',
    });
    await expect(told({ version: "2.0.0" })).rejects.toMatchObject({
      message: expect.stringContaining('no version 2.0.0 of the app profile "shop"'),
    });
    await expect(told({ project: "Defalt" })).rejects.toMatchObject({ code: "UnknownProject" });
  });
});
