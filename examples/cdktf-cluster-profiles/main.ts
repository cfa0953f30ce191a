import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ClusterProfile, PaletteProvider, Variable } from "@palette-profiles/cdktf";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** Two profiles for clusters on AWS: what every cluster stands on, and what the platform team runs in it. */
class PlatformStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // Host, API key and project come from SPECTROCLOUD_HOST, SPECTROCLOUD_APIKEY and SPECTROCLOUD_PROJECT.
    new PaletteProvider(this, "palette");

    const infra = new ClusterProfile(this, "aws-infra", {
      name: "aws-infra",
      description: "What every cluster on AWS stands on",
      type: "infra",
      cloud: "aws",
      tags: ["team:platform"],
    });
    // From the machine up: operating system, Kubernetes, network, storage. Without values a pack's own hold.
    infra.addPack({ name: "ubuntu-aws", tag: "22.04" });
    infra.addPack({ name: "kubernetes", tag: "1.32.1" });
    infra.addPack({ name: "cni-calico", tag: "3.29.1" });
    infra.addPack({ name: "csi-aws-ebs", tag: "1.37.0" });

    const addOns = new ClusterProfile(this, "platform-add-ons", {
      name: "platform-add-ons",
      description: "Certificates, metrics, and deployment from Git",
      tags: ["team:platform"],
    });
    addOns.addPack({ name: "cert-manager", tag: "1.16.2" });
    // Values may be an object ...
    addOns.addPack({
      name: "prometheus-operator",
      tag: "66.3.1",
      values: {
        pack: { namespace: "monitoring" },
        charts: {
          "kube-prometheus-stack": {
            prometheus: { prometheusSpec: { retention: "30d" } },
            grafana: { adminPassword: "{{.spectro.var.grafana_password}}" },
          },
        },
      },
    });
    // ... or YAML, here of a file. Formatting and comments of it are not changes.
    addOns.addPack({ name: "argo-cd", tag: "7.8.2", values: read("values/argo-cd.yaml") });
    addOns.addVariable(
      new Variable({
        name: "grafana_password",
        displayName: "Grafana password",
        required: true,
        isSensitive: true,
      }),
    );

    new TerraformOutput(this, "aws_infra_uid", { value: infra.uid });
    new TerraformOutput(this, "platform_add_ons_uid", { value: addOns.uid });
  }
}

function read(file: string): string {
  return readFileSync(join(__dirname, file), "utf8");
}

const app = new App();
new PlatformStack(app, "platform");
app.synth();
