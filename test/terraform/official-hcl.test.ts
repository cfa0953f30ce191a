import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../scenarios/backend";
import { actionsOf, createProject, type Project } from "./terraform";

// Programs as people write them for the official provider, with the types' prefix changed and nothing else.
jest.setTimeout(60_000);
let server: RunningServer;
let backend: Backend;
let project: Project;
beforeAll(async () => {
  server = await startServer();
  backend = await backendOf(server);
  project = await createProject({ SPECTROCLOUD_APIKEY: server.apiKey });
});
afterAll(async () => {
  project.remove();
  await server.close();
});

const provider = (more = "") => `
provider "palette" {
  host         = "${server.url}"
  project_name = "${server.project}"
  ${more}
}
`;

test("every block and argument that both providers have is applied, and leaves nothing to plan", async () => {
  project.write(
    "main.tf",
    `${provider("retry_attempts = 3")}
data "palette_registry" "public" {
  name = "Public Repo"
}
data "palette_pack" "argo" {
  name         = "argo-cd"
  version      = "7.7.5"
  registry_uid = data.palette_registry.public.id
}
data "palette_pack" "service" {
  name         = "postgresql-operator"
  version      = "1.8.2"
  registry_uid = data.palette_registry.public.id
}
resource "palette_cluster_profile" "by_uid" {
  name         = "by-uid"
  description  = "Add-ons of the platform"
  tags         = ["dev", "department:devops"]
  cloud        = "all"
  type         = "add-on"
  version      = "1.0.0"
  context      = "tenant"
  skip_destroy = false
  timeouts {
    create = "10m"
    update = "10m"
    delete = "10m"
  }
  pack {
    name         = data.palette_pack.argo.name
    tag          = data.palette_pack.argo.version
    uid          = data.palette_pack.argo.id
    registry_uid = data.palette_registry.public.id
    type         = "spectro"
    values       = data.palette_pack.argo.values
  }
}
resource "palette_cluster_profile" "by_name" {
  name = "by-name"
  pack {
    name          = "nginx"
    tag           = "1.11.4"
    registry_name = "Public Repo"
    values        = <<-EOT
      charts:
        nginx:
          replicas: "{{.spectro.var.replicas}}"
          word: "{{.spectro.var.word}}"
    EOT
    manifest {
      name    = "extra"
      content = <<-EOT
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: extra
          namespace: default
      EOT
    }
  }
  pack {
    name = "manifests"
    type = "manifest"
    manifest {
      name    = "ns"
      content = "apiVersion: v1\\nkind: Namespace\\nmetadata: {name: a}\\n"
    }
  }
  profile_variables {
    variable {
      name          = "replicas"
      display_name  = "Replicas"
      format        = "number"
      description   = "How many"
      default_value = "2"
      required      = true
      immutable     = false
      is_sensitive  = false
      hidden        = false
    }
    variable {
      name          = "word"
      display_name  = "Word"
      input_type    = "dropdown"
      default_value = "a"
      options {
        label       = "A"
        value       = "a"
        description = "The first"
      }
      options {
        label = "B"
        value = "b"
      }
    }
  }
}
resource "palette_app_profile" "shop" {
  name        = "shop"
  version     = "1.0.0"
  context     = "project"
  description = "The shop"
  tags        = ["team:web"]
  cloud       = "all"
  pack {
    name            = "db"
    type            = "operator-instance"
    tag             = data.palette_pack.service.version
    registry_uid    = data.palette_registry.public.id
    source_app_tier = data.palette_pack.service.id
    properties = {
      databaseName       = "shop"
      dbUserName         = "shopper"
      dbPassword         = "cGFzc3dvcmQ="
      databaseVolumeSize = "8"
    }
  }
  pack {
    name          = "team"
    type          = "manifest"
    install_order = 0
    manifest {
      name    = "ns"
      content = "apiVersion: v1\\nkind: Namespace\\nmetadata: {name: a}\\n"
    }
  }
}
`,
  );
  const made = await project.apply();
  expect([made.errors, actionsOf(made)]).toEqual(["", ["create", "create", "create"]]);
  expect(actionsOf(await project.plan())).toEqual([]);
  const [app] = await backend.appProfiles();
  expect(app?.tiers.map(({ spec }) => spec?.type)).toEqual(["operator-instance", "manifest"]);
  expect((await project.apply("-destroy")).errors).toBe("");
});

describe("what the official provider takes and ours does not is refused with what to write instead", () => {
  const nginx = 'pack {\n    name = "nginx"\n    tag = "1.11.4"\n  }';
  const cluster = (body: string) => `resource "palette_cluster_profile" "it" {\n  name = "x"\n  ${body}\n}\n`;
  const app = (body: string) => `resource "palette_app_profile" "it" {\n  name = "x"\n  ${body}\n}\n`;
  test.each([
    ["the context system", cluster(`context = "system"\n  ${nginx}`), /is a system profile: use that resource/],
    ["an empty context", cluster(`context = ""\n  ${nginx}`), /use one of project, tenant/],
    [
      "two registries",
      cluster(
        'pack {\n    name = "nginx"\n    tag = "1.11.4"\n    registry_name = "Public Repo"\n    registry_uid = "b"\n  }',
      ),
      /Leave one of them out/,
    ],
    ["a tier without a type", app('pack {\n    name = "web"\n  }'), /type/],
    ["two tags of one key", cluster(`tags = ["a:b", "a:c"]\n  ${nginx}`), /one value a key/],
    [
      "a tier's uid",
      app(
        'pack {\n    name = "web"\n    type = "container"\n    uid = "x"\n    values = "containerService:\\n  image: a:1"\n  }',
      ),
      /uid/,
    ],
  ])("%s", async (_, hcl, told) => {
    project.write("main.tf", provider() + hcl);
    const ran = await project.plan();
    expect(ran.errors).toMatch(told);
  });
});
