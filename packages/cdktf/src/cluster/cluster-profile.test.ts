// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { validateProfile } from "@palette-profiles/profiles";
import { Aspects, TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import type { Construct } from "constructs";
import {
  ClusterProfile,
  type ClusterProfileProps,
  Container,
  HelmChart,
  type ILayer,
  l1,
  Manifest,
  Pack,
  PaletteProvider,
  Variable,
} from "../index";

const TYPE = l1.clusterProfile.ClusterProfile.tfResourceType;

function aStack(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "platform");
  new PaletteProvider(stack, "palette");
  return stack;
}

function resourcesOf(stack: TerraformStack): Record<string, Record<string, unknown>> {
  return JSON.parse(Testing.synth(stack, true)).resource[TYPE];
}

test("A profile of its name alone says nothing more, so that Palette's defaults hold", () => {
  const stack = aStack();
  new ClusterProfile(stack, "add-ons", { name: "platform-add-ons" });
  expect(resourcesOf(stack)).toEqual({ "add-ons": { name: "platform-add-ons" } });
});

test("Packs, Helm charts and manifests stand in the order in which they are added", () => {
  const stack = aStack();
  const profile = new ClusterProfile(stack, "profile", { name: "platform" });
  profile.addPack({ name: "cert-manager", tag: "1.16.2" });
  profile.addManifest({ name: "namespaces", content: { kind: "Namespace", metadata: { name: "web" } } });
  profile.addHelmChart({ name: "podinfo", tag: "6.7.1", registryName: "podinfo-charts" });
  profile.addPack({ name: "argo-cd", tag: "7.8.2" });
  expect(resourcesOf(stack).profile!.pack).toEqual([
    { name: "cert-manager", tag: "1.16.2" },
    {
      name: "namespaces",
      type: "manifest",
      manifest: [{ name: "namespaces", content: "kind: Namespace\nmetadata:\n  name: web\n" }],
    },
    { name: "podinfo", tag: "6.7.1", registry_name: "podinfo-charts", type: "helm" },
    { name: "argo-cd", tag: "7.8.2" },
  ]);
});

test("Layers and variables given as props stand before those that are added, and come to the same", () => {
  const stack = aStack();
  const argo = { name: "argo-cd", tag: "7.8.2" };
  const chart = { name: "podinfo", tag: "6.7.1" };
  const roles = { name: "roles", content: "kind: Role\n" };
  const variables = [new Variable({ name: "team", hidden: true }), new Variable({ name: "region" })];
  const given = new ClusterProfile(stack, "given", {
    name: "platform",
    layers: [new Pack(argo), new HelmChart(chart)],
    variables: variables.slice(0, 1),
  });
  given.addManifest(roles);
  given.addVariable(variables[1]!);
  const added = new ClusterProfile(stack, "added", { name: "platform" });
  added.addPack(argo);
  added.addHelmChart(chart);
  added.addLayer(new Manifest(roles));
  for (const variable of variables) added.addVariable(variable);
  const resources = resourcesOf(stack);
  expect(resources.given!.pack).toMatchObject([argo, chart, { name: "roles" }]);
  expect(resources.given).toEqual(resources.added);
});

test("A team's own class may bring layers, and those who use it add theirs on top", () => {
  class Baseline extends ClusterProfile {
    constructor(scope: Construct, id: string, props: ClusterProfileProps) {
      const secrets = new Pack({ name: "external-secrets", tag: "0.12.1" });
      super(scope, id, { tags: ["team:platform"], ...props, layers: [secrets, ...(props.layers ?? [])] });
      this.resource.addOverride("lifecycle.prevent_destroy", true);
    }
  }
  const stack = aStack();
  new Baseline(stack, "profile", { name: "web" }).addPack({ name: "argo-cd", tag: "7.8.2" });
  expect(resourcesOf(stack).profile).toMatchObject({
    tags: ["team:platform"],
    pack: [{ name: "external-secrets" }, { name: "argo-cd" }],
    lifecycle: { prevent_destroy: true },
  });
});

test.each([
  ["undefined", undefined, "is undefined"],
  ["a plain object", { name: "argo-cd", tag: "7.8.2" }, "is a plain object"],
  ["a tier of app profiles", new Container({ name: "api", image: "api:1" }), "is of the class Container"],
  ["a text", "argo-cd", 'is the string "argo-cd"'],
])("From JavaScript, %s among the layers is an error that says what belongs there", (_, given: unknown, is) => {
  const layers = [new Pack({ name: "nginx", tag: "1.11.4" }), given as ILayer];
  expect(() => new ClusterProfile(aStack(), "profile", { name: "platform", layers })).toThrow(
    `WrongKind: layer 2 of "platform/profile" ${is}; give a Pack, a HelmChart or a Manifest, or leave it out`,
  );
});

test("From JavaScript, a plain object as a variable is an error that says what belongs there", () => {
  const profile = new ClusterProfile(aStack(), "profile", { name: "platform" });
  expect(() => profile.addVariable({ name: "team" } as Variable)).toThrow(
    'WrongKind: variable 1 of "platform/profile" is a plain object; give a Variable, or leave it out',
  );
});

test("Values that are YAML keep every character", () => {
  const stack = aStack();
  const values = '# spectrocloud.com/enabled-presets: Ingress:disable-ingress\npack:\n   namespace: "argocd"\n\n';
  new ClusterProfile(stack, "profile", { name: "platform" }).addPack({ name: "argo-cd", tag: "7.8.2", values });
  expect(resourcesOf(stack).profile!.pack).toEqual([{ name: "argo-cd", tag: "7.8.2", values }]);
});

test("Overrides are YAML or an object, and are checked at synth as values are", () => {
  const stack = aStack();
  const profile = new ClusterProfile(stack, "profile", { name: "platform" });
  profile.addPack({ name: "argo-cd", tag: "7.8.2", overrides: { charts: { "argo-cd": { enabled: "yes" } } } });
  profile.addHelmChart({ name: "podinfo", tag: "6.7.1", overrides: "replicas: 2 # two\n" });
  expect(resourcesOf(stack).profile!.pack).toEqual([
    { name: "argo-cd", tag: "7.8.2", overrides: 'charts:\n  argo-cd:\n    enabled: "yes"\n' },
    { name: "podinfo", tag: "6.7.1", type: "helm", overrides: "replicas: 2 # two\n" },
  ]);
  profile.addPack({ name: "nginx", tag: "1.11.4", overrides: "a: [" });
  expect(() => Testing.synth(stack, true)).toThrow('the overrides of layer "nginx" are not valid YAML');
});

test("A manifest layer holds its own manifest first, then those with names of their own", () => {
  const stack = aStack();
  new ClusterProfile(stack, "profile", { name: "platform" }).addManifest({
    name: "base",
    content: [{ kind: "Namespace" }, { kind: "Quota" }],
    manifests: [{ name: "roles", content: "kind: Role\n" }],
    values: { pack: { namespace: "web" } },
  });
  expect(resourcesOf(stack).profile!.pack).toEqual([
    {
      name: "base",
      type: "manifest",
      values: "pack:\n  namespace: web\n",
      manifest: [
        { name: "base", content: "kind: Namespace\n---\nkind: Quota\n" },
        { name: "roles", content: "kind: Role\n" },
      ],
    },
  ]);
});

test("A shell variable in a manifest is text, and not a Terraform template", () => {
  const stack = aStack();
  const content = "command: echo ${HOME}\n";
  new ClusterProfile(stack, "profile", { name: "platform" }).addManifest({ name: "job", content });
  expect(resourcesOf(stack).profile!.pack).toMatchObject([{ manifest: [{ content: "command: echo $${HOME}\n" }] }]);
});

test("A variable is shown by its name unless it has a display name, and so is an option by its value", () => {
  const stack = aStack();
  const profile = new ClusterProfile(stack, "profile", { name: "platform" });
  profile.addVariable(
    new Variable({
      name: "region",
      inputType: "dropdown",
      options: [{ value: "eu" }, { value: "us", label: "US" }],
    }),
  );
  profile.addVariable(
    new Variable({ name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2", hidden: true }),
  );
  expect(resourcesOf(stack).profile!.profile_variables).toEqual({
    variable: [
      {
        name: "region",
        display_name: "region",
        input_type: "dropdown",
        options: [
          { value: "eu", label: "eu" },
          { value: "us", label: "US" },
        ],
      },
      { name: "replicas", display_name: "Replicas", format: "number", default_value: "2", hidden: true },
    ],
  });
});

test("Uid, name and version are references that are known at apply", () => {
  const stack = aStack();
  const profile = new ClusterProfile(stack, "add-ons", { name: "platform", version: "1.2.0" });
  for (const output of ["uid", "name", "version"] as const)
    new TerraformOutput(stack, output, { value: profile[output] });
  expect(JSON.parse(Testing.synth(stack)).output).toEqual({
    uid: { value: "${palette_cluster_profile.add-ons.id}" },
    name: { value: "${palette_cluster_profile.add-ons.name}" },
    version: { value: "${palette_cluster_profile.add-ons.version}" },
  });
});

test("One profile's uid may stand in another's values", () => {
  const stack = aStack();
  const base = new ClusterProfile(stack, "base", { name: "base" });
  const profile = new ClusterProfile(stack, "profile", { name: "platform" });
  profile.addPack({ name: "argo-cd", tag: "7.8.2", values: `base: ${base.uid}\n` });
  profile.addPack({ name: "cert-manager", tag: "1.16.2", values: { base: base.uid } });
  expect(resourcesOf(stack).profile!.pack).toMatchObject([
    { values: "base: ${palette_cluster_profile.base.id}\n" },
    { values: "base: ${jsonencode(palette_cluster_profile.base.id)}\n" },
  ]);
});

test("A duplicate layer is refused at synth, in the words of a plan", () => {
  const stack = aStack();
  const profile = new ClusterProfile(stack, "add-ons", { name: "platform" });
  profile.addPack({ name: "argo-cd", tag: "7.8.2" });
  profile.addPack({ name: "argo-cd", tag: "7.7.5" });
  const layer = { name: "argo-cd", manifests: [] };
  const [problem] = validateProfile({ name: "platform", packs: [layer, layer], variables: [] });
  expect(problem!.code).toBe("DuplicateLayer");
  expect(() => Testing.synth(stack, true)).toThrow(`[platform/add-ons] ${problem!.message}`);
});

test("Values that are not YAML are refused at synth, with their place", () => {
  const stack = aStack();
  const profile = new ClusterProfile(stack, "add-ons", { name: "platform" });
  profile.addPack({ name: "argo-cd", tag: "7.8.2", values: "a: 1\nb: [\n" });
  expect(() => Testing.synth(stack, true)).toThrow(
    /the values of layer "argo-cd" are not valid YAML \(line \d+, column \d+\)/,
  );
});

test("Tokens are never refused, wherever they stand", () => {
  const stack = aStack();
  const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
  const list = new TerraformVariable(stack, "list", { type: "list(string)" }).listValue;
  const profile = new ClusterProfile(stack, "profile", {
    name: text,
    version: text,
    type: text,
    context: text,
    tags: list,
  });
  profile.addPack({ name: text, tag: text, values: `a: ${text}: {` });
  profile.addPack({ name: text, tag: text, manifests: [{ name: text, content: `${text}: [` }] });
  profile.addVariable(new Variable({ name: text, defaultValue: text }));
  profile.addVariable(new Variable({ name: text, displayName: "Other" }));
  expect(resourcesOf(stack).profile).toMatchObject({ name: "${var.text}", tags: "${var.list}" });
});

test("The generated resource is at hand where the construct falls short", () => {
  const stack = aStack();
  const profile = new ClusterProfile(stack, "profile", { name: "platform" });
  (profile.node.defaultChild as l1.clusterProfile.ClusterProfile).addOverride("lifecycle.prevent_destroy", true);
  expect(resourcesOf(stack).profile).toEqual({ name: "platform", lifecycle: { prevent_destroy: true } });
});

test("Aspects see every layer", () => {
  const stack = aStack();
  new ClusterProfile(stack, "profile", { name: "platform" }).addPack({ name: "argo-cd", tag: "7.8.2" });
  const seen: unknown[] = [];
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof l1.clusterProfile.ClusterProfile) seen.push(node.packInput);
    },
  });
  Testing.synth(stack);
  expect(seen).toEqual([[expect.objectContaining({ name: "argo-cd" })]]);
});

test("A hundred profiles of eight layers synthesise in less than three seconds of processor time", () => {
  const stack = aStack();
  const values = `charts:\n${Array.from({ length: 100 }, (_, n) => `  key${n}: "value ${n}" # of many\n`).join("")}`;
  // Processor time, since others may use the machine.
  const start = process.cpuUsage();
  for (let n = 0; n < 100; n++) {
    const profile = new ClusterProfile(stack, `profile-${n}`, { name: `profile-${n}` });
    for (let layer = 0; layer < 8; layer++) {
      profile.addPack({ name: `pack-${layer}`, tag: "1.0.0", values: `# ${n}/${layer}\n${values}` });
    }
  }
  expect(Object.keys(resourcesOf(stack))).toHaveLength(100);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(3);
});
