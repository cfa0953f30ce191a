import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { nginx } from "../scenarios/profiles";
import { oneProfile } from "./programs";
import { type Opened, runners } from "./runner";

jest.setTimeout(60_000);

/** What there is of the environment must not count. */
const NOTHING = {
  SPECTROCLOUD_HOST: "",
  SPECTROCLOUD_APIKEY: "",
  SPECTROCLOUD_PROJECT: "",
  SPECTROCLOUD_RETRY_ATTEMPTS: "",
};
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe.each(runners)("with $name", (runner) => {
  let stack: Opened;
  beforeEach(async () => {
    stack = await runner.open({ files: oneProfile({ name: "it", packs: [nginx] }, "exports.project = it.project;") });
  });
  afterEach(() => stack.close());
  const previewed = async (env: Record<string, string>) => {
    await stack.change({ env: { ...NOTHING, ...env } });
    return stack.preview();
  };

  test("the stack's configuration goes before the environment, and the key is a secret in it", async () => {
    const config = { "palette:host": server.url, "palette:project": "Default", "palette:retryAttempts": "0" };
    const secretConfig = { "palette:apiKey": server.apiKey };
    const wrong = {
      SPECTROCLOUD_HOST: "http://127.0.0.1:9",
      SPECTROCLOUD_APIKEY: "wrong",
      SPECTROCLOUD_PROJECT: "Shop",
    };
    await stack.change({ config, secretConfig, env: wrong });
    const up = await stack.up();
    expect(up).toMatchObject({ ok: true, errors: [], outputs: { project: "Default" } });
    expect(up.told + (await stack.state())).not.toContain(server.apiKey);
    expect((await stack.destroy()).ok).toBe(true);
    expect(await (await backendOf(server)).profiles()).toEqual([]);
  });

  test.each([
    ["no API key", {}, "pulumi config set --secret palette:apiKey KEY"],
    ["a key that Palette does not know", { SPECTROCLOUD_APIKEY: "wrong-canary" }, "Palette refused the API key"],
  ])("%s fails the preview with one sentence that says what to do", async (_, env, told) => {
    const preview = await previewed({ SPECTROCLOUD_HOST: server.url, ...env });
    expect(preview).toMatchObject({ ok: false, errors: [expect.stringContaining(told)] });
    expect(preview.told).not.toMatch(/canary|\n\s+at /);
  });
});
