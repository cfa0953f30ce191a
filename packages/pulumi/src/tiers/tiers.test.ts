import { SERVICES, type ServiceName, sameYaml, validateAppProfile } from "@palette-profiles/profiles";
import * as pulumi from "@pulumi/pulumi";
import * as tiers from ".";

const resolved = <T>(value: T) =>
  new Promise<pulumi.Unwrap<T>>((resolve) => pulumi.output(value).apply((it) => resolve(it as pulumi.Unwrap<T>)));
const isSecret = (value: unknown) => pulumi.isSecret(pulumi.output(value));

describe("a container", () => {
  test("is the shape of the resource, its fields as values", async () => {
    const tier = await resolved(
      tiers.container({
        name: "api",
        image: "example/api:1.0.0",
        registryUrl: "https://registry.example.com",
        replicas: 2,
        ports: [3000],
        access: "public",
        env: { MODE: "on" },
        volumes: [{ name: "data", size: 2, mountPath: "/data" }],
        command: ["sh"],
        args: ["-c", "serve"],
        tag: "1.0.2",
        registryName: "Public Repo",
        installOrder: 10,
      }),
    );
    const { values, ...rest } = tier;
    expect(rest).toEqual({
      name: "api",
      type: "container",
      tag: "1.0.2",
      registryName: "Public Repo",
      installOrder: 10,
    });
    for (const part of [
      "image: example/api:1.0.0",
      "registryUrl: https://registry.example.com",
      "replicas: 2",
      'ports:\n    - "3000"',
      "access: public",
      'name: MODE\n      value: "on"',
      "volumeSize: 2",
      "command:\n    - sh",
    ]) {
      expect(values).toContain(part);
    }
  });

  test("takes outputs at every depth and means the same with them", async () => {
    const plain = { image: "example/api", replicas: 2, ports: [80], access: "public" as const, env: { A: "1" } };
    const later = {
      image: pulumi.output("example/api"),
      replicas: Promise.resolve(2),
      ports: pulumi.output([80]),
      access: pulumi.output("public" as const),
      env: { A: pulumi.output("1") },
    };
    const [one, other] = [tiers.container({ name: "a", ...plain }), tiers.container({ name: "a", ...later })];
    const [a, b] = await Promise.all([resolved(one.values), resolved(other.values)]);
    expect(sameYaml(String(a), String(b))).toBe(true);
  });

  test("keeps a secret a secret", async () => {
    const open = tiers.container({ name: "a", image: "example/a" });
    const secret = tiers.container({ name: "a", image: "example/a", env: { TOKEN: pulumi.secret("x") } });
    expect([await isSecret(open.values), await isSecret(secret.values)]).toEqual([false, true]);
  });
});

describe("a service", () => {
  test("has its properties under Palette's names, numbers and outputs as texts", async () => {
    const tier = tiers.postgres({
      name: "db",
      databaseName: pulumi.output("shop"),
      userName: "app",
      volumeSize: pulumi.output(8),
    });
    expect(await resolved(tier)).toEqual({
      name: "db",
      type: "operator-instance",
      packName: "postgresql-operator",
      tag: "1.8.2",
      properties: { databaseName: "shop", dbUserName: "app", databaseVolumeSize: "8" },
    });
  });

  test("has its passwords among the secrets, and nothing else there", async () => {
    const password = "aHVudGVyMg==";
    const all = {
      mysql: tiers.mysql({ name: "db", rootPassword: password, volumeSize: 8 }),
      mongodb: tiers.mongodb({ name: "db", userName: "app", password, volumeSize: 8 }),
      redis: tiers.redis({ name: "db", password, volumeSize: 8 }),
      minio: tiers.minio({ name: "db", userName: "app", password: pulumi.output(password), volumeSize: 8 }),
    };
    for (const [kind, tier] of Object.entries(all)) {
      const secret = Object.values(SERVICES[kind as ServiceName].properties).filter(({ sensitive }) => sensitive);
      expect(await isSecret(tier.sensitiveProperties)).toBe(true);
      expect(await resolved(tier.sensitiveProperties)).toEqual({ [secret[0]!.property]: password });
      expect(await isSecret(tier.properties)).toBe(false);
      expect(JSON.stringify(await resolved(tier.properties))).not.toContain(password);
    }
  });

  test("may be of another pack and registry, and any service may be named", async () => {
    const mine = tiers.vault({ name: "v", volumeSize: 6, packName: "my-vault", tag: "1.0.0", registryName: "mine" });
    expect(await resolved(mine)).toMatchObject({ packName: "my-vault", tag: "1.0.0", registryName: "mine" });
    const nats = tiers.service({
      name: "queue",
      packName: "nats",
      tag: "2.0.0",
      properties: { size: pulumi.output("1") },
      sensitiveProperties: { token: "x" },
    });
    expect(await resolved(nats)).toEqual({
      name: "queue",
      type: "operator-instance",
      packName: "nats",
      tag: "2.0.0",
      properties: { size: "1" },
      sensitiveProperties: { token: "x" },
    });
    expect(await isSecret(nats.sensitiveProperties)).toBe(true);
  });
});

describe("other tiers", () => {
  test("a chart and manifests are the shape of the resource", async () => {
    expect(tiers.helmTier({ name: "web", tag: "1.0.0", registryName: "Charts", values: { a: 1 } })).toEqual({
      name: "web",
      type: "helm",
      tag: "1.0.0",
      registryName: "Charts",
      values: { a: 1 },
    });
    expect(tiers.manifestTier({ name: "ns", content: "kind: Namespace\n" })).toEqual({
      name: "ns",
      type: "manifest",
      manifests: [{ name: "ns", content: "kind: Namespace\n" }],
    });
  });

  test.each([
    ["neither", {}],
    ["both", { content: "a: 1", manifests: [] }],
  ])("manifests with %s of content and manifests are refused, by the tier's name", (_, args) => {
    expect(() => tiers.manifestTier({ name: "ns", ...args })).toThrow(
      'The manifest tier "ns" needs either content, which is one manifest, or manifests.',
    );
  });
});

test("an output variable is named by the tier or its name, and the rules find it where the tier comes before", async () => {
  const db = tiers.postgres({ name: "db", databaseName: "shop", userName: "app", volumeSize: 8 });
  const host = tiers.output(db, "POSTGRESMSTR_SVC");
  expect(host).toBe("{{.spectro.app.$appDeploymentName.db.POSTGRESMSTR_SVC}}");
  expect(tiers.output("db", "POSTGRESMSTR_SVC")).toBe(host);

  const api = tiers.container({ name: "api", image: "example/api", env: { HOST: host } });
  const codesOf = async (...list: tiers.Tier[]) => {
    const known = (await resolved(list)) as unknown as { name: string; manifests?: [] }[];
    const problems = validateAppProfile({ name: "shop", tiers: known.map((tier) => ({ manifests: [], ...tier })) });
    return problems.flatMap(({ code, severity }) => (severity === "error" ? [code] : []));
  };
  expect(await codesOf(db, api)).toEqual([]);
  expect(await codesOf(api, db)).toEqual(["LaterTier"]);
});
