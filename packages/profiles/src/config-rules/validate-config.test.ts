import { appProfile } from "../app-rules/test-app-profile.test-support";
import { UNKNOWN } from "../model/unknown";
import type { Problem } from "../rules/problem";
import { layer, profile } from "../rules/test-profile.test-support";
import { validateAppProfileConfig, validateLayersConfig, validateProfileConfig } from "./validate-config";

const told = (problems: Problem[]) => problems.map(({ code, path }) => `${code} ${path.join(".")}`);
const web = { ...layer("web"), tag: "1.0.0" };
const inPlace = { versionPolicy: "in_place", immutableVersions: true };

test("A program that says what is needed is told nothing", () => {
  const manifests = { ...layer("m", undefined, [{ name: "m", content: "a: 1" }]), type: "manifest" };
  const packs = [web, { ...layer("x"), uid: "u" }, { ...web, overrides: "a: 1\n" }, manifests];
  const timeouts = { create: "90s", update: "1h30m", delete: undefined };
  const settings = { versionPolicy: "new", immutableVersions: true, retainVersions: 1, timeouts };
  expect(validateProfileConfig({ ...profile({ packs, tags: ["a", "b:c"] }), ...settings })).toEqual([]);
  expect(validateLayersConfig({ packs: [layer("web", "a: 1\n")] })).toEqual([]);
});

test.each([
  ["a layer without a version", { packs: [web, layer("x")] }, "NoTag packs.1.tag"],
  [
    "a manifest layer without manifests",
    { packs: [{ ...layer("m"), type: "manifest" }] },
    "NoManifest packs.0.manifests",
  ],
  [
    "overrides beside values",
    { packs: [{ ...web, values: "a: 1", overrides: "a: 2" }] },
    "ValuesAndOverrides packs.0.overrides",
  ],
  ["overrides that are a list", { packs: [{ ...web, overrides: "[a]" }] }, "OverridesNoMap packs.0.overrides"],
  ["a project in the tenant", { context: "tenant", project: "x" }, "ProjectInTenant project"],
  ["the system scope", { context: "system" }, "SystemContext context"],
  ["two tags of one key", { tags: ["a:1", "a:2"] }, "DuplicateTag tags"],
  ["an unknown version policy", { versionPolicy: "inplace" }, "UnknownVersionPolicy versionPolicy"],
  ["no version to keep", { retainVersions: 0 }, "InvalidRetention retainVersions"],
  ["half a version to keep", { retainVersions: 1.5 }, "InvalidRetention retainVersions"],
  ["a time without a unit", { timeouts: { create: "20m", update: "20" } }, "InvalidDuration timeouts.update"],
  ["immutable versions that are renamed", inPlace, "ImmutableInPlace versionPolicy"],
])("Refused is %s", (_, changes, problem) => {
  expect(told(validateProfileConfig({ ...profile(), ...changes }))).toEqual([problem]);
});

test("Overrides of a manifest have nothing to lie over, in system profiles too", () => {
  const packs = [{ ...layer("m", undefined, [{ name: "m", content: "a: 1" }]), type: "manifest", overrides: "a: 1" }];
  expect(told(validateProfileConfig(profile({ packs })))).toEqual(["OverridesOfManifest packs.0.overrides"]);
  expect(told(validateLayersConfig({ packs }))).toEqual(["OverridesOfManifest packs.0.overrides"]);
});

test("A service and a chart of an app profile need a version; a container has the newest", () => {
  const tier = (type: string, more = {}) => ({
    ...appProfile({ tiers: [{ name: "db", type, manifests: [], ...more }] }),
  });
  expect(told(validateAppProfileConfig(tier("operator-instance")))).toEqual(["NoTag tiers.0.tag"]);
  expect(told(validateAppProfileConfig(tier("helm")))).toEqual(["NoTag tiers.0.tag"]);
  for (const good of [tier("container"), tier("helm", { tag: "1" }), tier("helm", { sourceAppTier: "u" })]) {
    expect(validateAppProfileConfig(good)).toEqual([]);
  }
  expect(told(validateAppProfileConfig({ ...appProfile(), ...inPlace }))).toEqual(["ImmutableInPlace versionPolicy"]);
});

test("What is not known yet is never a problem", () => {
  const unknown = {
    context: UNKNOWN,
    project: UNKNOWN,
    tags: UNKNOWN,
    versionPolicy: UNKNOWN,
    retainVersions: UNKNOWN,
  };
  const packs = [
    UNKNOWN,
    { name: UNKNOWN, type: UNKNOWN, manifests: [] },
    { name: "a", tag: UNKNOWN, manifests: [] },
    { name: "b", tag: "1", values: UNKNOWN, overrides: "a: 1", manifests: [] },
    { name: "c", tag: "1", values: "a: 1", overrides: UNKNOWN, manifests: [] },
    { name: "d", type: "manifest", manifests: UNKNOWN },
  ];
  expect(validateProfileConfig({ ...profile(), ...unknown, tags: [UNKNOWN], packs })).toEqual([]);
  expect(validateAppProfileConfig({ ...appProfile(), ...unknown, tiers: UNKNOWN })).toEqual([]);
  for (const validate of [validateProfileConfig, validateAppProfileConfig, validateLayersConfig]) {
    expect(validate(UNKNOWN)).toEqual([]);
  }
});
