import { readSeed } from "./seed";
import { startTestServer, temporaryFolder } from "./test-support";

const folder = temporaryFolder();
afterAll(() => folder.remove());
let count = 0;
const file = (text: string) => folder.write(`seed-${count++}.yaml`, text);

test("projects, registries and keys are read; folders of packs are relative to the file", () => {
  const text = `
projects: [{name: Payments, labels: {env: prod}}]
registries: [{name: Charts, kind: helm}, {name: Ours, kind: pack, packs: [packs]}]
apiKeys: [one-key]
macros: [{name: region, value: eu}, {name: dns, value: 10.0.0.2, scope: tenant}]
`;
  expect(readSeed(file(text))).toEqual({
    projects: [{ name: "Payments", labels: { env: "prod" } }],
    registries: [
      { name: "Charts", kind: "helm", packs: [] },
      { name: "Ours", kind: "pack", packs: [`${folder.path}/packs`] },
    ],
    apiKeys: ["one-key"],
    macros: [
      { name: "region", value: "eu", scope: "project", project: "Default" },
      { name: "dns", value: "10.0.0.2", scope: "tenant", project: "Default" },
    ],
    users: [],
    limits: {},
    systemAdministrators: [],
    systemProfile: undefined,
  });
});

test("an empty file is an empty seed", () => {
  expect(readSeed(file("# nothing\n"))).toEqual({
    projects: [],
    registries: [],
    apiKeys: [],
    macros: [],
    users: [],
    limits: {},
    systemAdministrators: [],
    systemProfile: undefined,
  });
});

test.each([
  ["project: []", 'the file has the unknown key "project"; there are projects, registries, apiKeys, macros, clusters'],
  ["projects: {name: a}", "projects must be a list"],
  ["projects: [Payments]", "projects[0] must be a map"],
  ["projects: [{}]", "projects[0].name must be a text"],
  ["projects: [{name: a, labels: [b]}]", "projects[0].labels must be a map"],
  ["projects: [{name: a, labels: {b: 3}}]", "projects[0].labels.b must be a text"],
  ["registries: [{name: a, kind: zip}]", 'registries[0].kind must be one of pack, helm, oci, not "zip"'],
  ["registries: [{name: Public Repo, kind: helm}]", "always of kind pack"],
  ["macros: [{name: a, value: b, scope: all}]", 'macros[0].scope must be one of project, tenant, system, not "all"'],
  ["apiKeys: [12]", "apiKeys[0] must be a text"],
  ["projects: [", "is not valid"],
])("%s is refused: %s", (text, message) => {
  expect(() => readSeed(file(text))).toThrow(message);
});

test("a file that is not there is told", () => {
  expect(() => readSeed(`${folder.path}/none.yaml`)).toThrow(/seed file cannot be read.*none\.yaml/);
});

test("the keys of a seed are accepted beside the one of the options", async () => {
  const client = await startTestServer({ apiKey: "first", seed: file("apiKeys: [second]") });
  const status = async (key: string) => (await client.call("GET", "/v1/packs", { headers: { ApiKey: key } })).status;
  expect([await status("first"), await status("second"), await status("third")]).toEqual([200, 200, 403]);
  await client.close();
});
