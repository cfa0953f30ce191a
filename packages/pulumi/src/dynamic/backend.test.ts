import { palette } from "@palette-profiles/resources";
import { missingCredentials } from "../runtime/missing-credentials";
import { settings } from "../runtime/settings";
import { Backend } from "./backend";

const VARIABLES = ["HOST", "APIKEY", "PROJECT", "RETRY_ATTEMPTS", "SYSTEM_TOKEN", "SYSTEM_EMAIL", "CA_FILE"];
const kept = { ...process.env };

beforeEach(() => {
  for (const name of VARIABLES) delete process.env[`SPECTROCLOUD_${name}`];
});
afterAll(() => {
  process.env = kept;
});

function backend(config: Record<string, string>) {
  const it = new Backend({ provider: palette, settings, refusal: missingCredentials }, new Map());
  it.configure({ get: (key) => config[key], require: (key) => config[key] ?? "" });
  return it;
}
const KEY = { "palette:apiKey": "k3y-canary" };

test("the stack's configuration goes before the environment, which goes before the defaults", () => {
  expect(backend(KEY).context()).toMatchObject({ project: "Default", client: { url: "https://api.spectrocloud.com" } });
  Object.assign(process.env, { SPECTROCLOUD_HOST: "palette.test", SPECTROCLOUD_PROJECT: "Shop" });
  expect(backend(KEY).context()).toMatchObject({ project: "Shop", client: { url: "https://palette.test" } });
  const config = { ...KEY, "palette:host": "http://127.0.0.1:1", "palette:project": "Bank" };
  expect(backend(config).context()).toMatchObject({ project: "Bank", client: { url: "http://127.0.0.1:1" } });
});

test("an empty text is as good as none", () => {
  process.env.SPECTROCLOUD_PROJECT = "";
  const config = { ...KEY, "palette:host": "", "palette:project": "", "palette:retryAttempts": "" };
  expect(backend(config).context()).toMatchObject({
    project: "Default",
    client: { url: "https://api.spectrocloud.com" },
  });
});

test("without a key it says how to set one; a system administrator needs none", () => {
  expect(() => backend({ "palette:apiKey": "" }).context()).toThrow("pulumi config set --secret palette:apiKey KEY");
  process.env.SPECTROCLOUD_SYSTEM_TOKEN = "t";
  expect(backend({}).context()).toMatchObject({ system: { token: "t" } });
});

test.each([
  ["retryAttempts", "many", 'palette:retryAttempts is "many". Write a whole number from 0 to 20'],
  ["retryAttempts", "21", 'palette:retryAttempts is "21"'],
  ["caFile", "none.pem", 'The file "none.pem" of palette:caFile (or SPECTROCLOUD_CA_FILE) cannot be read (ENOENT)'],
  ["host", "ht tp:/x", 'palette:host (or SPECTROCLOUD_HOST) is "ht tp:/x". Write a name such as'],
])("a wrong %s, %s, is told by its name in the stack's configuration", (name, value, told) => {
  expect(() => backend({ ...KEY, [`palette:${name}`]: value }).context()).toThrow(told);
});

test("resources with one configuration share one backend, and its rate limits", () => {
  const it = backend(KEY);
  expect(it.context()).toBe(it.context());
});
