import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { V1ClusterProfileEntity } from "@palette-profiles/palette-api";
import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { officialState, withOfficialProvider } from "./official-provider";
import { actionsOf, createProject, serverEnvironment } from "./terraform";

// The commands and the program in docs/moving-from-the-official-provider.md, run as they stand there.
const GUIDE = readFileSync(resolve(__dirname, "../../docs/moving-from-the-official-provider.md"), "utf8");

function blocks(language: string): string[] {
  return [...GUIDE.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, text]) => text ?? "");
}

const OFFICIAL = `
terraform {
  required_providers {
    spectrocloud = { source = "example.com/spectrocloud/spectrocloud" }
  }
}
provider "spectrocloud" {}
resource "spectrocloud_cluster_profile" "team" {
  for_each = toset(["a", "b"])
  name     = "team-\${each.key}"
  pack {
    name = "ns"
    type = "manifest"
    manifest {
      name    = "ns"
      content = "apiVersion: v1\\nkind: Namespace\\nmetadata: {name: a}\\n"
    }
  }
}
output "uid" {
  value = spectrocloud_cluster_profile.team["a"].id
}
`;

test("the guide's steps move every profile with an empty plan", async () => {
  const server = await startServer();
  const folder = mkdtempSync(join(tmpdir(), "palette-guide-"));
  const environment = {
    ...serverEnvironment(server),
    TF_CLI_CONFIG_FILE: withOfficialProvider(join(folder, "official")),
  };
  const project = await createProject(environment);
  try {
    const backend = await backendOf(server);
    const content = "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}";
    const packs = [
      { name: "ns", type: "manifest", uid: "spectro-manifest-pack", manifests: [{ name: "ns", content }] },
    ];
    const instances = ["a", "b"].map(async (key) => {
      const { uid } = await backend.api.create({
        metadata: { name: `team-${key}`, annotations: { description: "" } },
        spec: { version: "1.0.0", template: { cloudType: "all", type: "add-on", packs } },
      } as V1ClusterProfileEntity);
      const [layer] = (await backend.api.get(uid)).spec?.published?.packs ?? [];
      const manifest = [{ name: "ns", content, uid: layer?.manifests?.[0]?.uid }];
      const pack = [{ name: "ns", type: "manifest", uid: layer?.packUid, tag: "", values: "", manifest }];
      const [version, context, cloud, type] = ["1.0.0", "project", "all", "add-on"];
      const attributes = { id: uid, name: `team-${key}`, version, context, cloud, type, skip_destroy: false, pack };
      return { key, attributes };
    });
    const state = { type: "spectrocloud_cluster_profile", name: "team", instances: await Promise.all(instances) };
    project.write("terraform.tfstate", officialState(state));
    // Terraform takes one list of providers.
    rmSync(join(project.folder, "terraform.tf"));
    project.write("main.tf", OFFICIAL);

    const env = { ...environment, PATH: process.env.PATH, HOME: project.folder };
    const [prefix = "", moved = ""] = blocks("sh");
    for (const command of [prefix, moved]) execFileSync("sh", ["-euc", command], { cwd: project.folder, env });
    const [added = ""] = blocks("hcl");
    const main = readFileSync(join(project.folder, "main.tf"), "utf8");
    project.write(
      "main.tf",
      main.replace(/required_providers \{/, '$&\n    palette = { source = "palette-profiles/palette" }'),
    );
    project.write("palette.tf", added.replace(/terraform \{.*?\n\s*\}\n\s*provider/s, "provider"));
    expect(readFileSync(join(project.folder, "moved.tf"), "utf8").match(/moved \{/g)).toHaveLength(1);

    await backend.forget();
    const planned = await project.plan("-out=plan");
    expect(planned.errors).toBe("");
    const plan = await project.show<{ resource_changes: { address: string; change: { actions: string[] } }[] }>("plan");
    expect(plan.resource_changes.map(({ address, change }) => `${address} ${change.actions.join()}`).sort()).toEqual([
      'palette_cluster_profile.team["a"] no-op',
      'palette_cluster_profile.team["b"] no-op',
    ]);
    expect((await project.apply()).errors).toBe("");
    expect((await backend.calls()).filter((call) => !call.startsWith("GET "))).toEqual([]);
    rmSync(join(project.folder, "moved.tf"));
    expect(actionsOf(await project.plan())).toEqual([]);
  } finally {
    project.remove();
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
}, 60_000);
