import { ClusterProfile } from "@palette-profiles/pulumi";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

/** Three packs for any cluster, in one version. Raise `version`, and Palette keeps the old one beside the new. */
const essentials = new ClusterProfile("essentials", {
  name: "cluster-essentials",
  version: "1.0.0",
  description: "Certificates, an ingress, and Argo CD for every cluster",
  tags: ["team:platform"],
  packs: [
    // Without values a pack's own hold.
    { name: "cert-manager", tag: "1.16.2" },
    {
      name: "nginx",
      tag: "1.11.4",
      values: `
charts:
  ingress-nginx:
    controller:
      replicaCount: 3
`,
    },
    {
      name: "argo-cd",
      tag: "7.8.2",
      values: `
pack:
  namespace: argocd
charts:
  argo-cd:
    server:
      replicas: 2 # try a comment here: it is no change
    configs:
      adminPassword: "{{.spectro.var.argocd_password}}"
`,
    },
  ],
  profileVariables: {
    variables: [
      {
        name: "argocd_password",
        displayName: "Argo CD's admin password",
        isSensitive: true,
        // A default is always a secret: encrypted in the state, hidden in previews.
        defaultValue: config.getSecret("argocdPassword") ?? "change-me",
      },
    ],
  },
});

/** What clusters refer to: the uid of the current version. */
export const uid = essentials.uid;
/** Every version that this stack has made. */
export const versions = essentials.versions;
