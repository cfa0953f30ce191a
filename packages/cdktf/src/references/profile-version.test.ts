// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import type {} from "cdktf/lib/testing/adapters/jest";
import { ClusterProfile, l1, PaletteProvider, ProfileVersion, type ProfileVersionProps, spectrocloud } from "../index";

Testing.setupJest();

const OURS = l1.dataPaletteClusterProfile.DataPaletteClusterProfile;
const OFFICIAL = spectrocloud.dataSpectrocloudClusterProfile.DataSpectrocloudClusterProfile;

function aStack(implementation?: string): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "team");
  new PaletteProvider(stack, "palette", { implementation });
  return stack;
}

/** What a synth stops for, with a reference by name over the provider. */
function told(props: ProfileVersionProps, implementation?: string): () => string {
  const stack = aStack(implementation);
  ProfileVersion.fromName(stack, "baseline", props);
  return () => Testing.synth(stack, true);
}

test("A reference by name is looked up under its own id, and tells uid, name and version", () => {
  const stack = aStack();
  const props = { name: "baseline", version: "1.2.0", context: "project", project: "Security" };
  const { uid, name, version } = ProfileVersion.fromName(stack, "baseline", props);
  new TerraformOutput(stack, "told", { value: { uid, name, version } });
  const synth = Testing.synth(stack, true);
  expect(synth).toHaveDataSourceWithProperties(OURS, props);
  const { data, output } = JSON.parse(synth);
  expect(Object.keys(data.palette_cluster_profile)).toEqual(["baseline"]);
  expect(output.told.value).toEqual({
    uid: "${data.palette_cluster_profile.baseline.id}",
    name: "${data.palette_cluster_profile.baseline.name}",
    version: "${data.palette_cluster_profile.baseline.version}",
  });
});

test("The official provider looks up the same name under the same id", () => {
  const stack = aStack("spectrocloud");
  const props = { name: "baseline", version: "1.2.0", context: "tenant" };
  const { uid } = ProfileVersion.fromName(stack, "baseline", props);
  new TerraformOutput(stack, "uid", { value: uid });
  const synth = Testing.synth(stack, true);
  expect(synth).toHaveDataSourceWithProperties(OFFICIAL, props);
  expect(JSON.parse(synth).output.uid.value).toBe("${data.spectrocloud_cluster_profile.baseline.id}");
});

test("Its own provider says which of both looks a reference up", () => {
  const stack = aStack();
  const official = new PaletteProvider(stack, "official", { implementation: "spectrocloud", alias: "old" });
  ProfileVersion.fromName(stack, "baseline", { name: "baseline", version: "1.2.0", provider: official });
  expect(Testing.synth(stack, true)).toHaveDataSourceWithProperties(OFFICIAL, { provider: "spectrocloud.old" });
});

test("A uid is taken at its word: nothing is looked up for it", () => {
  const stack = aStack();
  const { uid } = ProfileVersion.fromUid(stack, "baseline", "65b3f1c0e4b0a1c2d3e4f504");
  new TerraformOutput(stack, "uid", { value: uid });
  const { data, output } = JSON.parse(Testing.synth(stack, true));
  expect(data).toBeUndefined();
  expect(output.uid.value).toBe("65b3f1c0e4b0a1c2d3e4f504");
});

test.each([
  ["palette", OURS],
  ["spectrocloud", OFFICIAL],
] as const)("Name and version of a uid are looked up once they are read, by %s", (implementation, source) => {
  const stack = aStack(implementation);
  const { name, version } = ProfileVersion.fromUid(stack, "baseline", "65b3f1c0e4b0a1c2d3e4f504");
  new TerraformOutput(stack, "told", { value: `${name} ${version}` });
  const synth = Testing.synth(stack, true);
  const type = `${implementation}_cluster_profile`;
  expect(synth).toHaveDataSourceWithProperties(source, { id: "65b3f1c0e4b0a1c2d3e4f504" });
  expect(Object.keys(JSON.parse(synth).data[type])).toEqual(["baseline"]);
  expect(JSON.parse(synth).output.told.value).toBe(`\${data.${type}.baseline.name} \${data.${type}.baseline.version}`);
});

test("A reference by the uid of another profile of the program follows that profile", () => {
  const stack = aStack();
  const platform = new ClusterProfile(stack, "platform", { name: "platform" });
  const { version } = ProfileVersion.fromUid(stack, "again", platform.uid);
  new TerraformOutput(stack, "version", { value: version });
  expect(Testing.synth(stack, true)).toHaveDataSourceWithProperties(OURS, {
    id: "${palette_cluster_profile.platform.id}",
  });
});

test("A name that looks like a template of Terraform stays text", () => {
  const stack = aStack();
  ProfileVersion.fromName(stack, "odd", { name: "base-${x}" });
  expect(Testing.synth(stack, true)).toHaveDataSourceWithProperties(OURS, { name: "base-$${x}" });
});

test("Name, version and context are checked at synth, in the words of a plan", () => {
  const check = told({ name: " ", version: "one", context: "tenants" });
  expect(check).toThrow("[team/baseline] the profile has an empty name; give it one");
  expect(check).toThrow('the version "one" is not a semantic version; write it as major.minor.patch');
  expect(check).toThrow('the context "tenants" is unknown; use one of project, tenant');
  expect(told({ name: "baseline", context: "tenant", project: "Security" })).toThrow(
    'project is "Security", but context is "tenant". Leave one of them out.',
  );
});

test("Two references whose ids Terraform cannot tell apart are told at synth", () => {
  const stack = aStack();
  ProfileVersion.fromName(stack, "base.line", { name: "baseline" });
  ProfileVersion.fromName(stack, "base:line", { name: "other" });
  new ClusterProfile(stack, "baseline", { name: "baseline" });
  expect(() => Testing.synth(stack, true)).toThrow(
    'its name in Terraform would be "baseline", and so would that of "team/base:line", since names hold letters, digits, "-" and "_" alone',
  );
});

test("What the official provider cannot look up is refused at synth, with the reason and the way out", () => {
  const check = told({ name: "baseline", project: "Security" }, "spectrocloud");
  expect(check).toThrow(
    '[team/baseline] no version: the official provider takes 1.0.0 where none is given, and not the newest; give version, or set implementation: "palette"',
  );
  expect(check).toThrow('project "Security": the official provider looks in its one project');
  expect(told({ name: "baseline", version: "1.2" }, "spectrocloud")).toThrow(
    'version "1.2": Palette makes "1.2.0" of it, and the official provider finds no other spelling; write "1.2.0"',
  );
  expect(told({ name: "baseline", project: "Security" })).not.toThrow();
});
