import { ClusterProfile, PackRegistry, PaletteProvider, Values, Variable } from "@palette-profiles/cdktf";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import { Observability } from "./observability";

const app = new App();
const stack = new TerraformStack(app, "platform");
new PaletteProvider(stack, "palette", { movedFrom: "spectrocloud" });

const registry = PackRegistry.fromName(stack, "public", { name: "Public Repo" });
const charts = PackRegistry.fromName(stack, "charts", { name: "Charts", type: "helm" });

const infra = new ClusterProfile(stack, "aws_infra", {
  name: "aws-infra",
  type: "infra",
  cloud: "aws",
  tags: ["team:platform"],
});
const aws = { "ubuntu-aws": "22.04", kubernetes: "1.32.1", "cni-calico": "3.29.1", "csi-aws-ebs": "1.37.0" };
for (const [name, tag] of Object.entries(aws)) infra.addPack({ name, tag, registry });

const addOns = new ClusterProfile(stack, "add_ons", {
  name: "platform-add-ons",
  description: "What runs in every cluster",
  version: "1.2.0",
  tags: ["team:platform"],
});
const replicas = addOns.addVariable(
  new Variable({ name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2", required: true }),
);
addOns.addPack({ name: "argo-cd", tag: "7.8.2", registry, values: Values.fromFile("values/argo-cd.yaml") });
addOns.addHelmChart({
  name: "podinfo",
  tag: "6.7.1",
  registry: charts,
  values: { pack: { namespace: "podinfo" }, charts: { podinfo: { replicaCount: replicas.ref } } },
});
addOns.addManifest({
  name: "namespaces",
  content: { apiVersion: "v1", kind: "Namespace", metadata: { name: "podinfo" } },
});

for (const team of ["payments", "search"]) {
  const profile = new ClusterProfile(stack, `team-${team}`, {
    name: `team-${team}`,
    movedFrom: `spectrocloud_cluster_profile.team["${team}"]`,
  });
  profile.addManifest({
    name: "namespace",
    content: { apiVersion: "v1", kind: "Namespace", metadata: { name: team } },
  });
}

new Observability(stack, "observability", { registry, retention: "30d" });

new TerraformOutput(stack, "add_ons_output", { value: addOns.uid }).overrideLogicalId("add_ons");

app.synth();
