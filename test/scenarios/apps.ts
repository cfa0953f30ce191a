import { join } from "node:path";
import type { Backend } from "./backend";
import type { AppConfig, Stack, TierConfig } from "./door";
import { type Scenario, well } from "./scenario";

const registryName = "Public Repo";

/** Stories on a server that lists Helm charts too. */
export const onApps = (stories: Scenario<"app">[]): Scenario<"app">[] =>
  stories.map((story) => ({ server: { seed: join(__dirname, "table/app/seed.yaml") }, ...story }));

/** A service of Palette's own. */
export const database = (size = "8", more: Partial<TierConfig> = {}): TierConfig => ({
  name: "db",
  type: "operator-instance",
  packName: "postgresql-operator",
  tag: "1.8.2",
  registryName,
  properties: { dbUserName: "shop", databaseName: "orders", databaseVolumeSize: size },
  ...more,
});
/** A service with a password, which Palette shows as `********`. */
export const cache = (password = "czNjcjN0LWNhbmFyeQ==", size = "2"): TierConfig => ({
  name: "cache",
  type: "operator-instance",
  packName: "redis-operator",
  tag: "6.2.12-1",
  properties: { redisVolumeSize: size },
  sensitiveProperties: { userPassword: password },
});

export const containerText = (image: string, more = "", comment = ""): string => `${comment}pack:
  namespace: "{{.spectro.system.appdeployment.tiername}}-ns"
containerService:
  serviceName: "{{.spectro.system.appdeployment.tiername}}-svc"
  image: ${image}
  access: private
  ports:
    - "8080"
${more}`;
const uses = (tier: string, variable: string): string => `  env:
    - name: HOST
      value: "{{.spectro.app.$appDeploymentName.${tier}.${variable}}}"
`;
/** A container that uses the database. */
export const api = (version = "1.4.0", more: Partial<TierConfig> = {}, comment = ""): TierConfig => ({
  name: "api",
  type: "container",
  tag: "1.0.2",
  registryName,
  values: containerText(`registry.example.com/api:${version}`, uses("db", "POSTGRESMSTR_SVC"), comment),
  ...more,
});
/** A container that uses the one before. */
export const ui: TierConfig = {
  name: "ui",
  type: "container",
  tag: "1.0.2",
  values: containerText("registry.example.com/ui:2.0.0", uses("api", "CONTAINER_SVC")),
};
/** A chart of a registry that Palette lists. */
export const web: TierConfig = {
  name: "web",
  type: "helm",
  tag: "2.0.0",
  registryName: "Public Charts",
  values: "pack:\n  namespace: web\ncharts:\n  web:\n    replicas: 2\n",
};
export const settings = (mode = "fast"): TierConfig => ({
  name: "settings",
  type: "manifest",
  manifests: [
    {
      name: "settings",
      content: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\ndata:\n  mode: ${mode}\n`,
    },
  ],
});

/** An app of a tier of every kind. */
export const shop = (more: Partial<AppConfig> = {}): AppConfig => ({
  name: "shop",
  version: "1.0.0",
  description: "Where things are sold",
  tags: ["team:shop", "managed"],
  tiers: [database(), api(), web, settings()],
  ...more,
});

/** Made as it is written, and nothing is planned after it. */
export async function settles(
  stack: Stack<"app">,
  config: AppConfig,
  action: "create" | "update" | "replace",
): Promise<void> {
  await well(stack.apply(config), action);
  await well(stack.plan(config), "none");
}

/** The tiers of the only app profile, in order. */
export async function tiersHeld(backend: Backend) {
  const held = await backend.appProfiles();
  expect(held).toHaveLength(1);
  return (held[0]?.tiers ?? []).map(({ metadata, spec }) => ({ uid: metadata?.uid, name: metadata?.name, ...spec }));
}
export const namesHeld = async (backend: Backend): Promise<(string | undefined)[]> =>
  (await tiersHeld(backend)).map(({ name }) => name);

/** The calls that changed an app profile, since the last `forget`. */
export const writesTo = async (backend: Backend): Promise<string[]> =>
  (await backend.calls()).filter((call) => !call.startsWith("GET ") && call.includes("/v1/appProfiles"));
