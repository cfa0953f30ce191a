import { minio, mongodb, mysql, postgres, redis, service, vault } from "../app/services";
import { UNKNOWN } from "../model/unknown";
import { appProfile, db, only, told, toldOf } from "./test-app-profile.test-support";

const NAME = { name: "it", volumeSize: 8 };

describe("properties of services", () => {
  test("takes what the builders make", () => {
    const tiers = [
      postgres({ ...NAME, databaseName: "a", userName: "b" }),
      mysql({ ...NAME, rootPassword: "eA==" }),
      mongodb({ ...NAME, userName: "a", password: "eA==" }),
      redis({ ...NAME, password: "eA==" }),
      vault(NAME),
      minio({ ...NAME, userName: "a", password: "eA==" }),
    ];
    for (const tier of tiers) expect(told(tier)).toEqual([]);
  });

  test("takes any property of a service that is not in the table", () => {
    const tier = service({ name: "queue", packName: "nats-operator", properties: { userPassword: "x", any: "y" } });
    expect(told(tier)).toEqual([]);
    expect(told({ ...tier, packName: undefined, name: "redis" })).toEqual([]);
  });

  test("a property that stands in both fields is an error, without its value", () => {
    const tier = db({ sensitiveProperties: { databaseName: "hunter2" } });
    expect(only(tier)).toEqual({
      code: "RepeatedProperty",
      path: ["tiers", 0, "sensitiveProperties", "databaseName"],
      message:
        'the property "databaseName" of tier "db" stands both in properties and in sensitiveProperties (sensitive_properties in HCL); leave it in one of them',
      severity: "error",
    });
  });

  test("a known secret among the properties is a warning, without its value", () => {
    const tier = service({ name: "m", packName: "mysql-operator", properties: { dbRootPassword: "hunter2" } });
    const problem = only(tier);
    expect(problem).toMatchObject({
      severity: "warning",
      code: "ReadableSecret",
      path: ["tiers", 0, "properties", "dbRootPassword"],
    });
    expect(problem.message).toContain("move it to sensitiveProperties (sensitive_properties in HCL)");
    expect(problem.message).not.toContain("hunter2");
    expect(told({ ...tier, sensitive: ["properties"] })).toEqual([]);
    const unknown = { ...tier, properties: { dbRootPassword: UNKNOWN } };
    expect(toldOf({ ...appProfile(), tiers: [unknown] })).toEqual([
      "warning ReadableSecret tiers.0.properties.dbRootPassword",
    ]);
  });

  test("a property that a known service is not known to take is a warning, with the nearest", () => {
    const wrong = (name: string) =>
      db({ properties: { databaseName: "a", dbUserName: "b", databaseVolumeSize: "8", [name]: "x" } });
    expect(only(wrong("dbUsername"))).toMatchObject({
      severity: "warning",
      message:
        'the property "dbUsername" of tier "db" is none that postgresql-operator is known to take; did you mean "dbUserName"?',
    });
    expect(only(wrong("replication")).message).toContain(
      "known are databaseName, dbUserName, databaseVolumeSize, version",
    );
  });

  test("does not judge by names that are our own reading, and takes those of other versions of a pack", () => {
    expect(told(service({ name: "m", packName: "mongodb-community-operator", properties: { myUser: "a" } }))).toEqual(
      [],
    );
    const older = { databaseName: "a", databaseVolumeSize: "10" };
    expect(told(service({ name: "r", packName: "redis-operator", properties: older }))).toEqual([]);
  });

  test("the size of a volume is a number above 0", () => {
    const sized = (databaseVolumeSize: string) => db({ properties: { databaseVolumeSize } });
    for (const size of ["8", "0.5", "{{.spectro.macro.size}}"]) expect(told(sized(size))).toEqual([]);
    for (const size of ["0", "-1", "big", "", "1e3"])
      expect(told(sized(size))).toEqual(["error InvalidVolumeSize tiers.0.properties.databaseVolumeSize"]);
    expect(only(sized("20Gi")).message).toBe(
      'the property "databaseVolumeSize" of tier "db" is "20Gi", which is no size; write a number of GiB above 0, such as "20"',
    );
  });

  test("what an engine marked is not shown", () => {
    const { message } = only({ ...db({ properties: { databaseVolumeSize: "20Gi" } }), sensitive: ["properties"] });
    expect(message).toBe(
      'the property "databaseVolumeSize" of tier "db" is no size; write a number of GiB above 0, such as "8"',
    );
  });
});
