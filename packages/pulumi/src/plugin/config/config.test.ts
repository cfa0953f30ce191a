import { PluginClient, secret } from "../../testing/plugin-client";
import { palettePlugin } from "../palette-plugin";

const URN = "urn:pulumi:dev::shop::pulumi:providers:palette::default";
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

let client: PluginClient;
beforeEach(async () => {
  client = await PluginClient.open(palettePlugin);
  client.urn = URN;
});
afterEach(() => client.close());

describe("checking a configuration", () => {
  const check = (news: Record<string, unknown>) => client.check(news, {}, "checkConfig");

  test("takes settings as Pulumi sends them, numbers as JSON, and keeps what is a secret by the schema one", async () => {
    const given = { host: "palette.test", apiKey: "key-1", retryAttempts: "3", version: "0.1.0" };
    expect(await check(given)).toEqual({ inputs: { ...given, apiKey: secret("key-1") }, failures: [] });
  });

  test("leaves alone what is not known yet", async () => {
    const { inputs, failures } = await check({ apiKey: UNKNOWN, host: UNKNOWN });
    expect({ inputs, failures }).toEqual({ inputs: { apiKey: secret(UNKNOWN), host: UNKNOWN }, failures: [] });
  });

  test.each([
    ["a name in another spelling", { apikey: "x" }, 'apikey: There is no property "apikey". Did you mean apiKey?'],
    ["a name with a slip", { prject: "x" }, "Did you mean project?"],
    ["a wrong type", { host: '["a"]', caFile: 7 }, "caFile: The property has the wrong type. It must be a string."],
    ["a text in place of a number", { retryAttempts: "often" }, "retryAttempts: The property has the wrong type"],
    ["a number out of range", { retryAttempts: "21" }, "retryAttempts: Not a number of retries"],
  ])("tells of %s, at the property", async (_, wrong, told) => {
    expect((await check(wrong)).failures.join()).toContain(told);
  });
});

describe("a changed configuration", () => {
  const diff = async (oldInputs: Record<string, unknown>, news: Record<string, unknown>) => {
    const { shown, replaces } = await client.diff({ olds: oldInputs, oldInputs, news }, "diffConfig");
    return { shown, replaces };
  };

  test("is none where it means the same", async () => {
    const same = { apiKey: "a", retryAttempts: "3" };
    expect(await diff(same, { ...same, retryAttempts: 3 })).toEqual({ shown: {}, replaces: [] });
  });

  test("of a key or the project replaces nothing: resources keep the project that they were made in", async () => {
    expect(await diff({ apiKey: "a", project: "Default" }, { apiKey: "b", project: "Other", caFile: "x" })).toEqual({
      shown: { apiKey: "UPDATE in", project: "UPDATE in", caFile: "ADD in" },
      replaces: [],
    });
  });

  test("of the host replaces, since profiles live there", async () => {
    expect(await diff({ host: "a.test" }, { host: "https://b.test" })).toEqual({
      shown: { host: "UPDATE_REPLACE in" },
      replaces: ["host"],
    });
  });

  test.each([
    ["spelled otherwise", "a.test", "https://A.test/"],
    ["on this machine, at another port", "http://127.0.0.1:1234", "http://localhost:4321"],
  ])("of a host that is %s replaces nothing", async (_, before, now) => {
    expect((await diff({ host: before }, { host: now })).replaces).toEqual([]);
  });

  test("of a host that came from the environment before replaces nothing: it may be the same", async () => {
    expect(await diff({}, { host: "a.test" })).toEqual({ shown: { host: "ADD in" }, replaces: [] });
    expect(await diff({ host: "a.test" }, { host: UNKNOWN })).toEqual({ shown: { host: "UPDATE in" }, replaces: [] });
  });
});

describe("configuring", () => {
  test("without an API key says how to set one, and none is in what it says", async () => {
    await expect(client.configure({ host: "palette.test" })).rejects.toMatchObject({
      message: expect.stringMatching(/There is no API key\. Set it with `pulumi config set --secret palette:apiKey/),
    });
  });

  test("for system profiles alone needs none", async () => {
    await client.configure({ systemEmail: "admin@palette.test", systemPassword: secret("x") });
  });
});
