// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { TerraformOutput, type TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import {
  AppProfile,
  ClusterProfile,
  Container,
  HelmChart,
  Manifest,
  OperatorService,
  Pack,
  PaletteProvider,
  ProfileVersion,
  SystemProfile,
  Values,
  Variable,
} from "./index";
import { stackWith } from "./providers/stacks.test-support";

/** All constructs, every kind of layer, variable and tier, and tokens between them. */
function wholeStack(): TerraformStack {
  const stack = stackWith({ host: "palette.example.com", retryAttempts: 2 });
  const apiKey = new TerraformVariable(stack, "api_key", { type: "string", sensitive: true }).stringValue;
  const tenant = new PaletteProvider(stack, "tenant", { alias: "tenant", apiKey });
  const infra = new ClusterProfile(stack, "infra", {
    name: "aws-infra",
    version: "1.4.0",
    description: 'The "base" of ${our} clusters',
    type: "infra",
    cloud: "aws",
    context: "tenant",
    tags: ["team:platform", "env:prod"],
    provider: tenant,
    skipDestroy: true,
    versionPolicy: "in_place",
    retainVersions: 3,
    adopt: true,
    timeouts: { create: "5m" },
    layers: [
      new Pack({ name: "ubuntu-aws", tag: "22.04" }),
      new Pack({ name: "kubernetes", tag: "1.32.1", overrides: { pack: { podCIDR: "100.64.0.0/16" } } }),
      new Pack({ name: "cni-calico", tag: "3.29.x", type: "oci", registryName: "mirror" }),
      new Pack({
        name: "csi-aws-ebs",
        tag: "1.37.0",
        values: "zone: '{{.spectro.var.zone}}' # \\d \"ours\"\n\nscript: |\n  echo ${HOME}\n",
      }),
    ],
    variables: [Variable.string({ name: "zone", regex: "^[a-c]\\d$", defaultValue: "a1" })],
  });
  const team = new Construct(stack, "team");
  const addOns = new ClusterProfile(team, "add-ons", { name: "team-add-ons" });
  const size = addOns.addVariable(Variable.dropdown({ name: "size", options: [{ value: "s" }, { value: "l" }] }));
  addOns.addHelmChart({
    name: "podinfo",
    tag: "6.7.1",
    registryName: "charts",
    values: Values.fromYaml("# ours\ncharts:\n  podinfo:\n    replicas: 1\n").overlay({
      charts: { podinfo: { infra: infra.uid, size: size.ref } },
    }),
  });
  addOns.addManifest({
    name: "base",
    content: [{ kind: "Namespace", metadata: { name: "web" } }, { kind: "ResourceQuota" }],
    manifests: [{ name: "note", content: "note: '${not} a template'\n" }],
  });
  const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true }).stringValue;
  const db = OperatorService.mysql({ name: "db", rootPassword: password, volumeSize: 8 });
  const api = new Container({ name: "api", image: "api:1", ports: [8080], env: { DB: db.service, INFRA: infra.uid } });
  new AppProfile(stack, "shop", {
    name: "shop",
    tiers: [
      db,
      api,
      new HelmChart({ name: "queue", chart: "nats", tag: "1.2.3", values: { replicas: 3 } }),
      new Manifest({
        name: "config",
        content: { kind: "ConfigMap", metadata: { namespace: "web" }, data: { API: api.service } },
      }),
    ],
  });
  SystemProfile.adopt(stack, "system", {
    name: "palette-enterprise",
    allowUpdate: true,
    backupFile: "/var/backups/system.yaml",
    changes: { kubernetes: { overrides: { pack: { podCIDR: "100.64.0.0/18" } }, overwrite: ["pack.podCIDR"] } },
  });
  const baseline = ProfileVersion.fromName(stack, "baseline", { name: "security", version: "1.2.0" });
  new TerraformOutput(stack, "uids", { value: [infra.uid, addOns.uid, baseline.uid] });
  return stack;
}

test("A whole stack is the Terraform that it was", () => {
  expect(JSON.parse(Testing.synth(wholeStack(), true))).toMatchSnapshot();
});

test("A whole stack is the HCL that it was", () => {
  expect(Testing.synthHcl(wholeStack(), true)).toMatchSnapshot();
});
