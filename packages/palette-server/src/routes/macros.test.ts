import { startTestServer, type TestClient, temporaryFolder } from "../test-support";

const folder = temporaryFolder();
let client: TestClient;
let project: string;
beforeEach(async () => {
  const seed = `macros:
  - {name: region, value: of-project}
  - {name: region, value: of-tenant, scope: tenant}
  - {name: dns, value: of-system, scope: system}
`;
  client = await startTestServer({ seed: folder.write("seed.yaml", seed) });
  project = await client.projectUid();
});
afterEach(() => client.close());
afterAll(() => folder.remove());

const list = async (path: string, more: { project?: string } = {}) =>
  (await client.call<{ macros: { name: string; value: string }[] }>("GET", path, more)).body.macros;

test("a profile may use the macros of its project, the tenant and the system, the nearest of a name", async () => {
  expect(await list("/v1/clusterprofiles/macros", { project })).toEqual([
    { name: "dns", value: "of-system" },
    { name: "region", value: "of-project" },
  ]);
  expect(await list("/v1/clusterprofiles/macros")).toEqual([
    { name: "dns", value: "of-system" },
    { name: "region", value: "of-tenant" },
  ]);
});

test("macros are added, changed, replaced and removed in each scope on its own", async () => {
  const { body: info } = await client.call<{ tenantUid: string }>("GET", "/v1/users/info");
  for (const path of [
    `/v1/projects/${project}/macros`,
    `/v1/tenants/${info.tenantUid}/macros`,
    "/v1/users/system/macros",
  ]) {
    const send = async (method: string, name: string, value: string) =>
      (await client.call(method, path, { body: { macros: [{ name, value }] } })).status;
    expect(await send("POST", "new", "1")).toBe(204);
    expect(await send("POST", "new", "2")).toBe(409);
    expect(await send("PATCH", "new", "3")).toBe(204);
    expect(await list(path)).toContainEqual({ name: "new", value: "3" });
    expect(await send("DELETE", "new", "")).toBe(204);
    expect(await list(path)).toHaveLength(1);
    expect(await send("PUT", "only", "4")).toBe(204);
    expect(await list(path)).toEqual([{ name: "only", value: "4" }]);
  }
});

test("a macro without a name, one given twice, and an unknown owner are refused", async () => {
  const post = (path: string, macros: unknown[]) => client.call("POST", path, { body: { macros } });
  const path = `/v1/projects/${project}/macros`;
  expect(await post(path, [{ value: "1" }])).toMatchObject({ status: 400, body: { code: "InvalidMacro" } });
  expect(await post(path, [{ name: "a" }, { name: "a" }])).toMatchObject({
    status: 400,
    body: { code: "DuplicateMacro" },
  });
  expect(await post("/v1/projects/000000000000000000000000/macros", [])).toMatchObject({ status: 404 });
  expect(await post("/v1/tenants/000000000000000000000000/macros", [])).toMatchObject({ status: 404 });
});

test("a seed that names an unknown project is refused", async () => {
  const seed = folder.write("wrong.yaml", "macros: [{name: a, value: b, project: Nowhere}]");
  await expect(startTestServer({ seed })).rejects.toThrow('"Nowhere"');
});
