import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ClusterProfile, PaletteProvider, SystemProfile, spectrocloud } from "../index";
import { officialStack, problemsOf, stackWith, synthesised } from "./stacks.test-support";

test("One word chooses the provider, and the profile keeps its id", () => {
  for (const [implementation, type] of [
    ["palette", "palette_cluster_profile"],
    ["spectrocloud", "spectrocloud_cluster_profile"],
  ] as const) {
    const stack = stackWith({ implementation });
    new ClusterProfile(stack, "add-ons", { name: "platform-add-ons" });
    expect(synthesised(stack)).toMatchObject({
      provider: { [implementation]: [{}] },
      resource: { [type]: { "add-ons": { name: "platform-add-ons" } } },
      terraform: { required_providers: { [implementation]: { source: expect.stringMatching(`/${implementation}$`) } } },
    });
  }
});

test("A word that names no provider is refused with those that do", () => {
  expect(() => stackWith({ implementation: "official" })).toThrow(
    'UnknownImplementation: the implementation of a PaletteProvider is "palette" or "spectrocloud", and not "official"',
  );
  expect(() => stackWith({ movedFrom: "palette" })).toThrow(
    'UnknownImplementation: movedFrom of a PaletteProvider is "spectrocloud", and not "palette"',
  );
});

test("A profile that comes before its provider is refused where it would go by another one", () => {
  for (const props of [{ implementation: "spectrocloud" }, { movedFrom: "spectrocloud" }]) {
    const stack = new TerraformStack(Testing.app(), "platform");
    new ClusterProfile(stack, "add-ons", { name: "platform-add-ons" });
    expect(() => new PaletteProvider(stack, "palette", props)).toThrow(
      'ProviderTooLate: "platform/add-ons" stands in the stack before the provider "platform/palette", and went by the default; make the PaletteProvider first',
    );
  }
  const stack = new TerraformStack(Testing.app(), "platform");
  new ClusterProfile(stack, "add-ons", { name: "platform-add-ons" });
  new PaletteProvider(stack, "palette");
});

test("Profiles of one stack go by providers of their own: a PaletteProvider with an alias, or a generated class", () => {
  const stack = stackWith();
  const provider = new PaletteProvider(stack, "other", { implementation: "spectrocloud", alias: "other" });
  new ClusterProfile(stack, "official", { name: "official", provider });
  const generated = new spectrocloud.provider.SpectrocloudProvider(stack, "third", { alias: "third" });
  new ClusterProfile(stack, "generated", { name: "generated", provider: generated });
  new ClusterProfile(stack, "ours", { name: "ours" });
  expect(synthesised(stack).resource).toEqual({
    palette_cluster_profile: { ours: { name: "ours" } },
    spectrocloud_cluster_profile: {
      official: { name: "official", provider: "spectrocloud.other" },
      generated: { name: "generated", provider: "spectrocloud.third" },
    },
  });
});

test("What the official provider is moved from says so for each profile, in nested constructs too", () => {
  const stack = stackWith({ movedFrom: "spectrocloud" });
  new ClusterProfile(stack, "add-ons", { name: "platform-add-ons" });
  const { moved } = JSON.parse(Testing.synth(stack, true)) as { moved?: unknown };
  expect(moved).toEqual([{ from: "spectrocloud_cluster_profile.add-ons", to: "palette_cluster_profile.add-ons" }]);
});

test.each([
  [{ caFile: "ca.pem" }, 'the official provider has no caFile; leave it out, or set implementation: "palette"'],
  [
    { systemEmail: "admin@example.com" },
    'the official provider has no systemEmail; leave it out, or set implementation: "palette"',
  ],
  [
    { systemPassword: "x" },
    'the official provider has no systemPassword; leave it out, or set implementation: "palette"',
  ],
  [{ systemToken: "x" }, 'the official provider has no systemToken; leave it out, or set implementation: "palette"'],
  [{ movedFrom: "spectrocloud" }, 'movedFrom is for the implementation "palette"; leave it out'],
  [
    { host: "https://palette.example.com" },
    'host "https://palette.example.com": the official provider takes no URL, and always uses https; write the host alone',
  ],
])("A setting that the official provider has not is refused: %j", (props, message) => {
  expect(problemsOf(stackWith({ implementation: "spectrocloud", ...props }))).toEqual([message]);
});

test("What both providers have is refused of neither", () => {
  const both = { apiKey: "key", projectName: "Default", retryAttempts: 2, ignoreInsecureTlsError: true };
  expect(problemsOf(stackWith({ implementation: "spectrocloud", host: "palette.example.com", ...both }))).toEqual([]);
  expect(problemsOf(stackWith({ host: "https://palette.example.com", caFile: "ca.pem", ...both }))).toEqual([]);
  const stack = new TerraformStack(Testing.app(), "platform");
  const host = new TerraformVariable(stack, "host", { type: "string" }).stringValue;
  new PaletteProvider(stack, "palette", { implementation: "spectrocloud", host });
  expect(problemsOf(stack)).toEqual([]);
});

test("A system profile is refused with the official provider, which has none", () => {
  const stack = officialStack();
  SystemProfile.adopt(stack, "system", { name: "palette-enterprise" });
  expect(problemsOf(stack)).toContain(
    'the official provider has no system profiles; put this one into a stack of its own, whose PaletteProvider has implementation: "palette"',
  );
});
