import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createClient,
  packs,
  registries,
  TENANT,
  type V1AppProfileEntity,
  type V1ClusterProfileEntity,
  type V1Variable,
} from "@palette-profiles/palette-api";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import type { AnyValues } from "@palette-profiles/resource-kit";
import { type Backend, backendOf } from "../scenarios/backend";
import { officialState, withOfficialProvider } from "./official-provider";
import { actionsOf, createProject, type Project, type Ran, serverEnvironment } from "./terraform";

// States as the official provider leaves them behind, taken over by a `moved` block. Their shape is that of states that the
// real one wrote: texts trimmed, "" and false for what is not there, a uid where one was given, no project.
jest.setTimeout(60_000);
let server: RunningServer;
let backend: Backend;
let project: Project;
let folder: string;
beforeEach(async () => {
  server = await startServer();
  backend = await backendOf(server);
  folder = mkdtempSync(join(tmpdir(), "palette-moved-"));
  project = await createProject({
    ...serverEnvironment(server),
    TF_CLI_CONFIG_FILE: withOfficialProvider(join(folder, "official")),
  });
});
afterEach(async () => {
  project.remove();
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

const NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a";
const NGINX = "charts:\n  nginx:\n    replicas: '{{.spectro.var.replicas}}'";
const ARGO = "charts:\n  argo-cd:\n    server:\n      replicas: 2";
const REPLICAS: V1Variable = {
  name: "replicas",
  displayName: "Replicas",
  format: "number",
  inputType: "text",
  defaultValue: "2",
  required: true,
  hidden: false,
  immutable: false,
  isSensitive: false,
};

const CLUSTER_HCL = `
resource "palette_cluster_profile" "web" {
  name         = "web"
  description  = "Everything for the web"
  version      = "1.2.0"
  context      = "project"
  cloud        = "all"
  type         = "add-on"
  tags         = ["team:web", "shared"]
  skip_destroy = false

  timeouts {
    create = "2m"
  }
  pack {
    name         = "argo-cd"
    tag          = "7.7.5"
    registry_uid = data.palette_registry.public.id
    uid          = data.palette_pack.argo.id
    values       = <<-YAML
      charts:
        argo-cd:
          server:
            replicas: 2
    YAML
  }
  pack {
    name          = "nginx"
    tag           = "1.11.4"
    registry_name = "Public Repo"
    type          = "spectro"
    values        = <<-YAML
      charts:
        nginx:
          replicas: '{{.spectro.var.replicas}}'
    YAML
  }
  pack {
    name = "team"
    type = "manifest"
    manifest {
      name    = "ns"
      content = <<-YAML
        apiVersion: v1
        kind: Namespace
        metadata:
          name: team-a
      YAML
    }
  }
  profile_variables {
    variable {
      name          = "replicas"
      display_name  = "Replicas"
      format        = "number"
      default_value = "2"
      required      = true
      hidden        = false
    }
  }
}
data "palette_registry" "public" {
  name = "Public Repo"
}
data "palette_pack" "argo" {
  name         = "argo-cd"
  version      = "7.7.5"
  registry_uid = data.palette_registry.public.id
}
`;
const MOVED = `
moved {
  from = spectrocloud_cluster_profile.web
  to   = palette_cluster_profile.web
}
`;

async function publicPacks(): Promise<[string, (name: string, version: string) => Promise<string | undefined>]> {
  const client = createClient({ host: server.url, apiKey: server.apiKey });
  const at = { scope: TENANT, signal: new AbortController().signal };
  const { items } = await registries(client, at).list();
  const uid = items.find(({ name }) => name === "Public Repo")?.uid ?? "";
  return [
    uid,
    async (name, version) =>
      (await packs(client, at).versions(name, uid)).tags?.find((it) => it.version === version)?.packUid,
  ];
}

/** The profile as the official provider makes it, and the state that it then writes. */
async function madeByTheOfficial(): Promise<AnyValues & { id: string }> {
  const [registryUid, uidOf] = await publicPacks();
  const [argo, nginx] = [await uidOf("argo-cd", "7.7.5"), await uidOf("nginx", "1.11.4")];
  const { uid } = await backend.api.create({
    metadata: {
      name: "web",
      annotations: { description: "Everything for the web" },
      labels: { team: "web", shared: "spectro__tag" },
    },
    spec: {
      version: "1.2.0",
      template: {
        cloudType: "all",
        type: "add-on",
        packs: [
          { name: "argo-cd", type: "spectro", tag: "7.7.5", registryUid, uid: argo, values: ARGO },
          { name: "nginx", type: "spectro", tag: "1.11.4", registryUid, uid: nginx, values: NGINX },
          {
            name: "team",
            type: "manifest",
            uid: "spectro-manifest-pack",
            manifests: [{ name: "ns", content: NAMESPACE }],
          },
        ],
      },
      variables: [REPLICAS],
    },
  } as V1ClusterProfileEntity);
  const { spec } = await backend.api.get(uid);
  const team = spec?.published?.packs?.[2];
  const nothing = { tag: "", registry_uid: "", registry_name: "", values: "", manifest: [] };
  return {
    id: uid,
    name: "web",
    // Never read back.
    description: "Everything for the web",
    version: "1.2.0",
    context: "project",
    cloud: "all",
    type: "add-on",
    skip_destroy: false,
    tags: ["shared", "team:web"],
    timeouts: { create: "2m", delete: null, update: null },
    pack: [
      {
        ...nothing,
        name: "argo-cd",
        type: "spectro",
        tag: "7.7.5",
        registry_uid: registryUid,
        uid: argo,
        values: ARGO,
      },
      {
        ...nothing,
        name: "nginx",
        type: "spectro",
        tag: "1.11.4",
        registry_name: "Public Repo",
        uid: nginx,
        values: NGINX,
      },
      {
        ...nothing,
        name: "team",
        type: "manifest",
        uid: team?.packUid,
        manifest: [{ name: "ns", content: NAMESPACE, uid: team?.manifests?.[0]?.uid }],
      },
    ],
    profile_variables: [
      {
        variable: [
          {
            name: "replicas",
            display_name: "Replicas",
            format: "number",
            input_type: "text",
            default_value: "2",
            description: "",
            regex: "",
            required: true,
            hidden: false,
            immutable: false,
            is_sensitive: false,
            options: [],
          },
        ],
      },
    ],
  };
}

async function planOf(hcl: string, ...states: Parameters<typeof officialState>): Promise<Ran> {
  project.write("main.tf", hcl);
  project.write("terraform.tfstate", officialState(...states));
  return project.plan("-out=plan");
}

/** What Terraform would do, its words for a resource that is only renamed included. */
async function actionsPlanned(): Promise<Record<string, string[]>> {
  const plan = await project.show<{ resource_changes: { address: string; change: { actions: string[] } }[] }>("plan");
  return Object.fromEntries(plan.resource_changes.map(({ address, change }) => [address, change.actions]));
}

describe("a moved block", () => {
  it("does not make a profile again that it cannot find: it may be in another project", async () => {
    const attributes = await madeByTheOfficial();
    await backend.api.remove(String(attributes.id));
    const { errors } = await planOf(CLUSTER_HCL + MOVED, {
      type: "spectrocloud_cluster_profile",
      name: "web",
      attributes,
    });
    expect(errors).toContain('the project "Default" does not have it');
    expect(errors).toContain("SPECTROCLOUD_PROJECT");
  });

  it("takes a cluster profile of the official provider over with an empty plan, and writes nothing to Palette", async () => {
    const attributes = await madeByTheOfficial();
    await backend.forget();
    const state = { type: "spectrocloud_cluster_profile", name: "web", attributes };
    expect((await planOf(CLUSTER_HCL + MOVED, state)).errors).toBe("");
    expect(await actionsPlanned()).toEqual({ "palette_cluster_profile.web": ["no-op"] });
    const applied = await project.apply();
    expect([applied.errors, actionsOf(applied).filter((it) => it !== "move")]).toEqual(["", []]);
    expect((await backend.calls()).filter((call) => !call.startsWith("GET "))).toEqual([]);
    // The block has done its work, and so has the official provider.
    project.write("main.tf", CLUSTER_HCL);
    expect(actionsOf(await project.plan())).toEqual([]);
    expect(project.state()).not.toContain("spectrocloud/spectrocloud");
    const { resources } = JSON.parse(project.state()) as { resources: { mode: string; instances: AnyValues[] }[] };
    expect(resources.find(({ mode }) => mode === "managed")?.instances[0]?.attributes).toMatchObject({
      id: attributes.id,
      project: server.project,
      versions: { "1.2.0": attributes.id },
    });
  });

  it("takes an app profile over, passwords that Palette masks included", async () => {
    const [registryUid, uidOf] = await publicPacks();
    const [postgres, container] = [await uidOf("postgresql-operator", "1.8.2"), await uidOf("container", "1.0.2")];
    const properties = { databaseName: "shop", dbUserName: "shopper", dbPassword: "cGFzcw==", databaseVolumeSize: "8" };
    const image = "containerService:\n  image: ghcr.io/example/shop-api:1.4.0";
    const { uid } = await backend.apps.create({
      metadata: { name: "shop", annotations: { description: "" }, labels: { team: "web" } },
      spec: {
        version: "1.0.0",
        template: {
          appTiers: [
            {
              name: "db",
              type: "operator-instance",
              version: "1.8.2",
              registryUid,
              sourceAppTierUid: postgres,
              installOrder: 0,
              properties: Object.entries(properties).map(([name, value]) => ({ name, value })),
            },
            {
              name: "api",
              type: "container",
              version: "1.0.2",
              registryUid,
              sourceAppTierUid: container,
              installOrder: 0,
              values: image,
            },
            { name: "team", type: "manifest", installOrder: 0, manifests: [{ name: "ns", content: NAMESPACE }] },
          ],
        },
      },
    } as V1AppProfileEntity);
    const [held] = await backend.appProfiles();
    const tierUids = held?.tiers.map(({ metadata }) => metadata?.uid);
    const nothing = { tag: "", registry_name: "", source_app_tier: "", values: "", install_order: 0, properties: null };
    const bound = { ...nothing, manifest: [], registry_uid: registryUid };
    const attributes = {
      id: uid,
      name: "shop",
      version: "1.0.0",
      context: "project",
      cloud: "all",
      description: null,
      tags: ["team:web"],
      timeouts: null,
      pack: [
        {
          ...bound,
          name: "db",
          type: "operator-instance",
          tag: "1.8.2",
          source_app_tier: postgres,
          properties,
          uid: tierUids?.[0],
        },
        {
          ...bound,
          name: "api",
          type: "container",
          tag: "1.0.2",
          source_app_tier: container,
          values: image,
          uid: tierUids?.[1],
        },
        {
          ...nothing,
          name: "team",
          type: "manifest",
          registry_uid: "",
          uid: tierUids?.[2],
          manifest: [{ name: "ns", content: NAMESPACE, uid: held?.tiers[2]?.spec?.manifests?.[0]?.uid }],
        },
      ],
    };
    const hcl = `
resource "palette_app_profile" "shop" {
  name = "shop"
  tags = ["team:web"]
  pack {
    name            = "db"
    type            = "operator-instance"
    tag             = "1.8.2"
    registry_uid    = "${registryUid}"
    source_app_tier = "${postgres}"
    properties      = ${JSON.stringify(properties).replaceAll('":', '"=')}
  }
  pack {
    name            = "api"
    type            = "container"
    tag             = "1.0.2"
    registry_uid    = "${registryUid}"
    source_app_tier = "${container}"
    values          = <<-YAML
      containerService:
        image: ghcr.io/example/shop-api:1.4.0
    YAML
  }
  pack {
    name          = "team"
    type          = "manifest"
    install_order = 0
    manifest {
      name    = "ns"
      content = ${JSON.stringify(NAMESPACE)}
    }
  }
}
moved {
  from = spectrocloud_application_profile.shop
  to   = palette_app_profile.shop
}
`;
    await backend.forget();
    const state = { type: "spectrocloud_application_profile", name: "shop", attributes };
    expect((await planOf(hcl, state)).errors).toBe("");
    expect(await actionsPlanned()).toEqual({ "palette_app_profile.shop": ["no-op"] });
    expect((await project.apply()).errors).toBe("");
    expect((await backend.calls()).filter((call) => !call.startsWith("GET "))).toEqual([]);
  });

  it("takes over a profile that the official provider made from a file, though its state knows only the path", async () => {
    const { id } = await madeByTheOfficial();
    const spec = {
      version: "1.2.0",
      template: {
        type: "add-on",
        cloudType: "all",
        packs: [
          { name: "argo-cd", type: "spectro", tag: "7.7.5", values: ARGO },
          { name: "nginx", type: "spectro", tag: "1.11.4", values: NGINX },
          { name: "team", type: "manifest", manifests: [{ name: "ns", content: NAMESPACE }] },
        ].map((pack) => ({ ...pack, registry: { metadata: { name: "Public Repo" } } })),
      },
      variables: [REPLICAS],
    };
    const labels = { team: "web", shared: "spectro__tag" };
    const metadata = { name: "web", description: "Everything for the web", labels };
    project.write("profile.json", JSON.stringify({ metadata, spec }));
    const hcl = `resource "palette_cluster_profile_import" "web" {
  import_file = "profile.json"
}
${MOVED.replaceAll("cluster_profile", "cluster_profile_import")}`;
    const attributes = { id, context: "project", import_file: "profile.json" };
    expect((await planOf(hcl, { type: "spectrocloud_cluster_profile_import", name: "web", attributes })).errors).toBe(
      "",
    );
    expect(await actionsPlanned()).toEqual({ "palette_cluster_profile_import.web": ["no-op"] });
    expect((await project.apply()).errors).toBe("");
    expect(JSON.parse(project.state())).toMatchObject({
      resources: [{ instances: [{ attributes: { name: "web", versions: { "1.2.0": id } } }] }],
    });
  });

  it("plans only what the official provider did not see: a change made at the console", async () => {
    const attributes = await madeByTheOfficial();
    const { metadata } = await backend.api.get(attributes.id);
    await backend.api.setMetadata(attributes.id, {
      metadata: { name: "web", annotations: { description: "Somebody else's" }, labels: metadata?.labels ?? {} },
      spec: { version: "1.2.0" },
    } as never);
    const state = { type: "spectrocloud_cluster_profile", name: "web", attributes };
    expect((await planOf(CLUSTER_HCL + MOVED, state)).errors).toBe("");
    expect(await actionsPlanned()).toEqual({ "palette_cluster_profile.web": ["update"] });
  });

  it("is refused for a system profile and for another type, with what to write instead", async () => {
    const attributes = await madeByTheOfficial();
    const system = { ...attributes, context: "system" };
    const wrong = await planOf(CLUSTER_HCL + MOVED, {
      type: "spectrocloud_cluster_profile",
      name: "web",
      attributes: system,
    });
    expect(wrong.errors).toContain("import it as a palette_system_profile instead");
    const other = await planOf(CLUSTER_HCL + MOVED.replace("cluster_profile.web", "cluster_aws.web"), {
      type: "spectrocloud_cluster_aws",
      name: "web",
      attributes,
    });
    expect(other.errors).toMatch(/spectrocloud_cluster_aws cannot become palette_cluster_profile/);
  });
});
