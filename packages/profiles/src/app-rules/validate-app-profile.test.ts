import { validateAppProfileConfig } from "../config-rules/validate-config";
import { TIER_TYPES, type TierModel } from "../model/app-profile";
import { type DeepMaybeUnknown, UNKNOWN } from "../model/unknown";
import { api, appProfile, db, helm, manifests, only, told, toldOf } from "./test-app-profile.test-support";
import { validateAppProfile } from "./validate-app-profile";

const CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: web}\n";

describe("validateAppProfile", () => {
  test("finds nothing wrong with a profile that keeps the rules", () => {
    const use = "env: '{{.spectro.app.$appDeploymentName.db.PASSWORD}}'\npack: {namespace: web}\n";
    expect(validateAppProfile(appProfile({ tiers: [db(), api(), helm("web", use), manifests("m", CONFIG)] }))).toEqual(
      [],
    );
  });

  test("an unknown value is never a problem, at any depth", () => {
    expect(toldOf(UNKNOWN)).toEqual([]);
    expect(toldOf({ name: UNKNOWN, version: UNKNOWN, context: UNKNOWN, tiers: UNKNOWN })).toEqual([]);
    const tiers = [
      UNKNOWN,
      { name: UNKNOWN, type: UNKNOWN, values: UNKNOWN, manifests: UNKNOWN, properties: UNKNOWN },
      { name: "db", type: "operator-instance", packName: UNKNOWN, properties: { any: UNKNOWN }, manifests: [UNKNOWN] },
      { name: "helm", type: "helm", values: UNKNOWN, installOrder: UNKNOWN, manifests: [] },
      {
        name: "mysql",
        type: "operator-instance",
        packName: "mysql-operator",
        properties: { dbVolumeSize: UNKNOWN },
        manifests: [],
      },
      { name: "m", type: "manifest", manifests: [{ name: UNKNOWN, content: UNKNOWN }] },
    ];
    expect(toldOf({ name: "shop", tiers: tiers as DeepMaybeUnknown<TierModel>[] })).toEqual([]);
  });

  test("what is missing or null is never a problem", () => {
    expect(toldOf({ name: "shop", tiers: [{ name: "api", type: "container", manifests: [] }] })).toEqual([]);
    const nothing = { version: null, values: null, properties: null, installOrder: null } as unknown as object;
    expect(toldOf({ name: "shop", tiers: [{ name: "a", type: "container", manifests: [], ...nothing }] })).toEqual([]);
  });

  test("V1, V3: tells an empty name, a version that is none, and a scope that app profiles do not have", () => {
    expect(toldOf(appProfile({ name: " ", version: "v1.2", context: "projct" }))).toEqual([
      "error EmptyName name",
      "error InvalidVersion version",
      "error UnknownContext context",
    ]);
    // Told in full where a program names it.
    expect(toldOf(appProfile({ context: "system" }))).toEqual([]);
    expect(validateAppProfileConfig(appProfile({ context: "system" }))[0]).toMatchObject({ code: "SystemContext" });
    for (const context of ["project", "tenant"]) expect(toldOf(appProfile({ context }))).toEqual([]);
    expect(validateAppProfile(appProfile({ context: "projct" }))[0]!.message).toBe(
      'the context "projct" is unknown; use one of project, tenant; did you mean "project"?',
    );
  });

  test("a profile has one tier at least", () => {
    expect(toldOf(appProfile({ tiers: [] }))).toEqual(["error NoTiers tiers"]);
  });

  test("tells tiers that share a name, and takes names that differ in case", () => {
    expect(only(db(), api({ name: "db" }))).toMatchObject({
      code: "DuplicateTier",
      path: ["tiers", 1, "name"],
      message: 'tiers 1 and 2 are both named "db"; rename one',
    });
    expect(told(db(), api({ name: "DB" }))).toEqual([]);
  });

  test("a tier's name can stand in a reference", () => {
    expect(only(db({ name: "my db" })).message).toBe(
      'the name "my db" of tier 1 cannot stand in a reference to its outputs; use letters, digits, "_" and "-", such as "my-db"',
    );
    expect(told(db({ name: "a.b" }))).toEqual(["error InvalidTierName tiers.0.name"]);
    expect(told(db({ name: "" }))).toEqual(["error EmptyName tiers.0.name"]);
    for (const name of ["postgres-db", "Db_1"]) expect(told(db({ name }))).toEqual([]);
  });

  test("tells a type that is none, with the nearest", () => {
    expect(only(api({ type: "containers" })).message).toBe(
      'the type "containers" of tier "api" is unknown; use one of operator-instance, container, helm, manifest; did you mean "container"?',
    );
    expect(
      TIER_TYPES.flatMap((type) => told({ name: "t", type, manifests: [{ name: "m", content: CONFIG }] })),
    ).toEqual(["error UnexpectedManifests tiers.0.manifests", "warning NoNamespace tiers.0.values"]);
  });

  test("tells manifests of a tier that share a name, or have none", () => {
    const tier = manifests("m", CONFIG, CONFIG);
    tier.manifests[1]!.name = "m0";
    expect(only(tier)).toMatchObject({
      code: "DuplicateManifest",
      path: ["tiers", 0, "manifests", 1, "name"],
      message: 'manifests 1 and 2 of tier "m" are both named "m0"; rename one',
    });
    tier.manifests[1]!.name = "";
    expect(told(tier)).toEqual(["error EmptyName tiers.0.manifests.1.name"]);
    expect(told(manifests("a", CONFIG), manifests("b", CONFIG))).toEqual([]);
  });

  test("a service takes no manifests, and a manifest tier has one", () => {
    expect(only(db({ manifests: [{ name: "m", content: CONFIG }] })).message).toBe(
      'tier "db" is a service (operator-instance), which takes no manifests, but has 1; move it to a tier of the type manifest',
    );
    expect(told(manifests("m"))).toEqual(["error NoManifest tiers.0.manifests"]);
  });

  test("only a service takes properties", () => {
    expect(only(api({ properties: { a: "1" } })).message).toContain(
      "is of the type container, which takes no properties",
    );
    expect(told(helm("h", undefined, { sensitiveProperties: { a: "1" } }))).toEqual([
      "error UnexpectedProperties tiers.0.sensitiveProperties",
    ]);
    expect(told(api({ properties: {} }))).toEqual([]);
  });

  test("tells tier, line and column of YAML that does not parse, and a namespace that Kubernetes does not take", () => {
    expect(only(helm("web", "pack: {namespace: web}\na: 1\na: 2\n"))).toEqual({
      code: "InvalidYaml",
      path: ["tiers", 0, "values"],
      message: 'the values of tier "web" are not valid YAML (line 3, column 1): Map keys must be unique, at `a: 2`',
      severity: "error",
      line: 3,
      column: 1,
    });
    expect(only(manifests("m", "x: [")).message).toContain('manifest "m0" of tier "m" is not valid YAML (line 1');
    expect(told(helm("web", "pack:\n  namespace: My Web\n"))).toEqual(["error InvalidNamespace tiers.0.values"]);
    expect(told(helm("web", "pack: {namespace: web}\nn: {{.spectro.macro.n}}\n"))).toEqual([]);
  });

  test("an install order is a whole number from 0 on", () => {
    for (const installOrder of [-1, 1.5, Number.NaN])
      expect(told(api({ installOrder }))).toEqual(["error InvalidInstallOrder tiers.0.installOrder"]);
    for (const installOrder of [0, 10]) expect(told(api({ installOrder }))).toEqual([]);
  });

  test("V31: a chart and the objects of a manifest say where they go, or a warning tells that they land in default", () => {
    expect(only(helm("web", "charts: {}"))).toMatchObject({
      severity: "warning",
      code: "NoNamespace",
      message:
        'tier "web" sets no namespace, so its chart lands in "default"; set pack.namespace in its values, such as "{{.spectro.system.appdeployment.tiername}}-ns"',
    });
    const astray =
      "kind: Deployment\nmetadata: {name: web}\n---\nkind: ClusterRole\nmetadata: {name: r}\n---\nkind: Secret\n";
    expect(only(manifests("m", CONFIG, astray))).toMatchObject({
      severity: "warning",
      path: ["tiers", 0, "manifests", 1, "content"],
      message:
        'manifest "m1" of tier "m": Deployment web, Secret name no namespace, so they land in "default"; set metadata.namespace',
    });
    const tier = manifests("m", astray);
    expect(told({ ...tier, values: "pack:\n  namespace: web\n" })).toEqual([]);
    expect(told(helm("web", "pack: {namespace: '{{.spectro.macro.ns}}'}"))).toEqual([]);
    expect(told(api(), db())).toEqual([]);
  });
});
