import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateProfile } from "@palette-profiles/profiles";
import { TerraformStack, Testing } from "cdktf";
import { AppProfile, ClusterProfile, HelmChart, PaletteProvider, SystemProfile, Values } from "../index";

const before = process.cwd();
const UNDECLARED = "a: 1\nteam: '{{.spectro.var.team}}'\n";
let folder: string;
let stack: TerraformStack;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "palette-origins-"));
  process.chdir(folder);
  writeFileSync("base.yaml", UNDECLARED);
  writeFileSync("prod.yaml", "a: 2\n");
  writeFileSync("web.yaml", "pack:\n  namespace: Web\n");
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  stack = new TerraformStack(Testing.app(), "stack");
  new PaletteProvider(stack, "palette");
});

test("An error about values of a file has the plan's words, and the file with line and column behind them", () => {
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  profile.addPack({ name: "argo-cd", tag: "1.0.0", values: Values.fromFile("base.yaml") });
  const packs = [{ name: "argo-cd", tag: "1.0.0", values: UNDECLARED, manifests: [] }];
  const [problem] = validateProfile({ name: "add-ons", packs, variables: [] });
  expect(problem!.message).toContain('the values of layer "argo-cd" refer to the variable "team" (line 2, column 10)');
  expect(() => Testing.synth(stack, true)).toThrow(`[stack/add-ons] ${problem!.message} (base.yaml:2:10)`);
});

test("Of values that several files make, all are named", () => {
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  const values = Values.fromFile("base.yaml").overlay(Values.fromFile("prod.yaml")).overlay({ b: 1 });
  profile.addLayer(new HelmChart({ name: "web", tag: "1.0.0", registryName: "charts", overrides: values }));
  expect(() => Testing.synth(stack, true)).toThrow(/"team" \(line 2, column 10\).* \(base\.yaml with prod\.yaml\)/);
});

test("The file of a Helm chart's values is named without a line, since it stands further in", () => {
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  profile.addPack({ name: "web", tag: "1.0.0", values: Values.fromHelmValues("base.yaml", { chart: "web" }) });
  expect(() => Testing.synth(stack, true)).toThrow(/"team" \(line 4, column 14\).* \(base\.yaml\)/);
});

test("A manifest of a file, a tier and a layer of a system profile are told alike", () => {
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  profile.addManifest({ name: "team", content: Values.fromFile("base.yaml") });
  expect(() => Testing.synth(stack, true)).toThrow(/manifest "team" of layer "team" refers to .* \(base\.yaml:2:10\)/);

  const [app, system] = [new TerraformStack(Testing.app(), "app"), new TerraformStack(Testing.app(), "system")];
  const web = Values.fromFile("web.yaml");
  new AppProfile(app, "shop", { name: "shop" }).addHelmChart({ name: "web", tag: "1.0.0", values: web });
  SystemProfile.adopt(system, "system", { name: "palette" }).changeLayer("web", { overrides: web });
  for (const one of [app, system]) {
    expect(() => Testing.synth(one, true)).toThrow(/namespace "Web" .* \(web\.yaml:2:\d+\)/);
  }
});

test("A manifest may be values of a file, of several documents", () => {
  writeFileSync("two.yaml", "kind: Namespace\n---\nkind: Role # why\n");
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  profile.addManifest({ name: "team", content: Values.fromFile("two.yaml") });
  expect(JSON.parse(Testing.synth(stack, true)).resource.palette_cluster_profile["add-ons"].pack).toEqual([
    {
      name: "team",
      type: "manifest",
      manifest: [{ name: "team", content: "kind: Namespace\n---\nkind: Role # why\n" }],
    },
  ]);
});
