import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { actionsOf, createProject, serverEnvironment } from "../terraform/terraform";

// The peer's import from a file keeps the file's name alone, takes only files below the working folder, and replaces.
test("peer defect 19: the content of a file counts, wherever it lies, and an edit of it changes the profile in place", async () => {
  const server = await startServer();
  const project = await createProject(serverEnvironment(server));
  const elsewhere = mkdtempSync(join(tmpdir(), "palette-peer-19-"));
  try {
    const backend = await backendOf(server);
    const file = join(elsewhere, "values.yaml");
    const write = (replicas: number) => writeFileSync(file, `charts:\n  nginx:\n    replicas: ${replicas}\n`);
    project.write(
      "main.tf",
      `resource "palette_cluster_profile" "it" {
  name = "from-a-file"
  pack {
    name   = "nginx"
    tag    = "1.11.4"
    values = file("${file}")
  }
}`,
    );
    write(1);
    expect((await project.apply()).errors).toBe("");
    const uid = (await backend.profiles())[0]?.metadata?.uid;
    write(2);
    const changed = await project.apply();
    expect([changed.errors, actionsOf(changed)]).toEqual(["", ["update"]]);
    const [profile, ...others] = await backend.profiles();
    expect(others).toEqual([]);
    expect(profile?.metadata?.uid).toBe(uid);
    expect(profile?.spec?.published?.packs?.[0]?.values).toContain("replicas: 2");
  } finally {
    project.remove();
    rmSync(elsewhere, { recursive: true, force: true });
    await server.close();
  }
}, 60_000);
