import { containerValues } from "../app/container";
import { service } from "../app/services";
import { UNKNOWN } from "../model/unknown";
import { api, appProfile, db, helm, manifests, only, told, toldOf } from "./test-app-profile.test-support";

const use = (reference: string) => helm("web", `pack: {namespace: web}\nurl: '{{.spectro.${reference}}}'\n`);
const output = (name: string) => use(`app.$appDeploymentName.${name}`);

describe("references between tiers", () => {
  test("V29: a tier takes the outputs of those before it", () => {
    expect(told(db(), output("db.PASSWORD"))).toEqual([]);
    expect(told(api(), db(), output("api.CONTAINER_SVC_EXTERNALHOSTNAME"))).toEqual([]);
    expect(told(db(), use("app.$appdeploymentname.db.PASSWORD"))).toEqual([]);
  });

  test("V29: a tier that comes later is an error that tells which to move", () => {
    expect(only(output("db.PASSWORD"), db())).toEqual({
      code: "LaterTier",
      path: ["tiers", 0, "values"],
      message:
        'the values of tier "web" refer to ".spectro.app.$appDeploymentName.db.PASSWORD" (line 2, column 9), but tier "db" comes after tier "web", so that its outputs are not known yet; move tier "db" before "web"',
      severity: "error",
      line: 2,
      column: 9,
    });
  });

  test("V29: a tier cannot take its own outputs", () => {
    expect(only(output("web.HOST")).message).toContain('which is an output of tier "web" itself');
  });

  test("V29: a tier that is not there is an error, with the nearest or those that come before", () => {
    expect(only(db({ name: "postgres" }), output("postgrs.PASSWORD")).message).toContain(
      'but no tier is named "postgrs"; did you mean "postgres"?',
    );
    expect(only(db(), output("queue.HOST")).message).toContain('before tier "web" stand "db"');
    expect(only(output("queue.HOST")).message).toContain('add it before tier "web", or write the value itself');
    expect(toldOf({ ...appProfile(), tiers: [{ ...db(), name: UNKNOWN }, output("queue.HOST")] })).toEqual([]);
  });

  test("the prefix that the docs of some databases write is a warning", () => {
    expect(only(db(), output("database-db.PASSWORD"))).toMatchObject({
      severity: "warning",
      code: "UnknownTier",
      message: expect.stringContaining('tier "db" goes by its own name, without "database-"') as string,
    });
  });

  test("an output that a tier does not have is an error with the nearest, and all where they are few", () => {
    expect(only(db(), output("db.PASWORD")).message).toContain(
      'but tier "db" has no output "PASWORD"; did you mean "PASSWORD"? It has USERNAME, PASSWORD, POSTGRESMSTR_SVC, POSTGRESMSTR_SVC_PORT',
    );
    expect(only(api(), output("api.HOST"))).toMatchObject({ severity: "error", code: "UnknownOutput" });
    const hooks = "pack: {namespace: x}\npostReadinessHooks: {outputParameters: [{name: URL}]}";
    expect(told(helm("kafka", hooks), output("kafka.URL"))).toEqual([]);
    expect(told(helm("kafka", hooks), output("kafka.HOST"))).toEqual(["error UnknownOutput tiers.1.values"]);
  });

  test("an output that the docs of a service do not list is a warning, as its pack may be newer", () => {
    expect(told(db(), output("db.REPLICA_HOST"))).toEqual(["warning UnknownOutput tiers.1.values"]);
  });

  test("takes any output of a tier of which nothing is known", () => {
    const queue = service({ name: "queue", packName: "nats-operator" });
    expect(told(queue, helm("kafka"), output("queue.HOST"), { ...output("kafka.X"), name: "b" })).toEqual([]);
    expect(toldOf({ ...appProfile(), tiers: [{ ...api(), values: UNKNOWN }, output("api.ANY")] })).toEqual([]);
  });

  test("what a private container tells outside the cluster is a warning", () => {
    const hidden = api({ values: containerValues({ image: "nginx", ports: [80] }) });
    expect(only(hidden, output("api.CONTAINER_SVC_EXTERNALIP"))).toMatchObject({
      severity: "warning",
      message: expect.stringContaining("only where its access is public") as string,
    });
    expect(told(hidden, output("api.CONTAINER_SVC"))).toEqual([]);
  });

  test("a reference that names no output of a tier is an error that shows how it is written", () => {
    expect(only(db(), use("app.db.PASSWORD")).message).toContain(
      "which names no output of a tier; write {{.spectro.app.$appDeploymentName.db.PASSWORD}}",
    );
    expect(only(db(), output("db")).message).toContain("write {{.spectro.app.$appDeploymentName.db.OUTPUT}}");
    expect(told(db(), use("app.$appDepName-db.PASSWORD"))).toEqual(["error InvalidTierReference tiers.1.values"]);
  });

  test("looks into manifests and properties too, tells each once, and leaves comments alone", () => {
    const text =
      "metadata: {name: a, namespace: b}\nkind: Secret\nx: '{{.spectro.app.$appDeploymentName.db.PASSWORD}}'\n";
    expect(
      told(manifests("m", text + text.replace("metadata", "y").replace("kind", "k").replace("x:", "z:")), db()),
    ).toEqual(["error LaterTier tiers.0.manifests.0.content"]);
    const property = { databaseName: "{{.spectro.app.$appDeploymentName.web.NAME}}" };
    expect(told(db({ properties: property }), helm("web"))).toEqual([
      "error LaterTier tiers.0.properties.databaseName",
    ]);
    expect(told(db({ properties: {}, sensitiveProperties: property }), helm("web"))).toEqual([
      "error LaterTier tiers.0.sensitiveProperties.databaseName",
    ]);
    expect(told(helm("web", "pack: {namespace: x}\n# {{.spectro.app.$appDeploymentName.db.PASSWORD}}\n"))).toEqual([]);
  });

  test("install orders that contradict the references are an error", () => {
    expect(only(db({ installOrder: 10 }), output("db.PASSWORD")).message).toContain(
      'but tier "db" has the install order 10 and tier "web" 0, so that it is deployed later; give tier "db" 0 or less',
    );
    expect(told(db({ installOrder: 10 }), { ...output("db.PASSWORD"), installOrder: 10 })).toEqual([]);
    expect(told(db({ installOrder: 10 }), helm("web"))).toEqual([]);
    const unknown = { ...output("db.PASSWORD"), installOrder: UNKNOWN };
    expect(toldOf({ ...appProfile(), tiers: [db({ installOrder: 10 }), unknown] })).toEqual([]);
  });
});

describe("other references of an app profile", () => {
  test("there are no profile variables", () => {
    expect(only(use("var.size"))).toMatchObject({
      severity: "error",
      code: "UndeclaredVariable",
      message: expect.stringContaining(
        "but app profiles have no variables; use a macro, such as {{.spectro.macro.size}}, or write the value itself",
      ) as string,
    });
    expect(told(use("macro.size"))).toEqual([]);
  });

  test("Palette knows what it knows of clusters, and the app besides", () => {
    for (const name of ["cluster.name", "appdeployment.tiername", "appprofile.uid", "apptier.NAMESPACE"])
      expect(told(use(`system.${name}`))).toEqual([]);
    expect(told(use("system.cluster.nam"))).toEqual(["error UnknownSystemReference tiers.0.values"]);
    expect(told(use("system.weather.today"))).toEqual(["warning UnknownSystemReference tiers.0.values"]);
  });

  test("V16: no reference stands inside another", () => {
    const nested = helm("web", "pack: {namespace: x}\nx: '{{.spectro.macro.a {{.spectro.macro.b}}}}'\n");
    expect(told(nested)).toEqual(["error NestedReference tiers.0.values"]);
  });
});
