import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../scenarios/backend";
import { actionsOf, createServedProject, diagnosticsOf, type Project, serverEnvironment } from "./terraform";

// What a program in Terraform's own language meets, beyond the scenarios that every front door shares.
jest.setTimeout(60_000);
let server: RunningServer;
let backend: Backend;
let project: Project;
beforeEach(async () => {
  server = await startServer();
  backend = await backendOf(server);
  project = await createServedProject(serverEnvironment(server));
});
afterEach(async () => {
  project.remove();
  await server.close();
});

const nginx = (values = "") => `
  pack {
    name          = "nginx"
    tag           = "1.11.4"
    registry_name = "Public Repo"
    ${values}
  }`;
const profile = (body: string, label = "it", name = "addons") => `
resource "palette_cluster_profile" "${label}" {
  name = "${name}"
  ${body}
}
`;

async function applied(hcl: string): Promise<void> {
  project.write("main.tf", hcl);
  expect((await project.apply()).errors).toBe("");
}

async function plannedActions(hcl: string): Promise<string[]> {
  project.write("main.tf", hcl);
  const ran = await project.plan();
  expect(ran.errors).toBe("");
  return actionsOf(ran);
}

describe("errors stand at the attribute in the file", () => {
  test.each([
    ["broken YAML", nginx('values = "a:\\n  - b\\n c: ["'), "values = ", ["nginx", "line"]],
    ["an unknown tag", nginx().replace("1.11.4", "1.11.5"), "tag ", ['"1.11.5"', '"1.11.4"']],
    ["an unknown pack", nginx().replace('"nginx"', '"ngimx"'), "name ", ['"ngimx"', '"nginx"']],
    ["an unknown registry", nginx().replace("Public Repo", "Public Rpo"), "registry_name ", ['"Public Repo"']],
    ["a wrong version", `version = "1.x"\n${nginx()}`, "version = ", ["major.minor.patch"]],
  ])("%s", async (_, body, code, words) => {
    project.write("main.tf", profile(body));
    const ran = await project.plan();
    const [told] = diagnosticsOf(ran);
    expect(told?.snippet?.code).toContain(code);
    expect(told?.range?.filename).toBe("main.tf");
    for (const word of words) expect(ran.errors).toContain(word);
    expect(await backend.profiles()).toEqual([]);
  });

  test("a null inside a list of tags", async () => {
    project.write("main.tf", profile(`tags = ["a", null]\n${nginx()}`));
    expect(diagnosticsOf(await project.plan())).toMatchObject([
      { summary: "A null inside a collection", snippet: { code: expect.stringContaining("tags = ") } },
    ]);
  });
});

describe("what is spelt in several ways is planned once", () => {
  test.each([
    [
      "empty and null attributes",
      `description = ""\n  tags = []\n  ${nginx("values = null")}\n  timeouts {}\n  profile_variables {}`,
    ],
    [
      "windows line ends and a byte order mark",
      nginx('values = "\\ufeffcharts:\\r\\n  nginx:\\r\\n    replicas: 3\\r\\n"'),
    ],
    ["several documents and other alphabets", nginx('values = "a: \\"Привет – 你好 🎨\\"\\n---\\nb: e\\u0301\\n"')],
    [
      "text that looks like a template",
      nginx(`values = "a: $$\{HOME} %%{ if }\\nb: '{{ .spectro.system.cluster.name }}'\\n"`),
    ],
    ["half a megabyte of values", nginx(`values = "text: ${"word ".repeat(100_000)}end\\n"`)],
    ["a version with few parts", `version = "2"\n${nginx()}`],
  ])("%s", async (_, body) => {
    await applied(profile(body));
    expect(await plannedActions(profile(body))).toEqual([]);
    expect((await project.apply("-destroy")).errors).toBe("");
    expect(await backend.profiles()).toEqual([]);
  });
});

describe("values that are not known while planning", () => {
  const unknown = (input: string) => `resource "terraform_data" "later" {\n  input = ${input}\n}\n`;
  const later = "terraform_data.later.output";

  test("in values and in a variable's default", async () => {
    const body = `${nginx(`values = yamlencode({ replicas: ${later} })`)}
  profile_variables {
    variable {
      name          = "n"
      display_name  = "N"
      default_value = ${later}
    }
  }`;
    const hcl = (input: string) => unknown(input) + profile(body);
    await applied(hcl('"3"'));
    const [made] = await backend.profiles();
    expect(made?.spec?.published?.packs?.[0]?.values).toContain('"replicas": "3"');
    expect(await plannedActions(hcl('"3"'))).toEqual([]);
    await applied(hcl('"4"'));
    expect((await backend.profiles())[0]?.spec?.published?.packs?.[0]?.values).toContain('"replicas": "4"');
    expect(await plannedActions(hcl('"4"'))).toEqual([]);
  });

  test("in a pack's tag, and in the number of layers", async () => {
    const layers = `
  dynamic "pack" {
    for_each = ${later}
    content {
      name          = "nginx"
      tag           = pack.value
      registry_name = "Public Repo"
    }
  }`;
    const hcl = unknown('toset(["1.11.4"])') + profile(layers);
    await applied(hcl);
    expect((await backend.profiles())[0]?.spec?.published?.packs).toMatchObject([{ name: "nginx", tag: "1.11.4" }]);
    expect(await plannedActions(hcl)).toEqual([]);
  });

  test("in the provider's own configuration: the error says what is missing", async () => {
    project.write(
      "main.tf",
      `provider "palette" {\n  host = ${later}\n}\n${unknown(`"${server.url}"`)}${profile(nginx())}`,
    );
    const { errors } = await project.plan();
    expect(errors).toContain("The provider's configuration is not known yet");
    expect(errors).toContain("host of provider");
  });
});

test("a new version changes the id, and what depends on it follows", async () => {
  const hcl = (version: string) =>
    `${profile(`version = "${version}"\n${nginx()}`)}
resource "terraform_data" "cluster" {
  input = palette_cluster_profile.it.id
}`;
  await applied(hcl("1.0.0"));
  await applied(hcl("1.1.0"));
  const newest = (await backend.profiles()).find((it) => it.spec?.version === "1.1.0");
  const { values } = await project.show<{
    values: { root_module: { resources: { address: string; values: object }[] } };
  }>();
  expect(
    values.root_module.resources.find(({ address }) => address === "terraform_data.cluster")?.values,
  ).toMatchObject({
    output: newest?.metadata?.uid,
  });
  expect(await backend.profiles()).toHaveLength(2);
});

test("an import block takes a profile over, with nothing to change after it", async () => {
  await applied(profile(nginx('values = "charts:\\n  nginx: {}\\n"')));
  const [made] = await backend.profiles();
  const other = await createServedProject(serverEnvironment(server));
  const block = `import {\n  to = palette_cluster_profile.it\n  id = "${made?.metadata?.uid}:project"\n}\n`;
  other.write("main.tf", block + profile(nginx('values = "charts:\\n  nginx: {}\\n"')));
  const taken = await other.apply();
  expect(taken.errors).toBe("");
  expect(taken.stdout).toContain("1 imported");
  expect(actionsOf(await other.plan())).toEqual([]);
  expect(await backend.profiles()).toHaveLength(1);
  other.remove();
});

test("an import id that means nothing says how one is written", async () => {
  project.write("main.tf", profile(nginx()));
  const { status, stderr } = await project.run("import", "-no-color", "palette_cluster_profile.it", "addons");
  expect(status).toBe(1);
  expect(stderr).toContain("NAME|UID:context[:version]");
});

test("data sources give what a profile needs", async () => {
  await applied(`
data "palette_registry" "public" {
  name = "Public Repo"
}
data "palette_pack" "nginx" {
  name         = "nginx"
  registry_uid = data.palette_registry.public.id
}
data "palette_project" "it" {
  name = "Default"
}
${profile(`
  project = data.palette_project.it.name
  pack {
    name         = data.palette_pack.nginx.name
    tag          = data.palette_pack.nginx.version
    uid          = data.palette_pack.nginx.id
    registry_uid = data.palette_registry.public.id
    values       = data.palette_pack.nginx.values
  }`)}`);
  expect((await backend.profiles())[0]?.spec?.published?.packs).toMatchObject([{ name: "nginx" }]);
  expect(actionsOf(await project.plan())).toEqual([]);
});

test("a sensitive default is shown in no plan", async () => {
  project.write(
    "main.tf",
    profile(`${nginx()}
  profile_variables {
    variable {
      name          = "token"
      display_name  = "Token"
      default_value = "canary-in-a-default"
      is_sensitive  = true
    }
  }`),
  );
  const { stdout } = await project.run("plan", "-no-color");
  expect(stdout).toContain("(sensitive value)");
  expect(stdout).not.toContain("canary-in-a-default");
  expect((await project.apply()).stdout).not.toContain("canary-in-a-default");
});

test("lifecycle: ignored changes stay ignored, and a forced replacement leaves one profile", async () => {
  const hcl = (replicas: number) =>
    profile(`${nginx(`values = "replicas: ${replicas}\\n"`)}
  lifecycle {
    ignore_changes = [pack]
  }`);
  await applied(hcl(1));
  expect(await plannedActions(hcl(2))).toEqual([]);
  const replaced = await project.apply("-replace=palette_cluster_profile.it");
  expect([replaced.errors, actionsOf(replaced)]).toEqual(["", ["replace"]]);
  expect(await backend.profiles()).toHaveLength(1);
});

test("the config that Terraform generates for an import is planned without an error", async () => {
  await applied(profile(nginx()));
  const [made] = await backend.profiles();
  const generating = await createServedProject(serverEnvironment(server));
  try {
    generating.write(
      "main.tf",
      `import {
  to = palette_cluster_profile.found
  id = "${made?.metadata?.uid}:project"
}
`,
    );
    const { stdout, stderr } = await generating.run("plan", "-no-color", "-generate-config-out=found.tf");
    expect(stderr).toBe("");
    expect(stdout).toContain("1 to import, 0 to add, 0 to change, 0 to destroy");
  } finally {
    generating.remove();
  }
});

test("ten profiles at a time, with Palette's rate limits on, end as they were planned", async () => {
  await server.close();
  server = await startServer({ rateLimits: "documented" });
  backend = await backendOf(server);
  project.remove();
  project = await createServedProject(serverEnvironment(server));
  const hcl = profile(nginx()).replace(
    'name = "addons"',
    `for_each = toset(formatlist("p%d", range(10)))\n  name = each.key`,
  );
  await applied(hcl);
  expect(await backend.profiles()).toHaveLength(10);
  expect(await plannedActions(hcl)).toEqual([]);
});

test("a create whose answer can be read no more is in the state, tainted, and the next apply leaves one profile", async () => {
  project.write("main.tf", profile(nginx()));
  await backend.fault({ match: { method: "GET", route: "/v1/clusterprofiles/{uid}" }, action: { status: 400 } });
  const failed = await project.apply();
  expect(failed.errors).toContain("400");
  const [made] = await backend.profiles();
  expect(project.state()).toContain('"status": "tainted"');
  expect(project.state()).toContain(made!.metadata!.uid);
  expect((await project.apply()).errors).toBe("");
  expect(await backend.profiles()).toHaveLength(1);
  expect(actionsOf(await project.plan())).toEqual([]);
});

test("an interrupt lets a slow create finish, and its profile is in the state", async () => {
  project.write("main.tf", profile(nginx()));
  await backend.fault({ match: { method: "POST", route: "/v1/clusterprofiles" }, action: { delayMs: 2000 } });
  const child = project.start("apply", "-auto-approve", "-no-color");
  await new Promise<void>((resolve) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes("Creating...") && resolve());
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill("SIGINT");
  await new Promise((resolve) => child.once("close", resolve));
  const [made] = await backend.profiles();
  expect(project.state()).toContain(made?.metadata?.uid);
  expect(actionsOf(await project.plan())).toEqual([]);
});

test("where the host is down, nothing is made and the state stays as it was", async () => {
  await applied(profile(nginx()));
  const state = project.state();
  const url = server.url;
  await server.close();
  const { errors } = await project.apply();
  expect(errors).toContain("could not be reached");
  expect(errors).toContain(url);
  expect(project.state()).toBe(state);
});
