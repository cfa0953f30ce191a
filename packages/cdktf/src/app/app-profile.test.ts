// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { containerValues, validateAppProfile } from "@palette-profiles/profiles";
import { Aspects, TerraformOutput, TerraformStack, Testing } from "cdktf";
import { AppProfile, type AppTier, Container, l1, OperatorService, Pack, PaletteProvider } from "../index";

const TYPE = l1.appProfile.AppProfile.tfResourceType;
const POSTGRES = { name: "db", databaseName: "shop", userName: "shop", volumeSize: 8 };

function aStack(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "apps");
  new PaletteProvider(stack, "palette");
  return stack;
}

function aProfile(stack: TerraformStack): AppProfile {
  return new AppProfile(stack, "shop", { name: "shop" });
}

type Tier = Record<string, unknown> & { values: string };

function resourceOf(stack: TerraformStack): Record<string, unknown> & { pack: Tier[] } {
  return JSON.parse(Testing.synth(stack, true)).resource[TYPE].shop;
}

test("Tiers of every kind stand in the order in which they are added", () => {
  const stack = aStack();
  const shop = aProfile(stack);
  shop.addService(OperatorService.postgres(POSTGRES));
  shop.addHelmChart({ name: "queue", chart: "nats", tag: "1.2.3", registryName: "charts", values: { replicas: 3 } });
  shop.addManifest({ name: "config", content: { kind: "ConfigMap" }, installOrder: 1 });
  shop.addContainer({ name: "api", image: "nginx:1.27" });
  expect(resourceOf(stack).pack).toEqual([
    {
      name: "db",
      type: "operator-instance",
      pack_name: "postgresql-operator",
      tag: "1.8.2",
      properties: { databaseName: "shop", dbUserName: "shop", databaseVolumeSize: "8" },
    },
    {
      name: "queue",
      type: "helm",
      pack_name: "nats",
      tag: "1.2.3",
      registry_name: "charts",
      values: "replicas: 3\n",
    },
    {
      name: "config",
      type: "manifest",
      install_order: 1,
      manifest: [{ name: "config", content: "kind: ConfigMap\n" }],
    },
    { name: "api", type: "container", values: containerValues({ image: "nginx:1.27" }) },
  ]);
});

test("Tiers given as props stand before those that are added", () => {
  const stack = aStack();
  const db = OperatorService.postgres(POSTGRES);
  const api = new Container({ name: "api", image: "api:1", env: { DB: db.service } });
  const shop = new AppProfile(stack, "shop", { name: "shop", tiers: [db, api] });
  shop.addContainer({ name: "ui", image: "ui:1", env: { API: api.service } });
  expect(resourceOf(stack).pack.map(({ name }) => name)).toEqual(["db", "api", "ui"]);
});

test("From JavaScript, a layer of cluster profiles among the tiers is an error that says what belongs there", () => {
  const pack: unknown = new Pack({ name: "argo-cd", tag: "7.8.2" });
  expect(() => aProfile(aStack()).addTier(pack as AppTier)).toThrow(
    'WrongKind: tier 1 of "apps/shop" is of the class Pack; give a Container, an OperatorService, a HelmChart or a Manifest, or leave it out',
  );
});

test("A profile says of itself what it is told, and nothing more", () => {
  const stack = aStack();
  new AppProfile(stack, "shop", {
    name: "shop",
    version: "1.4.0",
    context: "tenant",
    description: "The ${shop}",
    tags: ["team:web"],
    versionPolicy: "new",
    immutableVersions: true,
    retainVersions: 3,
    adopt: true,
    skipDestroy: true,
    timeouts: { create: "5m" },
  }).addManifest({ name: "config", content: "kind: ConfigMap\n" });
  const { pack, ...said } = resourceOf(stack);
  expect(pack).toHaveLength(1);
  expect(said).toEqual({
    name: "shop",
    version: "1.4.0",
    context: "tenant",
    description: "The $${shop}",
    tags: ["team:web"],
    version_policy: "new",
    immutable_versions: true,
    retain_versions: 3,
    adopt: true,
    skip_destroy: true,
    timeouts: { create: "5m" },
  });
});

test("Outputs of a tier stand in a later one as Palette and Terraform both take them", () => {
  const stack = aStack();
  const shop = aProfile(stack);
  const db = shop.addService(OperatorService.postgres(POSTGRES));
  const api = shop.addContainer({
    name: "api",
    image: "api:1",
    ports: [8080],
    env: { DB: db.output("POSTGRESMSTR_SVC") },
  });
  shop.addContainer({ name: "ui", image: "ui:1", env: { API: `http://${api.service}:${api.port}/\${path}` } });
  shop.addManifest({ name: "config", content: { kind: "Secret", stringData: { password: db.password } } });
  const [, apiTier, uiTier, config] = resourceOf(stack).pack;
  expect(apiTier!.values).toContain('value: "{{.spectro.app.$appDeploymentName.db.POSTGRESMSTR_SVC}}"\n');
  // Only what looks like a template of Terraform's is escaped: the dollar sign of the deployment's name is not.
  expect(uiTier!.values).toContain(
    "value: http://{{.spectro.app.$appDeploymentName.api.CONTAINER_SVC}}:{{.spectro.app.$appDeploymentName.api.CONTAINER_SVC_PORT}}/$${path}\n",
  );
  expect(config!.manifest).toEqual([
    {
      name: "config",
      content: 'kind: Secret\nstringData:\n  password: "{{.spectro.app.$appDeploymentName.db.PASSWORD}}"\n',
    },
  ]);
});

test("An output of a tier that comes later is refused at synth, in the words of a plan", () => {
  const stack = aStack();
  const shop = aProfile(stack);
  const other = new AppProfile(stack, "other", { name: "other" });
  const db = other.addService(OperatorService.postgres(POSTGRES));
  shop.addContainer({ name: "api", image: "api:1", env: { DB: db.service } });
  shop.addService(OperatorService.postgres(POSTGRES));
  const api = { image: "api:1", env: { DB: db.service } };
  const [problem] = validateAppProfile({
    name: "shop",
    tiers: [
      { name: "api", type: "container", values: containerValues(api), manifests: [] },
      { name: "db", type: "operator-instance", packName: "postgresql-operator", tag: "1.8.2", manifests: [] },
    ],
  });
  expect(problem).toMatchObject({ code: "LaterTier", severity: "error" });
  expect(() => resourceOf(stack)).toThrow(`[apps/shop] ${problem!.message}`);
});

test("A profile without tiers, and two tiers of a name, are refused at synth", () => {
  const empty = aStack();
  aProfile(empty);
  expect(() => resourceOf(empty)).toThrow("the profile has no tiers");
  const stack = aStack();
  const shop = aProfile(stack);
  shop.addContainer({ name: "api", image: "a:1" });
  shop.addContainer({ name: "api", image: "a:2" });
  expect(() => resourceOf(stack)).toThrow(/tiers 1 and 2 are both "?.*api/);
});

test("Uid, name and version are references that are known at apply", () => {
  const stack = aStack();
  const shop = aProfile(stack);
  shop.addContainer({ name: "api", image: "a:1" });
  for (const output of ["uid", "name", "version"] as const) {
    new TerraformOutput(stack, output, { value: shop[output] });
  }
  expect(JSON.parse(Testing.synth(stack)).output).toEqual({
    uid: { value: "${palette_app_profile.shop.id}" },
    name: { value: "${palette_app_profile.shop.name}" },
    version: { value: "${palette_app_profile.shop.version}" },
  });
});

test("Aspects see every tier, and the generated resource is at hand", () => {
  const stack = aStack();
  const shop = aProfile(stack);
  shop.addContainer({ name: "api", image: "a:1" });
  (shop.node.defaultChild as l1.appProfile.AppProfile).addOverride("lifecycle.prevent_destroy", true);
  const seen: unknown[] = [];
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof l1.appProfile.AppProfile) seen.push(node.packInput);
    },
  });
  expect(resourceOf(stack).lifecycle).toEqual({ prevent_destroy: true });
  expect(seen).toEqual([[expect.objectContaining({ name: "api" })]]);
});
