import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { buildReview, readTerraformPlan, renderText } from "@palette-profiles/review";
import { backendOf } from "../scenarios/backend";
import { CREDENTIALS } from "../scenarios/system";
import { createServedProject, serverEnvironment } from "./terraform";

const TIMEOUT = 60_000;
const TABLE = join(__dirname, "../scenarios/table");

/** A project on a server of its own, and the review of what Terraform plans for a text. */
async function reviewing(
  seed: string,
  act: (
    review: (hcl: string) => Promise<string>,
    apply: (hcl: string) => Promise<void>,
    server: RunningServer,
  ) => Promise<void>,
): Promise<void> {
  const server = await startServer({ seed: join(TABLE, seed) });
  const project = await createServedProject({ ...serverEnvironment(server), ...CREDENTIALS });
  try {
    const review = async (hcl: string) => {
      project.write("main.tf", hcl);
      expect((await project.plan("-out=plan")).errors).toBe("");
      return renderText(buildReview(readTerraformPlan(await project.show("plan"))), { color: false });
    };
    const apply = async (hcl: string) => {
      project.write("main.tf", hcl);
      expect((await project.apply()).errors).toBe("");
    };
    await act(review, apply, server);
  } finally {
    project.remove();
    await server.close();
  }
}

describe("a review of a real plan", () => {
  it(
    "tells what is adopted, what changes in the Enterprise cluster, also after an upgrade, and what is let go of",
    async () => {
      const system = (podCIDR: string) => `resource "palette_system_profile" "enterprise" {
  name         = "palette-enterprise"
  allow_update = true
  pack {
    name      = "kubernetes"
    overrides = "pack: {podCIDR: '${podCIDR}'}"
  }
}
`;
      await reviewing("system/seed.yaml", async (review, apply, server) => {
        expect(await review(system("100.64.0.0/16"))).toBe(`1 profile: 1 to adopt.
Risks: 1 high.
System profile: the Enterprise cluster, which hosts Palette: palette-enterprise is adopted, 1 layer managed.

Risks
  high   palette-enterprise
         A system profile is adopted. [system-profile-touched]
         Take a backup, change one layer at a time, and apply in a maintenance window.

= system profile palette-enterprise 4.6.1 (adopted, 1 layer managed)
`);
        await apply(system("100.64.0.0/16"));
        expect(await review(system("100.64.0.0/16"))).toBe("No changes. 1 profile as planned.\n");
        await (await backendOf(server)).upgrade();
        const upgraded = await review(system("100.80.0.0/16"));
        expect(upgraded).toContain(`1 profile: 1 to update; 1 change.
Risks: 2 high.
System profile: the Enterprise cluster, which hosts Palette: 1 change in palette-enterprise.
Drift: 5 changes in 1 profile made in Palette since the last apply.

Risks
  high   palette-enterprise
         A system profile changes. [system-profile-touched]
`);
        expect(upgraded).toContain(`
~ system profile palette-enterprise 4.6.2 (update)
    kubernetes > pack.podCIDR: 192.168.0.0/16 -> 100.80.0.0/16  ! high risk

Changed in Palette since the last apply
  system profile palette-enterprise 4.6.2
    version: 4.6.1 -> 4.6.2
    kubernetes > tag: 1.30.9 -> 1.31.5
`);
        expect(await review("")).toContain("palette-enterprise is let go of and stays as it is");
      });
    },
    TIMEOUT,
  );

  it(
    "tells each tier of an app profile that changes, and shows no password",
    async () => {
      const app = (size: string, password: string, version = "1.0.0") => `resource "palette_app_profile" "shop" {
  name    = "shop"
  version = "${version}"
  pack {
    name       = "db"
    type       = "operator-instance"
    pack_name  = "postgresql-operator"
    tag        = "1.8.2"
    properties = { dbUserName = "shop", databaseName = "orders", databaseVolumeSize = "${size}" }
  }
  pack {
    name                 = "cache"
    type                 = "operator-instance"
    pack_name            = "redis-operator"
    tag                  = "6.2.12-1"
    properties           = { redisVolumeSize = "2" }
    sensitive_properties = { userPassword = "${password}" }
  }
}
`;
      await reviewing("app/seed.yaml", async (review, apply) => {
        const created = await review(app("8", "b2xkLWNhbmFyeQ=="));
        expect(created).toContain("+ app profile shop 1.0.0 (create)");
        expect(created).toContain("db: tier 1 (operator-instance postgresql-operator 1.8.2, from Public Repo)");
        expect(created).not.toContain("b2xkLWNhbmFyeQ");
        await apply(app("8", "b2xkLWNhbmFyeQ=="));
        expect(await review(app("16", "bmV3LWNhbmFyeQ=="))).toBe(`1 profile: 1 to update; 2 changes.

~ app profile shop 1.0.0 (update)
    db > properties.databaseVolumeSize: 8 -> 16
    cache > properties.userPassword: (masked, changed)
`);
        expect(await review(app("8", "b2xkLWNhbmFyeQ==", "1.1.0"))).toContain(
          "^ app profile shop 1.0.0 -> 1.1.0 (new version)",
        );
      });
    },
    TIMEOUT,
  );
});
