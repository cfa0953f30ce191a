import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { findCatalog, loadPacks } from "./catalog";
import { parsePresets, parseSchema } from "./pack-schema";
import { temporaryFolder } from "./test-support";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const catalog = loadPacks(findCatalog());

test("the built-in catalog has the layers of a cluster, six add-ons, and what the tiers of an app are made of", () => {
  const versions: Record<string, string[]> = {};
  for (const pack of catalog) {
    const key = `${pack.layer} ${pack.name}`;
    versions[key] = [...(versions[key] ?? []), pack.version];
  }
  expect(versions).toEqual({
    "os ubuntu-aws": ["22.04"],
    "k8s kubernetes": ["1.30.9", "1.31.5", "1.32.1"],
    "cni cni-calico": ["3.29.1"],
    "csi csi-aws-ebs": ["1.37.0"],
    "addon argo-cd": ["7.7.5", "7.8.2"],
    "addon cert-manager": ["1.16.2"],
    "addon external-secrets": ["0.12.1"],
    "addon nginx": ["1.11.4"],
    "addon prometheus-operator": ["66.3.1"],
    "addon spectro-byo-manifest": ["1.0.0"],
    "addon container": ["1.0.2"],
    "addon minio-operator": ["4.5.4"],
    "addon mongodb-community-operator": ["0.7.6"],
    "addon mysql-operator": ["0.6.2"],
    "addon postgresql-operator": ["1.8.2"],
    "addon redis-operator": ["6.2.12-1", "6.2.19-1"],
    "addon vault-operator": ["1.19.0"],
  });
});

test.each(catalog.map((pack) => [`${pack.name} ${pack.version}`, pack] as const))(
  "the built-in pack %s is valid, and its presets and constraints speak of values it has",
  (_name, pack) => {
    const values = parseDocument(pack.values, { strict: true });
    expect([...values.errors, ...values.warnings]).toEqual([]);
    const paths = parseSchema(pack.schema).map((entry) => entry.name ?? "");
    for (const path of paths) expect([path, values.hasIn(path.split("."))]).toEqual([path, true]);
    for (const preset of parsePresets(pack.presets)) expect(parseDocument(preset.add ?? "").errors).toEqual([]);
  },
);

const services = catalog.filter((pack) => pack.values.includes("appdeployment.tiername"));

test.each(services.map((pack) => [`${pack.name} ${pack.version}`, pack] as const))(
  "the service %s has a namespace of its own, outputs with names, and properties of a known kind",
  (_name, pack) => {
    const values = parseDocument(pack.values).toJS();
    expect(values.pack.namespace).toBe("{{.spectro.system.appdeployment.tiername}}-ns");
    const outputs: { name: string }[] = values.postReadinessHooks.outputParameters;
    for (const { name } of outputs) expect(name).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(new Set(outputs.map(({ name }) => name)).size).toBe(outputs.length);
    for (const { type, format, value } of pack.appTierProperties) {
      expect(["", "password"]).toContain(format);
      if (type === "number") expect(Number(value)).toBeGreaterThan(0);
      if (format === "password") expect(value).toBe("");
    }
  },
);

test("the secrets of the built-in services are marked as such", () => {
  const secrets = services.flatMap((pack) =>
    pack.appTierProperties.filter(({ format }) => format === "password").map(({ name }) => `${pack.name} ${name}`),
  );
  expect([...new Set(secrets)].sort()).toEqual([
    "minio-operator minioUserPassword",
    "mongodb-community-operator userPassword",
    "mysql-operator dbRootPassword",
    "redis-operator userPassword",
  ]);
});

test("a folder may be one pack itself", () => {
  const packs = loadPacks(join(findCatalog(), "nginx-1.11.4"));
  expect(packs.map((pack) => pack.name)).toEqual(["nginx"]);
});

test.each<[string, Record<string, string>, string]>([
  [
    "no values",
    { "pack.json": '{"name":"a","displayName":"A","version":"1","layer":"addon"}' },
    "values.yaml is missing",
  ],
  ["a foreign layer", { "pack.json": '{"name":"a","displayName":"A","version":"1","layer":"top"}' }, 'not "top"'],
  [
    "no version",
    { "pack.json": '{"name":"a","displayName":"A","layer":"addon"}', "values.yaml": "" },
    '"version" is missing',
  ],
  [
    "a foreign dependency",
    {
      "pack.json":
        '{"name":"a","displayName":"A","version":"1","layer":"addon","constraints":{"dependencies":[{"packName":"b","type":"wanted"}]}}',
      "values.yaml": "",
    },
    "must be one of required, optional, notSupported, upgrade",
  ],
  [
    "a property without a name",
    {
      "pack.json":
        '{"name":"a","displayName":"A","version":"1","layer":"addon","appTierProperties":[{"type":"string"}]}',
      "values.yaml": "",
    },
    '"appTierProperties[0].name" is missing',
  ],
  [
    "a property of a foreign type",
    {
      "pack.json":
        '{"name":"a","displayName":"A","version":"1","layer":"addon","appTierProperties":[{"name":"p","type":"date"}]}',
      "values.yaml": "",
    },
    '"appTierProperties[0].type" must be one of string, number, not "date"',
  ],
  ["broken JSON", { "pack.json": '{"name": "a"\n"version": 1}' }, "pack.json: "],
])("a pack with %s is refused and its file named", (what, files, message) => {
  const pack = join(folder.path, what.replaceAll(" ", "-"));
  mkdirSync(pack);
  for (const [name, text] of Object.entries(files)) folder.write(`${what.replaceAll(" ", "-")}/${name}`, text);
  expect(() => loadPacks(pack)).toThrow(message);
  expect(() => loadPacks(pack)).toThrow(pack);
});

test("a folder without packs, and one that is not there, are refused", () => {
  mkdirSync(join(folder.path, "empty"));
  expect(() => loadPacks(join(folder.path, "empty"))).toThrow("No pack is in");
  expect(() => loadPacks(join(folder.path, "none"))).toThrow("does not exist");
  expect(() => findCatalog(join(folder.path, "none"))).toThrow("is not at");
});
