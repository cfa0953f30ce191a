// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import type {} from "cdktf/lib/testing/adapters/jest";
import { ClusterProfile, l1, PaletteProvider, ProfileVersion, Project, spectrocloud } from "../index";

Testing.setupJest();

function aStack(implementation?: string): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "team");
  new PaletteProvider(stack, "palette", { implementation });
  return stack;
}

test.each([
  ["palette", l1.dataPaletteProject.DataPaletteProject],
  ["spectrocloud", spectrocloud.dataSpectrocloudProject.DataSpectrocloudProject],
] as const)("A project is looked up by %s under its own id, and tells uid and name", (implementation, source) => {
  const stack = aStack(implementation);
  const { uid, name } = Project.fromName(stack, "payments", { name: "Payments" });
  new TerraformOutput(stack, "told", { value: { uid, name } });
  const synth = Testing.synth(stack, true);
  expect(synth).toHaveDataSourceWithProperties(source, { name: "Payments" });
  const place = `data.${implementation}_project.payments`;
  expect(JSON.parse(synth).output.told.value).toEqual({ uid: `\${${place}.id}`, name: `\${${place}.name}` });
});

test("A profile stands in a project by its name", () => {
  const stack = aStack();
  const { name } = Project.fromName(stack, "payments", { name: "Payments" });
  new ClusterProfile(stack, "add-ons", { name: "add-ons", project: name });
  expect(Testing.synth(stack, true)).toHaveResourceWithProperties(l1.clusterProfile.ClusterProfile, {
    project: "${data.palette_project.payments.name}",
  });
});

test("The official provider refuses it there, and the refusal shows no token", () => {
  const stack = aStack("spectrocloud");
  const { name } = Project.fromName(stack, "payments", { name: "Payments" });
  new ClusterProfile(stack, "add-ons", { name: "add-ons", project: name });
  ProfileVersion.fromName(stack, "baseline", { name: "baseline", version: "1.0.0", project: name });
  const check = () => Testing.synth(stack, true);
  expect(check).toThrow("[team/add-ons] project: with the official provider all profiles of a provider are in its one");
  expect(check).toThrow("[team/baseline] project: the official provider looks in its one project");
});
