// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { containerValues, yamlValue } from "@palette-profiles/profiles";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { AppProfile, type ContainerProps, OperatorService } from "../index";
import { stackWith, synthesised } from "../providers/stacks.test-support";

const POSTGRES = { name: "db", databaseName: "shop", userName: "shop", volumeSize: 8 };

function aProfile(stack: TerraformStack): AppProfile {
  return new AppProfile(stack, "shop", { name: "shop" });
}

type Tier = Record<string, unknown> & { values: string };

function tiersOf(stack: TerraformStack): Tier[] {
  return synthesised(stack).resource.palette_app_profile!.shop!.pack as Tier[];
}

/** A container's values as the provider gets them, where no token stands in them. */
function containerOf(props: Omit<ContainerProps, "name">): unknown {
  const stack = stackWith();
  aProfile(stack).addContainer({ name: "api", ...props });
  return yamlValue(tiersOf(stack)[0]!.values);
}

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
  const stack = stackWith();
  aProfile(stack).addContainer({
    name: "api",
    image: "api:1",
    registryUrl: "https://ghcr.io",
    packTag: "1.0.2",
    packRegistryName: "Public Repo",
    packRegistryUid: "uid",
    installOrder: 2,
  });
  const [{ values, ...tier }] = tiersOf(stack) as [Tier];
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
  const stack = stackWith();
  aProfile(stack).addContainer({ name: "api", values });
  expect(tiersOf(stack)).toEqual([{ name: "api", type: "container", values }]);
  expect(() => containerOf({ values: { containerService: { image: "a", replicas: 11 } } })).toThrow(
    'the values of tier "api" set containerService.replicas to "11"',
  );
});

test("Values and their parts exclude each other, and one of them there must be", () => {
  expect(() => containerOf({ values: "a: 1", image: "nginx:1.27", env: {} })).toThrow(
    '[platform/shop] container "api" gives values, which are the tier\'s whole values, and image, env; leave out the values, or write the rest into their containerService',
  );
  expect(() => containerOf({ replicas: 2 })).toThrow(
    '[platform/shop] container "api" gives no image; set image, such as "nginx:1.27", or values',
  );
});

test("Tokens may stand anywhere in a container, and become YAML of what they turn out to be", () => {
  const stack = stackWith();
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
  const tier = tiersOf(stack)[1]!;
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
  const stack = stackWith();
  const ports = new TerraformVariable(stack, "ports", { type: "list(number)" });
  const env = new TerraformVariable(stack, "env", { type: "map(string)" });
  aProfile(stack).addContainer({
    name: "api",
    image: "api:1",
    ports: ports.value as unknown as number[],
    env: env.value as unknown as Record<string, string>,
  });
  const [{ values }] = tiersOf(stack) as [Tier];
  expect(values).toContain('ports: ${jsonencode(formatlist("%s", var.ports))}\n');
  expect(values).toContain("env: ${jsonencode([ for key, val in var.env: { name = key, value = val }])}\n");
  expect(values).toContain("name: CONTAINER_SVC_PORT");
});

test("The access of a container is known at synth, since its outputs follow from it", () => {
  const stack = stackWith();
  const access = new TerraformVariable(stack, "access", { type: "string" }).stringValue;
  aProfile(stack).addContainer({ name: "api", image: "api:1", access });
  expect(() => tiersOf(stack)).toThrow(
    'the access of container "api" is a token, but must be known at synth, since other values follow from it; write "private" or "public"',
  );
});
