// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { containerValues, validateAppProfile, yamlValue } from "@palette-profiles/profiles";
import { Aspects, TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { AppProfile, type ContainerProps, l1, OperatorService, PaletteProvider } from "../index";

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

/** A container's values as the provider gets them, where no token stands in them. */
function containerOf(props: Omit<ContainerProps, "name">): unknown {
  const stack = aStack();
  aProfile(stack).addContainer({ name: "api", ...props });
  return yamlValue(resourceOf(stack).pack[0]!.values);
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

test("A container's values are those that every front door makes of it", () => {
  const container = {
    image: "ghcr.io/example/api:1.4.0",
    registryUrl: "https://ghcr.io",
    replicas: 3,
    ports: [8080, 9090],
    access: "public" as const,
    env: { MODE: "fast", EMPTY: "" },
    volumes: [
      { name: "data", size: 2, mountPath: "/data" },
      { name: "logs", size: 1, mountPath: "/logs" },
    ],
    command: ["sh", "./start.sh"],
    args: ["--verbose"],
  };
  expect(containerOf(container)).toEqual(yamlValue(containerValues(container)));
});

test("The pack that runs a container is named apart from its image's registry", () => {
  const stack = aStack();
  aProfile(stack).addContainer({
    name: "api",
    image: "api:1",
    registryUrl: "https://ghcr.io",
    packTag: "1.0.2",
    packRegistryName: "Public Repo",
    packRegistryUid: "uid",
    installOrder: 2,
  });
  const [{ values, ...tier }] = resourceOf(stack).pack as [Tier];
  expect(tier).toEqual({
    name: "api",
    type: "container",
    tag: "1.0.2",
    registry_name: "Public Repo",
    registry_uid: "uid",
    install_order: 2,
  });
  expect(values).toContain("registryUrl: https://ghcr.io");
});

test("A container's whole values may be written instead, and go through every check all the same", () => {
  const values = "containerService:\n  image: nginx:1.27 # ours\n";
  const stack = aStack();
  aProfile(stack).addContainer({ name: "api", values });
  expect(resourceOf(stack).pack).toEqual([{ name: "api", type: "container", values }]);
  expect(() => containerOf({ values: { containerService: { image: "a", replicas: 11 } } })).toThrow(
    'the values of tier "api" set containerService.replicas to "11"',
  );
});

test("Values and their parts exclude each other, and one of them there must be", () => {
  expect(() => containerOf({ values: "a: 1", image: "nginx:1.27", env: {} })).toThrow(
    '[apps/shop] container "api" gives values, which are the tier\'s whole values, and image, env; leave out the values, or write the rest into their containerService',
  );
  expect(() => containerOf({ replicas: 2 })).toThrow(
    '[apps/shop] container "api" gives no image; set image, such as "nginx:1.27", or values',
  );
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

test("Tokens may stand anywhere in a container, and become YAML of what they turn out to be", () => {
  const stack = aStack();
  const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
  const number = new TerraformVariable(stack, "number", { type: "number" }).numberValue;
  const words = new TerraformVariable(stack, "words", { type: "list(string)" }).listValue;
  const shop = aProfile(stack);
  const db = shop.addService(OperatorService.postgres(POSTGRES));
  shop.addContainer({
    name: "api",
    image: `ghcr.io/example/api:${text}`,
    registryUrl: text,
    replicas: number,
    ports: [number, 9090],
    env: { TEXT: text, MIXED: `${db.userName}:${text}` },
    volumes: [{ name: text, size: number, mountPath: text }],
    command: words,
    args: [text],
    packTag: text,
  });
  const tier = resourceOf(stack).pack[1]!;
  expect(tier.tag).toBe("${var.text}");
  const inner = '${replace(jsonencode(var.text), "/^\\"|\\"$/", "")}';
  for (const line of [
    `image: "ghcr.io/example/api:${inner}"`,
    "registryUrl: ${jsonencode(var.text)}",
    "replicas: ${jsonencode(var.number)}",
    '- ${jsonencode(tostring(var.number))}\n    - "9090"',
    "value: ${jsonencode(var.text)}",
    `value: "{{.spectro.app.$appDeploymentName.db.USERNAME}}:${inner}"`,
    "volumeName: ${jsonencode(var.text)}",
    "volumeSize: ${jsonencode(var.number)}",
    "command: ${jsonencode(var.words)}",
  ]) {
    expect(tier.values).toContain(line);
  }
});

test("All ports and all environment variables may be one token", () => {
  const stack = aStack();
  const ports = new TerraformVariable(stack, "ports", { type: "list(number)" });
  const env = new TerraformVariable(stack, "env", { type: "map(string)" });
  aProfile(stack).addContainer({
    name: "api",
    image: "api:1",
    ports: ports.value as unknown as number[],
    env: env.value as unknown as Record<string, string>,
  });
  const [{ values }] = resourceOf(stack).pack as [Tier];
  expect(values).toContain('ports: ${jsonencode(formatlist("%s", var.ports))}\n');
  expect(values).toContain("env: ${jsonencode([ for key, val in var.env: { name = key, value = val }])}\n");
  expect(values).toContain("name: CONTAINER_SVC_PORT");
});

test("The access of a container is known at synth, since its outputs follow from it", () => {
  const stack = aStack();
  const access = new TerraformVariable(stack, "access", { type: "string" }).stringValue;
  aProfile(stack).addContainer({ name: "api", image: "api:1", access });
  expect(() => resourceOf(stack)).toThrow(
    'the access of container "api" is a token, but must be known at synth, since other values follow from it; write "private" or "public"',
  );
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

test.each([
  ["11 of a container", { replicas: 11 }, "Palette runs 1 to 10 of a container"],
  ["an unknown access", { access: "Public" }, 'did you mean "public"?'],
  ["a port twice", { ports: [80, 80] }, "list the port 80 twice"],
  ["a volume without a whole path", { volumes: [{ name: "a", size: 1, mountPath: "a" }] }, 'is mounted at "a"'],
  [
    "an output of a tier that is not there",
    { env: { A: "{{.spectro.app.$appDeploymentName.cache.PASSWORD}}" } },
    'but no tier is named "cache"',
  ],
])("Refused at synth is %s", (_, wrong, message) => {
  expect(() => containerOf({ image: "nginx:1.27", ...wrong })).toThrow(message);
});

test("What a plan only warns of does not stop a synth", () => {
  const stack = aStack();
  const shop = aProfile(stack);
  shop.addService(
    OperatorService.of({ name: "q", packName: "nats-operator", tag: "1.0.0", properties: { password: "x" } }),
  );
  shop.addService(
    OperatorService.of({ name: "r", packName: "redis-operator", tag: "1.0.0", properties: { size: "1" } }),
  );
  expect(resourceOf(stack).pack).toHaveLength(2);
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
