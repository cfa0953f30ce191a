import { UNKNOWN } from "../model/unknown";
import { outputVariablesOf } from "./outputs";
import { SERVICES } from "./service-table";
import { minio, mysql, postgres, redis, service, vault } from "./services";

describe("builders of services", () => {
  test("write properties under Palette's names, numbers as texts", () => {
    expect(
      postgres({ name: "db", databaseName: "shop", userName: "app", volumeSize: 8, version: "14", installOrder: 0 }),
    ).toEqual({
      name: "db",
      type: "operator-instance",
      packName: "postgresql-operator",
      tag: "1.8.2",
      installOrder: 0,
      properties: { databaseName: "shop", dbUserName: "app", databaseVolumeSize: "8", version: "14" },
      manifests: [],
    });
  });

  test("put secrets among the sensitive properties, and do not encode them", () => {
    const tier = mysql({
      name: "db",
      rootPassword: "aHVudGVyMg==",
      volumeSize: 20,
      tag: "0.7.0",
      registryName: "mine",
    });
    expect(tier).toMatchObject({ packName: "mysql-operator", tag: "0.7.0", registryName: "mine" });
    expect(tier.properties).toEqual({ dbVolumeSize: "20" });
    expect(tier.sensitiveProperties).toEqual({ dbRootPassword: "aHVudGVyMg==" });
    expect(redis({ name: "r", password: "eA==", volumeSize: 1 }).sensitiveProperties).toEqual({ userPassword: "eA==" });
    expect(minio({ name: "m", userName: "u", password: "eA==", volumeSize: 1 })).toMatchObject({
      properties: { minioUsername: "u", volumeSize: "1" },
      sensitiveProperties: { minioUserPassword: "eA==" },
    });
  });

  test("take another pack, and leave out a tag that is not known", () => {
    expect(vault({ name: "v", volumeSize: 6 })).not.toHaveProperty("tag");
    expect(vault({ name: "v", volumeSize: 6, packName: "my-vault", tag: "1.0.0" })).toMatchObject({
      packName: "my-vault",
      tag: "1.0.0",
    });
    expect(service({ name: "q", packName: "nats", properties: { a: "1" } })).toEqual({
      name: "q",
      type: "operator-instance",
      packName: "nats",
      properties: { a: "1" },
      manifests: [],
    });
  });

  test("the table says of every password that it is secret and wanted in base64, and of every size its unit", () => {
    const all = Object.values(SERVICES).flatMap(({ properties }) => Object.values(properties));
    for (const { property, sensitive, base64, unit, kind, description } of all) {
      const isPassword = /password/i.test(property);
      expect([property, sensitive, base64]).toEqual([property, isPassword || undefined, isPassword || undefined]);
      expect([property, unit]).toEqual([property, kind === "number" ? "GiB" : undefined]);
      if (isPassword) expect(description).toContain("base64");
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("outputVariablesOf", () => {
  test("knows those of containers and of the services in the table", () => {
    expect(outputVariablesOf({ name: "a", type: "container" })).toContain("CONTAINER_SVC_PORT");
    expect(outputVariablesOf({ name: "a", type: "operator-instance", packName: "redis-operator" })).toContain(
      "REDISMSTR_SVC",
    );
    expect(outputVariablesOf({ name: "vault-operator", type: "operator-instance" })).toContain("VAULT_ROOT_TOKEN");
  });

  test("adds those that the tier's values or its pack's declare", () => {
    const hook = (name: string) =>
      `postReadinessHooks:\n  outputParameters:\n    - name: ${name}\n      type: lookupSecret\n`;
    expect(outputVariablesOf({ name: "a", type: "helm", values: hook("URL") })).toEqual(["URL"]);
    expect(outputVariablesOf({ name: "a", type: "operator-instance" }, hook("HOST"))).toEqual(["HOST"]);
    expect(outputVariablesOf({ name: "a", type: "container", values: hook("URL") }, hook("URL"))?.slice(-1)).toEqual([
      "URL",
    ]);
  });

  test("says that nothing is known where nothing is", () => {
    expect(outputVariablesOf({ name: "a", type: "helm", values: "outputParameters: []" })).toBeUndefined();
    expect(outputVariablesOf({ name: "a", type: "operator-instance", packName: "minio-operator" })).toBeUndefined();
    expect(outputVariablesOf({ name: "a", type: "container", values: UNKNOWN })).toBeUndefined();
    expect(
      outputVariablesOf({ name: "a", type: "helm", values: "postReadinessHooks: {outputParameters: [" }),
    ).toBeUndefined();
  });
});
