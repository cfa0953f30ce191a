import { join } from "node:path";
import { ADMINISTRATOR, type Backend } from "./backend";
import type { SystemConfig, SystemLayerConfig } from "./door";
import type { Scenario } from "./scenario";

export const CREDENTIALS = {
  SPECTROCLOUD_SYSTEM_EMAIL: ADMINISTRATOR.email,
  SPECTROCLOUD_SYSTEM_PASSWORD: ADMINISTRATOR.password,
};

/** Stories on a server that has a system profile, told by a system administrator unless one says otherwise. */
export const onSystem = (stories: Scenario<"system">[]): Scenario<"system">[] =>
  stories.map((story) => ({
    server: { seed: join(__dirname, "table/system/seed.yaml") },
    environment: CREDENTIALS,
    ...story,
  }));

/** What the user wants of Kubernetes: addresses of pods that are their own. */
export const ours = (podCIDR = "100.64.0.0/16", more: Partial<SystemLayerConfig> = {}): SystemLayerConfig => ({
  name: "kubernetes",
  overrides: `pack:\n  podCIDR: "${podCIDR}"\n  serviceClusterIpRange: "100.96.0.0/12"\n`,
  ...more,
});

/** The system profile of the seed, under management. */
export const enterprise = (more: Partial<SystemConfig> = {}): SystemConfig => ({
  name: "palette-enterprise",
  packs: [ours()],
  ...more,
});
export const guarded = (more: Partial<SystemConfig> = {}): SystemConfig => enterprise({ allowUpdate: true, ...more });

/** A layer of the system profile, as Palette holds it. */
export async function layerHeld(backend: Backend, name = "kubernetes") {
  const layer = (await backend.systemProfile()).spec?.published?.packs?.find((pack) => pack.name === name);
  return { tag: layer?.tag ?? "", values: layer?.values ?? "" };
}

/** All that Palette holds of the system profile's layers, to be compared. */
export async function layersHeld(backend: Backend): Promise<unknown> {
  const { spec } = await backend.systemProfile();
  return spec?.published?.packs;
}
