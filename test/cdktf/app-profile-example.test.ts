import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../scenarios/backend";
import { type CdktfProject, copyExample, LIBRARIES } from "./cdktf-project";
import { readmeCommands } from "./example-readme";

// examples/cdktf-app-profile: the commands of its README, in order, and what it says of each thing to try. With cdktn the
// commands alone.
const EXAMPLE = "cdktf-app-profile";
const SECRET = "first-canary";
const OTHER = "second-canary";
const [deploy = [], diff = [], destroy = [], ...more] = readmeCommands(EXAMPLE);
const base64 = (text: string) => Buffer.from(text).toString("base64");

jest.setTimeout(120_000);

describe.each(LIBRARIES)("%s", (library) => {
  let server: RunningServer;
  let backend: Backend;
  let project: CdktfProject;

  beforeAll(async () => {
    server = await startServer();
    backend = await backendOf(server);
    project = copyExample(EXAMPLE, server, { TF_VAR_db_root_password: SECRET }, library);
  });
  afterAll(async () => {
    project?.remove();
    await server?.close();
  });

  const tierWrites = async () =>
    (await backend.calls()).filter((call) => /^(POST|PUT|PATCH|DELETE) \/v1\/appProfiles/.test(call));

  test("deploys three tiers, and the password is shown nowhere", async () => {
    const { status, output } = await project.cdktf(...deploy);
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("1 added") });
    const [shop] = await backend.appProfiles();
    expect(output).toContain(shop?.uid);
    expect(shop?.tiers.map(({ metadata }) => metadata?.name)).toEqual(["db", "api", "ui"]);
    for (const text of [output, ...synthesised()]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(base64(SECRET));
    }
  });

  test("has nothing to change after that", async () => {
    const { status, output } = await project.cdktf(...diff);
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("No changes.") });
  });

  if (library === "cdktf") {
    test("compiles under the strict settings of the repository", async () => {
      const example = resolve(__dirname, "../../examples", EXAMPLE);
      const run = await project.run(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", example]);
      expect(run).toEqual({ status: 0, output: "" });
    });

    test.each([
      ["replicas: 2", "replicas: 11", "Palette runs 1 to 10 of a container"],
      ["DB_HOST: db.service", 'DB_HOST: db.output("MYSQLMSTR_SCV")', 'did you mean "MYSQLMSTR_SVC"'],
      ['DB_USER: "root"', "DB_USER: db.userName", "it has ROOT_PASSWORD, MYSQLMSTR_SVC,"],
    ])("refuses at synth, for %s, %s", async (from, to, told) => {
      project.edit("main.ts", from, to);
      const { status, output } = await project.run(process.execPath, ["--import", "tsx", "main.ts"]);
      expect({ status, output }).toMatchObject({ status: 1, output: expect.stringContaining(told) });
      project.edit("main.ts", to, from);
    });

    test("shows no password, neither the old one nor the new", async () => {
      const { output } = await project.cdktf(...diff, "--var", `db_root_password=${OTHER}`);
      expect(output).toContain("~ sensitive_properties = (sensitive value)");
      for (const text of [SECRET, OTHER]) {
        expect(output).not.toContain(text);
        expect(output).not.toContain(base64(text));
      }
    });

    test("takes an image as one line, and as one call for its tier", async () => {
      project.edit("main.ts", "hello-universe-api:1.0.9", "hello-universe-api:1.0.12");
      await backend.forget();
      const { status, output } = await project.cdktf(...deploy);
      expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("1 changed") });
      expect(output).toContain(
        "- image: ghcr.io/spectrocloud/hello-universe-api:1.0.9 + image: ghcr.io/spectrocloud/hello-universe-api:1.0.12",
      );
      expect(output).not.toContain("sensitive_properties");
      expect(await tierWrites()).toEqual(["PUT /v1/appProfiles/{uid}/tiers/{tierUid}"]);
    });

    test("makes another version beside the one there is", async () => {
      const [before] = await backend.appProfiles();
      project.edit("main.ts", 'version: "1.0.0"', 'version: "1.1.0"');
      const { status, output } = await project.cdktf(...deploy);
      expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("1 changed") });
      const after = await backend.appProfiles();
      expect(after.map(({ profile }) => profile.spec?.version).sort()).toEqual(["1.0.0", "1.1.0"]);
      const made = after.find(({ uid }) => uid !== before?.uid);
      expect(output).toContain(`shop_uid = ${made?.uid}`);
    });
  }

  test("leaves nothing in Palette at the end", async () => {
    const { status, output } = await project.cdktf(...destroy);
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("1 destroyed") });
    expect(await backend.appProfiles()).toEqual([]);
    expect(more).toEqual([]);
  });

  /** What CDKTF wrote for Terraform. */
  function synthesised(): string[] {
    const folder = join(project.folder, "cdktf.out");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.json$/.test(file));
    expect(files).not.toEqual([]);
    return files.map((file) => readFileSync(join(folder, file), "utf8"));
  }
});
