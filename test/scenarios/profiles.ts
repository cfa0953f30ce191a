import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { LayerConfig, ProfileConfig } from "./door";

/** Real packs, as Spectro Cloud publishes them; beside the repository, not in it. */
export const REAL_PACKS = resolve(__dirname, "../../../shared/palette/packs");
/** A real pack's values, such as those of `thanos-17.6.0`: 289 KB. */
export const realValues = (folder: string): string => readFileSync(join(REAL_PACKS, folder, "values.yaml"), "utf8");

export const argoValues = (replicas: number, comment = ""): string => `${comment}pack:
  namespace: argocd
charts:
  argo-cd:
    server:
      replicas: ${replicas}
    redis:
      enabled: true
`;

const registryName = "Public Repo";
export const argo = (replicas = 1, comment = ""): LayerConfig => ({
  name: "argo-cd",
  tag: "7.7.5",
  registryName,
  values: argoValues(replicas, comment),
});
export const certManager: LayerConfig = { name: "cert-manager", tag: "1.16.2", registryName };
export const nginx: LayerConfig = {
  name: "nginx",
  tag: "1.11.4",
  registryName,
  values: "charts:\n  nginx:\n    replicas: 2\n",
};
export const namespaces: LayerConfig = {
  name: "namespaces",
  type: "manifest",
  manifests: [{ name: "team-a", content: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n" }],
};

/** An add-on profile of three packs and a manifest, one of the packs with its own default values. */
export const addons = (more: Partial<ProfileConfig> = {}): ProfileConfig => ({
  name: "platform-addons",
  version: "1.0.0",
  description: "What every cluster gets",
  tags: ["team:platform", "managed"],
  packs: [argo(), certManager, nginx, namespaces],
  ...more,
});
