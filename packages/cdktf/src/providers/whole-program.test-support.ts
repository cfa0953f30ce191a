import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import {
  AppProfile,
  ClusterProfile,
  OperatorService,
  PaletteProvider,
  type PaletteProviderProps,
  Variable,
} from "../index";

/**
 * A program of all that profiles can be made of with either provider, in the root of the stack and in a construct.
 * Needs the registry "Public Charts" with the chart "web", and "Our OCI", an OCI registry, with the pack "gateway".
 */
export function wholeProgram(props: PaletteProviderProps): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "platform");
  new PaletteProvider(stack, "palette", props);
  profiles(stack, "");
  profiles(new Construct(stack, "team"), "team-");
  return stack;
}

function profiles(scope: Construct, prefix: string): void {
  const web = new ClusterProfile(scope, "web", {
    name: `${prefix}web`,
    version: "1.2.0",
    description: "Everything for the web",
    tags: ["team:web", "shared"],
  });
  web.addPack({ name: "argo-cd", tag: "7.7.5", registryName: "Public Repo", values: { pack: { namespace: "argo" } } });
  web.addPack({ name: "cert-manager", tag: "1.16.2" });
  web.addPack({
    name: "nginx",
    tag: "1.11.4",
    values: "charts:\n  nginx:\n    replicas: '{{.spectro.var.replicas}}' # of each\n",
    manifests: [{ name: "settings", content: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" } } }],
  });
  web.addPack({ name: "gateway", tag: "0.3.1", type: "oci", registryName: "Our OCI" });
  web.addHelmChart({ name: "web", tag: "2.0.0", registryName: "Public Charts" });
  web.addManifest({ name: "spaces", content: namespaces("web", "word"), values: { pack: { namespace: "web" } } });
  web.addVariable(
    new Variable({ name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2", required: true }),
  );
  web.addVariable(
    new Variable({ name: "word", inputType: "dropdown", defaultValue: "a", options: [{ value: "a", label: "A" }] }),
  );

  const registryName = "Public Repo";
  const shop = new AppProfile(scope, "shop", { name: `${prefix}shop`, description: "The shop", tags: ["team:web"] });
  const database = { databaseName: "shop", userName: "shopper", volumeSize: 8 };
  const db = shop.addService(OperatorService.postgres({ name: "db", ...database, registryName }));
  shop.addService(OperatorService.redis({ name: "cache", password: "aHVudGVyMg==", volumeSize: 2, registryName }));
  shop.addContainer({
    name: "api",
    image: "ghcr.io/example/shop-api:1.4.0",
    ports: [8080],
    env: { DB_HOST: db.service },
    packTag: "1.0.2",
    packRegistryName: registryName,
    installOrder: 1,
  });
  shop.addHelmChart({ name: "front", chart: "web", tag: "2.0.0", registryName: "Public Charts", installOrder: 2 });
  shop.addManifest({ name: "spaces", content: namespaces("shop", "shop-db"), installOrder: 3 });
}

function namespaces(...names: string[]): object[] {
  const labels = { word: "{{.spectro.var.word}}" };
  return names.map((name) => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: name === "word" ? { name, labels } : { name },
  }));
}
