import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { palette } from "@palette-profiles/resources";
import { providerSchemaJson } from "@palette-profiles/terraform-provider";
import { actionsOf, createProject, diagnosticsOf, type Project, type Ran, serverEnvironment } from "./terraform";

// docs/terraform, and the examples in it: all of them together make one configuration that works.
const REPOSITORY = resolve(__dirname, "../..");
const EXAMPLES = join(REPOSITORY, "examples/terraform");
const SEED = join(REPOSITORY, "examples/terraform-system-profile/seed.yaml");
const [schema] = Object.values(providerSchemaJson(palette).provider_schemas);

/** Files of every example of one folder, by a name that is theirs alone. */
function examples(folder: string, wanted: RegExp): Map<string, string> {
  const found = readdirSync(join(EXAMPLES, folder), { recursive: true, encoding: "utf8" }).filter((path) =>
    wanted.test(path),
  );
  return new Map(
    found.sort().map((path) => [path.replaceAll("/", "_"), readFileSync(join(EXAMPLES, folder, path), "utf8")]),
  );
}

function planned({ messages }: Ran): string[] {
  return messages
    .flatMap(({ type, change }) =>
      type === "planned_change" && change ? [`${change.action} ${change.resource.addr}`] : [],
    )
    .sort();
}

/** What resources read, by the name that they know. */
function readFiles(): Map<string, string> {
  const files = examples("resources", /\.(yaml|json)$/);
  return new Map([...files].map(([name, text]) => [name.slice(name.lastIndexOf("_") + 1), text]));
}

function put(project: Project, files: Map<string, string>): void {
  for (const [name, text] of files) project.write(name, text);
}

test("the pages are what the schema and the examples give, and every page has an example", () => {
  const script = join(REPOSITORY, "packages/terraform-provider/scripts/generate-docs.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect([status, stdout, stderr]).toEqual([0, "", ""]);
});

test("every example belongs to something that the provider has", () => {
  const folders = {
    resources: schema!.resource_schemas,
    "data-sources": schema!.data_source_schemas,
    "ephemeral-resources": schema!.ephemeral_resource_schemas,
    "list-resources": schema!.list_resource_schemas,
    functions: schema!.functions,
  };
  expect(readdirSync(EXAMPLES).sort()).toEqual([...Object.keys(folders), "provider"].sort());
  for (const [folder, names] of Object.entries(folders)) {
    expect([folder, readdirSync(join(EXAMPLES, folder)).sort()]).toEqual([folder, Object.keys(names ?? {}).sort()]);
  }
});

test("they are formatted as Terraform formats", () => {
  const format = (words: string[], input?: string) =>
    spawnSync("terraform", ["fmt", "-check", ...words], { encoding: "utf8", ...(input !== undefined && { input }) });
  expect(format(["-recursive", EXAMPLES])).toMatchObject({ status: 0, stdout: "" });
  // Terraform 1.11 has no query files: it formats them as it formats any text of theirs.
  for (const text of examples("list-resources", /\.hcl$/).values()) expect(format(["-"], text).status).toBe(0);
});

test("identities and filters of lists have the attributes that their schema has", () => {
  const keysIn = (text: string, block: RegExp) =>
    [...(block.exec(text)?.[1] ?? "").matchAll(/^\s*(\w+)\s*=/gm)].map(([, key]) => key);
  for (const [name, { attributes }] of Object.entries(schema!.resource_identity_schemas ?? {})) {
    const path = join(EXAMPLES, "resources", name, "import-by-identity.tf");
    const keys = keysIn(readFileSync(path, "utf8"), /identity = \{(.*?)\}/s);
    expect(Object.keys(attributes)).toEqual(expect.arrayContaining(keys));
    const needed = Object.keys(attributes).filter((key) => attributes[key]!.required_for_import);
    expect(keys).toEqual(expect.arrayContaining(needed));
  }
  for (const [name, { block }] of Object.entries(schema!.list_resource_schemas ?? {})) {
    const text = readFileSync(join(EXAMPLES, "list-resources", name, "list-resource.tfquery.hcl"), "utf8");
    expect(text).toContain(`list "${name}"`);
    const keys = keysIn(text, /config \{(.*?)\}/s);
    expect(keys.length).toBeGreaterThan(0);
    expect(Object.keys(block.attributes ?? {})).toEqual(expect.arrayContaining(keys));
  }
});

describe("against the embedded server", () => {
  const root = mkdtempSync(join(tmpdir(), "palette-docs-"));
  const projects: Project[] = [];
  let server: RunningServer;
  let made: Project;
  jest.setTimeout(60_000);

  async function project(): Promise<Project> {
    const { email = "", password = "" } = server.systemAdministrator ?? {};
    const it = await createProject({
      ...serverEnvironment(server),
      SPECTROCLOUD_SYSTEM_EMAIL: email,
      SPECTROCLOUD_SYSTEM_PASSWORD: password,
    });
    projects.push(it);
    put(it, new Map([["terraform.tf", readFileSync(join(EXAMPLES, "provider/provider.tf"), "utf8")]]));
    return it;
  }

  beforeAll(async () => {
    const seed = join(root, "seed.yaml");
    writeFileSync(seed, `${readFileSync(SEED, "utf8")}\nmacros: [{ name: REGION, value: eu-central-1 }]\n`);
    server = await startServer({ seed });
    made = await project();
  });
  afterAll(async () => {
    for (const it of projects) it.remove();
    await server.close();
    rmSync(root, { recursive: true });
  });

  test("what the examples of resources make is made without a warning but that on the Enterprise cluster", async () => {
    put(made, examples("resources", /\/resource\.tf$/));
    put(made, readFiles());
    const applied = await made.apply();
    expect(applied.errors).toBe("");
    const told = diagnosticsOf(applied).map(({ summary }) => summary);
    expect(new Set(told)).toEqual(new Set(["The cluster that hosts Palette changes"]));
    expect(existsSync(join(made.folder, "backup/enterprise-cluster.yaml"))).toBe(true);
  });

  test("the other examples find it, and nothing is left to plan", async () => {
    put(made, examples("data-sources", /\.tf$/));
    put(made, examples("functions", /\.tf$/));
    put(made, examples("ephemeral-resources", /\.tf$/));
    const applied = await made.apply();
    expect([applied.errors, actionsOf(applied)]).toEqual(["", []]);
    const { values } = await made.show<{ values: { outputs: Record<string, { value: unknown }> } }>();
    const shown = Object.fromEntries(Object.entries(values.outputs).map(([name, { value }]) => [name, value]));
    expect(shown).toMatchObject({
      argo_cd_version: "7.7.5",
      platform_profiles: { "platform-add-ons": expect.stringMatching(/^[0-9a-f]{24}$/) },
      shop_tiers: ["db", "api"],
      shop_versions: ["1.0.0"],
      enterprise_layers: { kubernetes: "1.31.5" },
      macros: ["REGION"],
      argo_cd_newest: "7.8.2",
      default_project_uid: expect.stringMatching(/./),
      public_registry_uid: expect.stringMatching(/./),
      nginx_values: expect.stringContaining("replicaCount: 3"),
      // As the comments in the examples say.
      what_differs: ["~ replicas: 1 -> 3", "+ ha: true"],
      prerelease: "rc.1",
      normalized: "1.2.0",
      web_profile: expect.stringContaining("name: web"),
    });
  });

  test("the examples of imports import what the resources made, and change none of it in Palette", async () => {
    const it = await project();
    put(it, examples("resources", /\/(resource|import)\.tf$/));
    put(it, readFiles());
    await fetch(`${server.url}/__server/stats`, { method: "DELETE" });
    const applied = await it.apply();
    expect(applied.errors).toBe("");
    // What a program says in other words than Palette (overrides for values), and settings of its own, become state.
    expect(planned(applied)).toEqual([
      "import palette_app_profile.shop",
      "import palette_cluster_profile.cluster",
      "update palette_cluster_profile.add_ons",
      "update palette_cluster_profile_import.ingress",
      "update palette_system_profile.enterprise",
    ]);
    const stats = (await (await fetch(`${server.url}/__server/stats`)).json()) as { method: string; route: string }[];
    const written = stats.filter(
      ({ method, route }) => method !== "GET" && !/dashboard|authenticate|search/.test(route),
    );
    expect([stats.length > 0, written]).toEqual([true, []]);
    expect(actionsOf(await it.plan())).toEqual([]);
  });

  test("the command line imports the same as the blocks do", () => {
    const commands = examples("resources", /\/import\.sh$/);
    for (const [name, text] of examples("resources", /\/import\.tf$/)) {
      const blocks = [...text.matchAll(/to\s*=\s*(\S+)\s*id\s*=\s*"(.*)"/g)];
      const wanted = blocks.map(([, to, id]) => `terraform import ${to} ${id}`);
      const lines = commands.get(name.replace(".tf", ".sh"))!.split("\n");
      expect(lines.filter((line) => line !== "" && !line.startsWith("#"))).toEqual(wanted);
    }
  });
});
