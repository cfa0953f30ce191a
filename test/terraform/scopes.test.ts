import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { createProject, serverEnvironment } from "./terraform";

const profiles = (name: string, context: string, replicas: number) => `
resource "palette_cluster_profile" "${name}" {
  count   = 15
  name    = "${name}-\${count.index}"
  context = "${context}"

  pack {
    name   = "nginx"
    tag    = "1.11.4"
    values = "charts:\\n  nginx:\\n    replicas: ${replicas}\\n"
  }
}
`;

// The peer keeps the scope in its one client: ten of thirty such profiles landed in the wrong scope.
test("thirty profiles of two scopes, ten at a time, are where they belong through their lives (peer defect 1)", async () => {
  const server = await startServer();
  const project = await createProject(serverEnvironment(server));
  try {
    const backend = await backendOf(server);
    for (const replicas of [1, 2]) {
      project.write("main.tf", profiles("in-project", "project", replicas) + profiles("in-tenant", "tenant", replicas));
      expect((await project.apply("-parallelism=10")).errors).toBe("");
      const there = (await backend.profiles()).map(({ metadata, spec }) => [
        `${metadata?.name}`.replace(/-\d+$/, ""),
        metadata?.annotations?.scope,
        spec?.published?.packs?.[0]?.values?.includes(`replicas: ${replicas}`),
      ]);
      const wanted = (context: string) => Array.from({ length: 15 }, () => [`in-${context}`, context, true]);
      expect(there.sort()).toEqual([...wanted("project"), ...wanted("tenant")]);
    }
    expect((await project.apply("-destroy", "-parallelism=10")).errors).toBe("");
    expect(await backend.profiles()).toEqual([]);
  } finally {
    project.remove();
    await server.close();
  }
}, 60_000);
