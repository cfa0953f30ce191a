import { readFileSync } from "node:fs";
import { ClusterProfile } from "@palette-profiles/pulumi";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

/**
 * What the platform team runs in every cluster, for all projects of the tenant, in one version. Raise `version`, and
 * Palette keeps the old one beside the new.
 */
const addOns = new ClusterProfile("platform-add-ons", {
  name: "platform-add-ons",
  version: "1.0.0",
  context: "tenant",
  description: "Certificates, metrics, and deployment from Git",
  tags: ["team:platform"],
  packs: [
    // Without values a pack's own hold.
    { name: "cert-manager", tag: "1.16.2" },
    {
      name: "prometheus-operator",
      tag: "66.3.1",
      values: `
pack:
  namespace: monitoring
charts:
  kube-prometheus-stack:
    prometheus:
      prometheusSpec:
        retention: 30d # try a comment here: it is no change
    grafana:
      adminPassword: "{{.spectro.var.grafana_password}}"
`,
    },
    { name: "argo-cd", tag: "7.8.2", values: readFileSync("values/argo-cd.yaml", "utf8") },
  ],
  profileVariables: {
    variables: [
      {
        name: "grafana_password",
        displayName: "Grafana password",
        isSensitive: true,
        // A default is always a secret: encrypted in the state, hidden in previews.
        defaultValue: config.getSecret("grafanaPassword") ?? "change-me",
      },
    ],
  },
});

/** What clusters refer to: the uid of the current version. */
export const uid = addOns.uid;
/** Every version that this stack has made. */
export const versions = addOns.versions;
