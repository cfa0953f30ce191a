import { manifest, PlatformStack, pack, reference, variable } from "@palette-profiles/pulumi";
import type { ArgoCdValues } from "./generated/argo-cd";
import { releases } from "./releases";

/** Copies of Argo CD's API, which each cluster may set for itself. */
const replicas = variable({
  name: "argo_replicas",
  displayName: "Copies of the Argo CD API",
  format: "number",
  defaultValue: 2,
});

/**
 * The platform of a stage in a release: what clusters stand on, and two profiles of add-ons. All three have the release's
 * version, so promoting is one word in the stage's configuration.
 * @throws where there is no such release.
 */
export function platformOf(stage: string, version: string): PlatformStack {
  const release = releases[version];
  if (release === undefined) {
    throw new Error(`There is no release "${version}": releases.ts has ${Object.keys(releases).join(", ")}.`);
  }
  const released = { immutableVersions: true };
  return new PlatformStack("platform", {
    version,
    tags: [`stage:${stage}`, "team:platform"],
    infra: {
      ...released,
      name: `${stage}-infra`,
      cloud: "aws",
      os: pack({ name: "ubuntu-aws", tag: "22.04" }),
      kubernetes: pack({ name: "kubernetes", tag: release.kubernetes }),
      network: pack({ name: "cni-calico", tag: "3.29.1" }),
      storage: pack({ name: "csi-aws-ebs", tag: "1.37.0" }),
    },
    addons: [
      {
        ...released,
        name: `${stage}-security`,
        packs: [
          pack({ name: "cert-manager", tag: "1.16.2" }),
          manifest({
            name: "restricted",
            content: {
              apiVersion: "v1",
              kind: "Namespace",
              metadata: { name: "apps", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
            },
          }),
        ],
      },
      {
        ...released,
        name: `${stage}-delivery`,
        packs: [
          // A slip in a key of these is an error of the compiler.
          pack<ArgoCdValues>({
            name: "argo-cd",
            tag: release.argoCd,
            overrides: { charts: { "argo-cd": { server: { replicas: reference(replicas) } } } },
          }),
        ],
        profileVariables: { variables: [replicas] },
      },
    ],
  });
}
