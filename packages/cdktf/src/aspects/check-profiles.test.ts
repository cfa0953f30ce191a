import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type RuleCode, rules } from "@palette-profiles/profiles";
import { Aspects, TerraformStack, Testing } from "cdktf";
import {
  AppProfile,
  CheckProfiles,
  type CheckProfilesProps,
  ClusterProfile,
  type ClusterProfileProps,
  type l1,
  Manifest,
  PaletteProvider,
  SystemProfile,
  TagProfiles,
  Variable,
} from "../index";
import { stackWith } from "../providers/stacks.test-support";
import { annotationsOf } from "./findings.test-support";

function checked(props?: CheckProfilesProps, stack = stackWith()) {
  Aspects.of(stack).add(new CheckProfiles(props));
  return stack;
}

/** Only the codes, each with its level. */
function codesOf(stack: TerraformStack): string[] {
  return annotationsOf(stack).map((told) => told.replace(/^(\w+) \[.*?\] ([\w-]+): .*$/s, "$1 $2"));
}

test("A profile that says what it should passes", () => {
  const stack = checked({ rules: { "palette-required-tags": { required: ["owner"] } } });
  new ClusterProfile(stack, "add-ons", { name: "add-ons", description: "What all clusters have.", tags: ["owner:us"] });
  expect(annotationsOf(stack)).toEqual([]);
});

test("Every rule finds what it is for", () => {
  const stack = checked(
    { rules: { "palette-required-tags": { required: ["owner"] }, "palette-registries": { allowed: ["Public Repo"] } } },
    productionStack(),
  );
  const profile = new ClusterProfile(stack, "bad", { name: "bad", type: "infra", version: "0.0.0", context: "tenant" });
  profile.addPack({ name: "a", tag: "1.x", registryName: "Other", values: { tag: "latest", replicas: 1 } });
  profile.addManifest({ name: "m", content: "spec: {privileged: true}" });
  profile.addVariable(Variable.string({ name: "db_password", defaultValue: "canary" }));
  SystemProfile.adopt(stack, "system", { name: "system", allowUpdate: true });
  const told = annotationsOf(stack);
  expect(new Set(codesOf(stack).map((it) => it.split(" ")[1]))).toEqual(new Set(Object.keys(rules)));
  expect(told.join()).toContain("palette-clear-secrets: variables[0].defaultValue: ");
  expect(told.join()).not.toContain("canary");
  for (const it of told) {
    const [, level, code] = /^(\w+) \[.*?\] ([\w-]+)/.exec(it)!;
    expect([code, level]).toEqual([code, rules[code as RuleCode].level === "mandatory" ? "error" : "warn"]);
  }
});

test("Rules are set as Pulumi's policies are, and layers can be excepted", () => {
  const set = { all: "disabled", "palette-pinned-tags": "advisory", "palette-description": "mandatory" };
  const stack = checked({ rules: set, except: ["old"] });
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  profile.addPack({ name: "old", tag: "1.x" });
  profile.addPack({ name: "new", tag: "1.x" });
  expect(codesOf(stack)).toEqual(["error palette-description", "warn palette-pinned-tags"]);
});

test("Rules and levels that are none are refused where they are given", () => {
  expect(() => new CheckProfiles({ rules: { "palette-pinned-tag": "disabled" } })).toThrow(
    'There is no rule "palette-pinned-tag". Did you mean "palette-pinned-tags"?',
  );
  expect(() => new CheckProfiles({ rules: { all: "error" } })).toThrow(
    'UnknownLevel: the level of "palette-description" is "error"; write "mandatory", "advisory" or "disabled"',
  );
  expect(() => new CheckProfiles({ rules: { "palette-required-tags": "remediate" } })).toThrow(
    "TagProfiles gives tags",
  );
});

test("Aspects run in the order in which they are added: tags count that were given before", () => {
  const only = {
    rules: { all: "disabled", "palette-required-tags": { enforcementLevel: "mandatory", required: ["team"] } },
  };
  const tags = new TagProfiles({ tags: ["team:platform"] });
  const inOrder = stackWith();
  Aspects.of(inOrder).add(tags);
  const reversed = checked(only);
  Aspects.of(reversed).add(tags);
  for (const stack of [checked(only, inOrder), reversed]) new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  expect(codesOf(inOrder)).toEqual([]);
  expect(codesOf(reversed)).toEqual(["error palette-required-tags"]);
});

test("An infrastructure profile is safe by skipDestroy, and by Terraform's prevent_destroy", () => {
  const stack = checked({ rules: { all: "disabled", "palette-protected": "advisory" } }, productionStack());
  const infra = (id: string, more: Partial<ClusterProfileProps> = {}) =>
    new ClusterProfile(stack, id, { name: id, type: "infra", ...more }).node
      .defaultChild as l1.clusterProfile.ClusterProfile;
  infra("at-risk");
  infra("skipped", { skipDestroy: true });
  infra("lifecycle").lifecycle = { preventDestroy: true };
  infra("override").addOverride("lifecycle.prevent_destroy", true);
  expect(annotationsOf(stack)).toEqual([
    'warn [production/at-risk] palette-protected: skipDestroy: The infra profile of the stack "production" can be destroyed. ' +
      "Set skipDestroy: true, or lifecycle.prevent_destroy of the resource beneath.",
  ]);
});

test("App profiles are held to the rules that are for them", () => {
  const stack = checked();
  const tiers = [new Manifest({ name: "m", content: "spec: {replicas: 1}" })];
  new AppProfile(stack, "shop", { name: "shop", context: "tenant", tiers });
  expect(codesOf(stack)).toEqual(["warn palette-description", "warn palette-scope", "warn palette-single-replicas"]);
});

test("The guide names every aspect and every rule", () => {
  const guide = readFileSync(join(__dirname, "../../../../docs/cdktf/aspects.md"), "utf8");
  const aspects = ["TagProfiles", "ForbidLatest", "PinTrains", "RequireDescription", "CheckProfiles"];
  for (const name of [...aspects, ...Object.keys(rules)]) expect(guide).toContain(`\`${name}\``);
});

function productionStack(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "production");
  new PaletteProvider(stack, "palette");
  return stack;
}
