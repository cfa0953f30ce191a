// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { validateProfile } from "@palette-profiles/profiles";
import { App, type TerraformElement, TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { l1, PaletteProvider, SystemProfile, type SystemProfileProps } from "../index";

const TYPE = l1.systemProfile.SystemProfile.tfResourceType;

function aStack(app: App = Testing.app()): TerraformStack {
  const stack = new TerraformStack(app, "console");
  new PaletteProvider(stack, "palette");
  return stack;
}

function adopt(stack: TerraformStack, props: Partial<SystemProfileProps> = {}): SystemProfile {
  return SystemProfile.adopt(stack, "system", { name: "enterprise-cluster", ...props });
}

function resourceOf(stack: TerraformStack): Record<string, unknown> {
  return JSON.parse(Testing.synth(stack, true)).resource[TYPE].system;
}

test("An adoption names the profile and nothing more, so that nothing changes in Palette", () => {
  const stack = aStack();
  adopt(stack);
  expect(resourceOf(stack)).toEqual({ name: "enterprise-cluster" });
});

test("Changes of layers stand in the order in which they are made, as YAML of what was written", () => {
  const stack = aStack();
  const system = adopt(stack, { allowUpdate: true, timeouts: { create: "5m", update: "1h" } });
  system.changeLayer("kubernetes", {
    overrides: { pack: { podCIDR: "100.64.0.0/18" } },
    overwrite: ["pack.podCIDR"],
  });
  system.changeLayer("cni-calico", { tag: "3.29.1", values: "# ours\nmtu: ${MTU}\n" });
  system.changeLayer("addons", { manifests: [{ name: "quota", content: { kind: "ResourceQuota" } }] });
  expect(resourceOf(stack)).toEqual({
    name: "enterprise-cluster",
    allow_update: true,
    timeouts: { create: "5m", update: "1h" },
    pack: [
      { name: "kubernetes", overrides: "pack:\n  podCIDR: 100.64.0.0/18\n", overwrite: ["pack.podCIDR"] },
      { name: "cni-calico", tag: "3.29.1", values: "# ours\nmtu: $${MTU}\n" },
      { name: "addons", manifest: [{ name: "quota", content: "kind: ResourceQuota\n" }] },
    ],
  });
});

test("Changes given as props are those that are made by calls, and stand before them", () => {
  const stack = aStack();
  const podCidr = { overrides: { pack: { podCIDR: "100.64.0.0/18" } } };
  adopt(stack, { changes: { kubernetes: podCidr, "cni-calico": { tag: "3.29.1" } } }).changeLayer("addons", {
    manifests: [{ name: "quota", content: "kind: ResourceQuota\n" }],
  });
  expect(resourceOf(stack).pack).toEqual([
    { name: "kubernetes", overrides: "pack:\n  podCIDR: 100.64.0.0/18\n" },
    { name: "cni-calico", tag: "3.29.1" },
    { name: "addons", manifest: [{ name: "quota", content: "kind: ResourceQuota\n" }] },
  ]);
});

test("The generated resource is at hand, under the construct's id wherever it stands", () => {
  const stack = aStack();
  const nested = SystemProfile.adopt(new Construct(stack, "console"), "system", { name: "enterprise-cluster" });
  (nested.node.defaultChild as l1.systemProfile.SystemProfile).addOverride("lifecycle.prevent_destroy", true);
  expect(JSON.parse(Testing.synth(stack, true)).resource[TYPE]).toEqual({
    [stack.getLogicalId(nested.node.defaultChild as TerraformElement)]: {
      name: "enterprise-cluster",
      lifecycle: { prevent_destroy: true },
    },
  });
});

test("A backup's place is told from the folder of the program, and not from that of its output", () => {
  const outdir = realpathSync(mkdtempSync(join(tmpdir(), "palette-out-")));
  const stack = aStack(new App({ outdir }));
  adopt(stack, { backupFile: "backups/system.yaml" });
  const { backup_file: file } = resourceOf(stack) as { backup_file: string };
  expect(file).toMatch(/^\.\.\//);
  expect(resolve(outdir, "stacks/console", file)).toBe(resolve("backups/system.yaml"));
});

test("A backup's place that is absolute, or known at apply, is taken as it is", () => {
  const absolute = aStack();
  adopt(absolute, { backupFile: "/var/backups/system.yaml" });
  expect(resourceOf(absolute)).toMatchObject({ backup_file: "/var/backups/system.yaml" });
  const token = aStack();
  const file = new TerraformVariable(token, "file", { type: "string" }).stringValue;
  adopt(token, { backupFile: `${file}.yaml` });
  expect(resourceOf(token)).toMatchObject({ backup_file: "${var.file}.yaml" });
});

test("Uid, name and version are references that are known at apply", () => {
  const stack = aStack();
  const system = adopt(stack);
  for (const output of ["uid", "name", "version"] as const) {
    new TerraformOutput(stack, output, { value: system[output] });
  }
  expect(JSON.parse(Testing.synth(stack)).output).toEqual({
    uid: { value: "${palette_system_profile.system.id}" },
    name: { value: "${palette_system_profile.system.name}" },
    version: { value: "${palette_system_profile.system.version}" },
  });
});

test("A layer that is changed twice is refused at synth, in the words of a plan", () => {
  const stack = aStack();
  const system = adopt(stack);
  system.changeLayer("kubernetes", { overrides: { a: 1 } });
  system.changeLayer("kubernetes", { overrides: { b: 1 } });
  const layer = { name: "kubernetes", manifests: [] };
  const [problem] = validateProfile({ name: "enterprise-cluster", packs: [layer, layer], variables: [] });
  expect(problem!.code).toBe("DuplicateLayer");
  expect(() => resourceOf(stack)).toThrow(`[console/system] ${problem!.message}`);
});

test("Overrides that are not YAML are refused at synth, with their place", () => {
  const stack = aStack();
  adopt(stack).changeLayer("kubernetes", { overrides: "a: 1\nb: [\n" });
  expect(() => resourceOf(stack)).toThrow(
    /the overrides of layer "kubernetes" are not valid YAML \(line \d+, column \d+\)/,
  );
});

test("Rules for whole profiles are not asked of the few layers that are changed", () => {
  const stack = aStack();
  adopt(stack).changeLayer("kubernetes", { overrides: { a: "{{.spectro.var.of_palette}}" } });
  const layer = { name: "kubernetes", overrides: 'a: "{{.spectro.var.of_palette}}"\n', manifests: [] };
  const told = validateProfile({ name: "enterprise-cluster", packs: [layer], variables: [] });
  expect(told.map(({ code }) => code)).toContain("UndeclaredVariable");
  expect(resourceOf(stack).pack).toHaveLength(1);
});

test("Tokens are never refused, wherever they stand", () => {
  const stack = aStack();
  const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
  const system = adopt(stack, { name: text });
  system.changeLayer(text, { tag: text, overrides: { pack: { podCIDR: text } } });
  system.changeLayer("cni", { values: `a: ${text}: {` });
  expect(resourceOf(stack)).toMatchObject({
    name: "${var.text}",
    pack: [
      { name: "${var.text}", tag: "${var.text}", overrides: "pack:\n  podCIDR: ${jsonencode(var.text)}\n" },
      { values: "a: ${var.text}: {" },
    ],
  });
});
