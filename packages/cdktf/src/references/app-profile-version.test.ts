// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import type {} from "cdktf/lib/testing/adapters/jest";
import { AppProfileVersion, l1, PaletteProvider, type ProfileVersionProps, spectrocloud } from "../index";

Testing.setupJest();

const OURS = l1.dataPaletteAppProfile.DataPaletteAppProfile;
const OFFICIAL = spectrocloud.dataSpectrocloudApplicationProfile.DataSpectrocloudApplicationProfile;

/** A stack with a reference, whose uid, name and version are an output. */
function aStack(props: ProfileVersionProps, implementation?: string): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "team");
  new PaletteProvider(stack, "palette", { implementation });
  const { uid, name, version } = AppProfileVersion.fromName(stack, "shop", props);
  new TerraformOutput(stack, "told", { value: { uid, name, version } });
  return stack;
}

test("A reference by name is looked up under its own id, and tells uid, name and version", () => {
  const props = { name: "shop", version: "1.2.0", context: "project", project: "Payments" };
  const synth = Testing.synth(aStack(props), true);
  expect(synth).toHaveDataSourceWithProperties(OURS, props);
  expect(JSON.parse(synth).output.told.value).toEqual({
    uid: "${data.palette_app_profile.shop.id}",
    name: "${data.palette_app_profile.shop.name}",
    version: "${data.palette_app_profile.shop.version}",
  });
});

test("The official provider looks up the same name under the same id", () => {
  const synth = Testing.synth(aStack({ name: "shop", version: "1.2.0" }, "spectrocloud"), true);
  expect(synth).toHaveDataSourceWithProperties(OFFICIAL, { name: "shop", version: "1.2.0" });
  expect(JSON.parse(synth).output.told.value.uid).toBe("${data.spectrocloud_application_profile.shop.id}");
});

test("The official provider has no attribute for the context that holds anyway", () => {
  const stack = aStack({ name: "shop", version: "1.2.0", context: "project" }, "spectrocloud");
  expect(JSON.parse(Testing.synth(stack, true)).data.spectrocloud_application_profile.shop).toEqual({
    name: "shop",
    version: "1.2.0",
  });
});

test("Name, version and context are checked at synth, in the words of a plan", () => {
  const check = () => Testing.synth(aStack({ name: "shop", version: "one", context: "tenants" }), true);
  expect(check).toThrow('[team/shop] the version "one" is not a semantic version');
  expect(check).toThrow('the context "tenants" is unknown; use one of project, tenant');
});

test("What the official provider cannot look up is refused at synth, with the reason and the way out", () => {
  const props = { name: "shop", context: "tenant", project: "Payments" };
  const check = () => Testing.synth(aStack(props, "spectrocloud"), true);
  expect(check).toThrow("no version: the official provider takes 1.0.0 where none is given");
  expect(check).toThrow('project "Payments": the official provider looks in its one project');
  expect(check).toThrow(
    '[team/shop] context "tenant": the official provider looks for app profiles in its project alone; leave it out, or set implementation: "palette"',
  );
});
