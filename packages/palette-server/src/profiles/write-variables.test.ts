import type { V1Variable, V1Variables } from "@palette-profiles/palette-api";
import { createPublished, profileBody, startTestServer, type TestClient } from "../test-support";

let client: TestClient;
beforeAll(async () => {
  client = await startTestServer();
});
afterAll(() => client.close());

let count = 0;
const using = (...variables: string[]) => ({
  name: "nginx",
  tag: "1.11.4",
  values: variables.map((name) => `${name}: '{{ .spectro.var.${name} }}'`).join("\n"),
});
const create = (packs: ReturnType<typeof using>[], variables: V1Variable[] | null) =>
  createPublished(client, profileBody(`variables-${count++}`, packs, { variables }));
const write = (method: string, uid: string, variables: unknown) =>
  client.call(method, `/v1/clusterprofiles/${uid}/variables`, { body: { variables } });
const read = async (uid: string) =>
  (await client.call<V1Variables>("GET", `/v1/clusterprofiles/${uid}/variables`)).body.variables ?? [];

test("variables are read in their order with every field", async () => {
  const uid = await create([], [{ name: "b" }, { name: "a", displayName: "A", format: "number", defaultValue: "1" }]);
  expect(await read(uid)).toEqual([
    expect.objectContaining({ name: "b", displayName: "b", format: "string", inputType: "text", required: false }),
    expect.objectContaining({ name: "a", displayName: "A", format: "number", defaultValue: "1", isSensitive: false }),
  ]);
});

test("PUT replaces the list, PATCH adds to it, DELETE takes names from it, and null clears it", async () => {
  const uid = await create([], [{ name: "a", defaultValue: "1" }]);
  const names = async () => (await read(uid)).map(({ name, defaultValue }) => `${name}=${defaultValue}`);
  expect((await write("PUT", uid, [{ name: "b" }, { name: "c", defaultValue: "3" }])).status).toBe(204);
  expect(await names()).toEqual(["b=", "c=3"]);
  expect((await write("PATCH", uid, [{ name: "c", defaultValue: "4" }, { name: "d" }])).status).toBe(204);
  expect(await names()).toEqual(["b=", "c=4", "d="]);
  expect((await write("DELETE", uid, ["b", "unknown"])).status).toBe(204);
  expect(await names()).toEqual(["c=4", "d="]);
  expect((await write("PUT", uid, null)).status).toBe(204);
  expect(await names()).toEqual([]);
});

test("packs that use a variable the profile does not have are refused at create and at PUT", async () => {
  const body = profileBody("undeclared", [using("port")]);
  const created = await client.call("POST", "/v1/clusterprofiles", { body });
  expect(created).toMatchObject({
    status: 400,
    body: {
      code: "PackVariablesUndefined",
      message: expect.stringContaining('"port" in the pack "nginx"'),
      details: { undefined: [{ pack: "nginx", variable: "port" }] },
    },
  });
  const uid = await create([using("port")], [{ name: "port" }]);
  const put = (pack: unknown) =>
    client.call("PUT", `/v1/clusterprofiles/${uid}`, { body: { spec: { template: { packs: [pack] } } } });
  expect(await put(using("port", "host"))).toMatchObject({ status: 400, body: { code: "PackVariablesUndefined" } });
  expect((await put(using("port"))).status).toBe(204);
});

test("a variable used in a manifest counts as used", async () => {
  const manifest = { name: "m", type: "manifest", manifests: [{ name: "x", content: "a: '{{.spectro.var.deep}}'" }] };
  const body = profileBody("in-manifest", [manifest]);
  expect(await client.call("POST", "/v1/clusterprofiles", { body })).toMatchObject({
    status: 400,
    body: { code: "PackVariablesUndefined" },
  });
});

test("peer-973: a variable cannot go while stored packs use it, and can after they were published without it", async () => {
  const uid = await create([using("port")], [{ name: "port" }]);
  for (const [method, variables] of [
    ["PUT", []],
    ["DELETE", ["port"]],
  ] as const) {
    expect(await write(method, uid, variables)).toMatchObject({
      status: 400,
      body: { code: "PackVariablesUndefined" },
    });
  }
  expect((await read(uid)).map((variable) => variable.name)).toEqual(["port"]);
  await client.call("PUT", `/v1/clusterprofiles/${uid}`, { body: { spec: { template: { packs: [using()] } } } });
  expect((await write("DELETE", uid, ["port"])).status).toBe(400);
  await client.call("PATCH", `/v1/clusterprofiles/${uid}/publish`);
  expect((await write("DELETE", uid, ["port"])).status).toBe(204);
});

test("the default of a sensitive variable is masked, and sending the mask back keeps what is stored", async () => {
  const secret = { name: "password", isSensitive: true, defaultValue: "42", format: "number" } as const;
  const uid = await create([], [secret, { name: "empty", isSensitive: true }]);
  expect((await read(uid)).map((variable) => variable.defaultValue)).toEqual(["********", ""]);
  // The mask is no number: only the stored default can make this pass.
  for (const method of ["PUT", "PATCH"]) {
    expect((await write(method, uid, [{ ...secret, defaultValue: "********" }])).status).toBe(204);
  }
  expect(await write("PUT", uid, [{ ...secret, defaultValue: "other" }])).toMatchObject({ status: 400 });
  // Shown again, the stored default is still the first one.
  expect((await write("PUT", uid, [{ ...secret, isSensitive: false, defaultValue: "43" }])).status).toBe(204);
  expect((await read(uid))[0]?.defaultValue).toBe("43");
});

test.each<[string, unknown[], string]>([
  [
    "two of one name",
    [
      { name: "a", displayName: "1" },
      { name: "a", displayName: "2" },
    ],
    'the name "a"',
  ],
  [
    "two of one display name",
    [
      { name: "a", displayName: "x" },
      { name: "b", displayName: "x" },
    ],
    'displayName "x"',
  ],
  ["no name", [{ displayName: "x" }], "variables[0].name is missing"],
  ["a default of another format", [{ name: "a", format: "number", defaultValue: "ten" }], "the format number"],
  ["a boolean of 1", [{ name: "a", format: "boolean", defaultValue: "1" }], "the format boolean"],
  ["a read-only one without default", [{ name: "a", immutable: true }], "read-only"],
  ["a hidden and required one without default", [{ name: "a", hidden: true, required: true }], "hidden and required"],
  ["a dropdown without options", [{ name: "a", inputType: "dropdown" }], "without options"],
  [
    "a dropdown with a foreign default",
    [{ name: "a", inputType: "dropdown", options: [{ value: "x" }], defaultValue: "y" }],
    "not among its options",
  ],
])("%s is refused", async (_what, variables, message) => {
  const uid = await create([], [{ name: "before" }]);
  const answer = await write("PUT", uid, variables);
  expect(answer).toMatchObject({
    status: 400,
    body: { code: "InvalidVariable", message: expect.stringContaining(message) },
  });
  expect((await read(uid)).map((variable) => variable.name)).toEqual(["before"]);
});

test("variables of a profile that does not exist are not found", async () => {
  expect((await write("PUT", "000000000000000000000000", [])).status).toBe(404);
});
