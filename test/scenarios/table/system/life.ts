import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Scenario, well } from "../../scenario";
import { enterprise, guarded, layerHeld, layersHeld, onSystem, ours } from "../../system";

/** A system profile under management: taken, changed under guard, let go of. */
export const systemLife: Scenario<"system">[] = onSystem([
  {
    name: "adopts the profile without changing anything, and plans nothing after it",
    async play(stack, backend) {
      const before = await backend.systemProfile();
      const asItIs = enterprise({ packs: [{ name: "kubernetes" }, { name: "cni-calico", overrides: "" }] });
      await well(stack.plan(asItIs), "create");
      await well(stack.apply(asItIs), "create");
      await well(stack.plan(asItIs), "none");
      expect(await backend.systemProfile()).toEqual(before);
      expect((await backend.calls()).filter((call) => !call.startsWith("GET ") && !call.includes("/auth/"))).toEqual(
        [],
      );
    },
  },
  {
    name: "applies what the user wants of one layer, leaves all else as it is, and plans nothing after it",
    async play(stack, backend) {
      const [os, kubernetes, ...others] = (await layersHeld(backend)) as { values: string }[];
      await well(stack.apply(guarded()), "create");
      const after = (await layersHeld(backend)) as { values: string }[];
      expect([after[0], ...after.slice(2)]).toEqual([os, ...others]);
      expect(after[1]?.values).toBe(
        kubernetes?.values
          .replace('podCIDR: "192.168.0.0/16"', 'podCIDR: "100.64.0.0/16"')
          .replace('serviceClusterIpRange: "10.96.0.0/12"', 'serviceClusterIpRange: "100.96.0.0/12"'),
      );
      await well(stack.plan(guarded()), "none");
      await well(stack.plan(guarded({ packs: [{ ...ours(), overrides: `# why\n${ours().overrides}` }] })), "none");
    },
  },
  {
    name: "changes a manifest of a layer, and the tag of another",
    kitOnly: "the resource does it, whichever engine asks; the doors render manifests and tags in the other stories",
    async play(stack, backend) {
      const banner = `apiVersion: v1
kind: ConfigMap
metadata:
  name: banner
  namespace: hubble-system
data:
  text: Maintained by the platform team
  color: blue
`;
      const changed = guarded({
        packs: [
          { name: "kubernetes", tag: "1.31.5" },
          { name: "palette-settings", manifests: [{ name: "banner", content: banner }] },
        ],
      });
      await well(stack.apply(changed), "create");
      await well(stack.plan(changed), "none");
      expect((await layerHeld(backend)).tag).toBe("1.31.5");
      const { uid = "" } = (await backend.systemProfile()).metadata ?? {};
      const held = JSON.stringify(await backend.system.manifests(uid));
      expect(held).toContain("Maintained by the platform team");
    },
  },
  {
    name: "writes the layers as they were into the backup before an update, and keeps the earlier backup",
    async play(stack, backend) {
      const folder = mkdtempSync(join(tmpdir(), "palette-backup-"));
      const backupFile = join(folder, "system.yaml");
      try {
        await well(stack.apply(guarded({ backupFile })), "create");
        const first = readFileSync(backupFile, "utf8");
        expect(first).toContain("192.168.0.0/16");
        expect(first).not.toContain("100.64.0.0/16");
        expect(statSync(backupFile).mode & 0o077).toBe(0);
        const next = guarded({ backupFile, packs: [ours("100.80.0.0/16")] });
        await backend.fault({ match: { method: "PUT", route: "/v1/clusterprofiles/{uid}" }, action: { status: 400 } });
        expect((await stack.apply(next)).errors).not.toBe("");
        expect(readFileSync(backupFile, "utf8")).toContain("100.64.0.0/16");
        expect(readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"))).toContain(first);
        await well(stack.apply(next), "update");
        expect((await layerHeld(backend)).values).toContain("100.80.0.0/16");
        await well(stack.plan(next), "none");
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
  {
    name: "takes back what it had changed in a layer that is not written any more",
    kitOnly: "the resource decides it in its plan, which every door shows",
    async play(stack, backend) {
      const before = await layersHeld(backend);
      await well(stack.apply(guarded({ packs: [ours(), { name: "cni-calico" }] })), "create");
      const less = guarded({ packs: [{ name: "cni-calico" }] });
      await well(stack.apply(less), "update");
      expect(await layersHeld(backend)).toEqual(before);
      await well(stack.plan(less), "none");
    },
  },
  {
    name: "lets go of the profile at a destroy, and leaves it as it is",
    async play(stack, backend) {
      await stack.apply(guarded());
      const managed = await backend.systemProfile();
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.systemProfile()).toEqual(managed);
    },
  },
  {
    name: "imports by name and by uid, and adopts it so without a change",
    skippedBy: { Pulumi: "dynamic resources cannot be imported: Pulumi gives them no provider (engines.md A4)" },
    async play(stack, backend) {
      const before = await backend.systemProfile();
      for (const id of ["palette-enterprise", before.metadata?.uid ?? ""]) {
        const { errors } = await stack.import!(id, enterprise({ packs: [{ name: "kubernetes" }] }));
        expect(errors).toBe("");
      }
      expect(await backend.systemProfile()).toEqual(before);
    },
  },
]);
