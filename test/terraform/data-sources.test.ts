import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { yamlValue } from "@palette-profiles/profiles";
import { ADMINISTRATOR } from "../scenarios/backend";
import { createProject, diagnosticsOf, type Project, type Ran, serverEnvironment } from "./terraform";

let server: RunningServer;
let project: Project;
beforeAll(async () => {
  server = await startServer({ seed: join(__dirname, "data-sources.seed.yaml") });
  project = await createProject({
    ...serverEnvironment(server),
    SPECTROCLOUD_SYSTEM_EMAIL: ADMINISTRATOR.email,
    SPECTROCLOUD_SYSTEM_PASSWORD: ADMINISTRATOR.password,
  });
});
afterAll(async () => {
  // Where the project could not be made, the server must still end.
  await server.close();
  project.remove();
});

jest.setTimeout(60_000);

const output = (name: string, value: string, more = "") => `output "${name}" {\n  value = ${value}\n${more}}\n`;
const HIDDEN = "  sensitive = true\n";

const RESOURCES = `
resource "palette_cluster_profile" "web" {
  name = "web"
  tags = ["env:dev"]
  pack {
    name   = "nginx"
    tag    = "1.11.4"
    values = provider::palette::merge_values(data.palette_pack.nginx.values, { charts = { nginx = { replicas = 7 } } })
  }
  pack {
    name = "namespaces"
    type = "manifest"
    manifest {
      name    = "team-a"
      content = "kind: Namespace\\nmetadata: {name: team-a}\\n"
    }
  }
  profile_variables {
    variable {
      name         = "size"
      display_name = "Size"
    }
  }
}
resource "palette_app_profile" "shop" {
  name = "shop"
  pack {
    name = "settings"
    type = "manifest"
    manifest {
      name    = "settings"
      content = "kind: ConfigMap\\nmetadata: {name: settings}\\n"
    }
  }
}
`;

const DATA = `
data "palette_project" "default" {
  name = "Default"
}
data "palette_registry" "public" {
  name             = "Public Repo"
  with_sync_status = true
}
data "palette_pack" "nginx" {
  name         = "nginx"
  registry_uid = data.palette_registry.public.id
  with_readme  = true
}
data "palette_macros" "tenant" {
  macro_name = "dns"
}
data "palette_cluster_profile" "web" {
  name = palette_cluster_profile.web.name
}
data "palette_cluster_profile" "by_id" {
  id = palette_cluster_profile.web.id
}
data "palette_cluster_profiles" "dev" {
  tag        = "env:dev"
  version    = ">= 1.0.0, < 2.0.0"
  latest     = true
  depends_on = [palette_cluster_profile.web]
}
data "palette_app_profile" "shop" {
  name = palette_app_profile.shop.name
}
data "palette_app_profiles" "all" {
  depends_on = [palette_app_profile.shop]
}
ephemeral "palette_system_token" "it" {}
provider "palette" {
  alias        = "console"
  system_token = ephemeral.palette_system_token.it.token
}
data "palette_system_profile" "enterprise" {
  provider = palette.console
}
`;

const OUTPUTS = [
  output("project", "data.palette_project.default.id"),
  output("sync", "data.palette_registry.public.sync_status"),
  output("readme", "data.palette_pack.nginx.readme"),
  output("pack", "[data.palette_pack.nginx.version, data.palette_pack.nginx.layer]"),
  output("macro", "data.palette_macros.tenant.macro_value", HIDDEN),
  output("layers", "data.palette_cluster_profile.web.layers"),
  output("manifest", 'data.palette_cluster_profile.by_id.manifests["namespaces/team-a"]'),
  output("variables", "data.palette_cluster_profile.by_id.variables"),
  output("dev", "data.palette_cluster_profiles.dev.ids_by_name"),
  output("web", "palette_cluster_profile.web.id"),
  output("tiers", "data.palette_app_profile.shop.tiers"),
  output("apps", "data.palette_app_profiles.all.names"),
  output("system", "data.palette_system_profile.enterprise.resolved_name"),
  output(
    "difference",
    "provider::palette::diff_values(data.palette_pack.nginx.values, data.palette_cluster_profile.web.layer_values.nginx)",
  ),
  output("version", 'provider::palette::parse_version("v1.2.3-rc.1").prerelease'),
  output("document", "provider::palette::render_profile(palette_cluster_profile.web)", HIDDEN),
].join("");

test("all data sources, functions and the ephemeral token, in one apply; the next plan is empty", async () => {
  project.write("main.tf", RESOURCES + DATA + OUTPUTS);
  const ran = await project.apply();
  expect(ran.errors).toBe("");
  const shown = await project.run("output", "-json");
  const outputs = JSON.parse(shown.stdout) as Record<string, { value: unknown }>;
  const { document, web, ...others } = Object.fromEntries(
    Object.entries(outputs).map(([name, { value }]) => [name, value]),
  );
  expect(others).toEqual({
    project: expect.stringMatching(/^[0-9a-f]{24}$/),
    sync: "Success",
    readme: expect.any(String),
    pack: ["1.11.4", "addon"],
    macro: "ns.example",
    layers: ["nginx", "namespaces"],
    manifest: expect.stringContaining("kind: Namespace"),
    variables: ["size"],
    dev: { web },
    tiers: ["settings"],
    apps: ["shop"],
    system: "palette-enterprise",
    difference: [expect.stringMatching(/^[~+] charts\.nginx\.replicas: .*7$/)],
    version: "rc.1",
  });
  expect(yamlValue(String(document))).toMatchObject({
    metadata: { name: "web", labels: { env: "dev" } },
    spec: { template: { packs: [{ name: "nginx", values: expect.stringContaining("replicas: 7") }, {}] } },
  });
  // The token is nowhere: not in the state, not in what was printed.
  expect(project.state()).not.toMatch(/eyJ/);
  expect(ran.stdout).not.toMatch(/eyJ/);
  const planned = await project.run("plan", "-detailed-exitcode", "-no-color", "-input=false");
  expect([planned.status, planned.stderr]).toEqual([0, ""]);
});

/** What a plan tells of a config, each once, in a line. */
async function told(config: string): Promise<string[]> {
  const other = await createProject(serverEnvironment(server));
  try {
    other.write("main.tf", config);
    const ran: Ran = await other.plan();
    const lines = diagnosticsOf(ran).map(
      ({ severity, summary, range, snippet }) =>
        `${severity} ${range?.start.line ?? "-"} ${summary}: ${snippet?.code.trim() ?? ""}`,
    );
    // Terraform validates twice, and in no order.
    return [...new Set(lines)].sort();
  } finally {
    other.remove();
  }
}

test("a wrong argument of a function, a setting or a data source is told where it stands", async () => {
  expect(
    await told(`output "a" {
  value = provider::palette::merge_values("- a list", "a: 1")
}
output "b" {
  value = provider::palette::parse_version("1.2.3.4")
}
output "c" {
  value = provider::palette::render_profile({ name = "a", pakc = [] })
}`),
  ).toEqual([
    expect.stringMatching(/^error 2 .*merge_values/),
    expect.stringMatching(/^error 5 .*parse_version/),
    expect.stringMatching(/^error 8 .*render_profile/),
  ]);
  expect(
    await told(`provider "palette" {
  retry_attempts = 100
}
data "palette_project" "it" {
  name = "Default"
}`),
  ).toEqual([expect.stringMatching(/^error 2 Not a number of retries: retry_attempts = 100/)]);
  expect(
    await told(`data "palette_cluster_profiles" "it" {
  version = "~> 1.2"
}
data "palette_macros" "it" {
  context = "tennant"
}`),
  ).toEqual([
    expect.stringMatching(/^error 2 Not a range of versions/),
    expect.stringMatching(/^error 5 There is no such context/),
  ]);
});

test("a provider block of the official provider is taken, with a warning for what has no effect or is a risk", async () => {
  const block = `provider "palette" {
  project_name              = "Default"
  retry_attempts            = 10
  ignore_insecure_tls_error = true
  trace                     = true
  feature_flag              = { a = true }
  feature_preview           = { "immutable-clusterprofiles" = true }
}
data "palette_project" "it" {
  name = "Default"
}`;
  const found = await told(block);
  expect(found).toEqual([
    expect.stringMatching(/^warning 4 Palette's certificate is not checked: ignore_insecure_tls_error/),
    expect.stringMatching(/^warning 5 trace has no effect/),
    expect.stringMatching(/^warning 6 feature_flag has no effect/),
    expect.stringMatching(/^warning 7 feature_preview has no effect/),
  ]);
});
