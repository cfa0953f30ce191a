import { readSample } from "../testing/golden";
import { jsonLines } from "./json-lines";
import { readTerraformStream } from "./terraform-stream";

const sample = () => readTerraformStream(jsonLines(readSample("streamed.plan.jsonl")).values);
const planned = (action: string, more: object = {}) => ({
  type: "planned_change",
  change: {
    resource: { addr: "palette_cluster_profile.p", resource_type: "palette_cluster_profile" },
    action,
    ...more,
  },
});

describe("the messages of terraform plan -json", () => {
  test("tell impacts, and what to give for the changes", () => {
    const { resources, notes } = sample();
    expect(resources.map(({ address, impact }) => `${impact} ${address}`)).toEqual([
      "destroy palette_cluster_profile.gone[0]",
      "create palette_cluster_profile.outside",
      "update palette_cluster_profile.a",
      "update palette_cluster_profile.next",
      "update palette_cluster_profile.still",
    ]);
    expect(notes).toEqual([
      expect.stringContaining("give the output of `terraform show -json PLAN`"),
      "Changed outside of Terraform since the last apply: palette_cluster_profile.outside, palette_cluster_profile.still, palette_cluster_profile.a.",
    ]);
  });

  test.each([
    ["noop", "no-op"],
    ["replace", "replace"],
    ["remove", "forget"],
    ["import", "adopt"],
  ])("take the action %s for %s", (action, impact) => {
    expect(readTerraformStream([planned(action)]).resources[0]!.impact).toBe(impact);
  });

  test("tell where a resource was, and adopt a system profile", () => {
    const moved = planned("move", { previous_resource: { addr: "palette_cluster_profile.old" } });
    expect(readTerraformStream([moved]).resources[0]!.previousAddress).toBe("palette_cluster_profile.old");
    const system = { resource: { addr: "palette_system_profile.s", resource_type: "palette_system_profile" } };
    const message = { type: "planned_change", change: { ...system, action: "create" } };
    expect(readTerraformStream([message]).resources[0]).toMatchObject({ kind: "system", impact: "adopt" });
  });

  test("say where they are not all", () => {
    const error = { "@level": "error", type: "diagnostic", diagnostic: { severity: "error", summary: "s3cr3t" } };
    expect(readTerraformStream([planned("update"), error]).notes!.slice(1)).toEqual([
      "The plan ended with an error: what it would have come to later is missing.",
    ]);
    expect(readTerraformStream([planned("update")]).notes!.slice(1)).toEqual([
      "The messages end before the plan's summary: resources may be missing.",
    ]);
  });

  test("of other resources are passed over", () => {
    const other = {
      type: "planned_change",
      change: { resource: { resource_type: "null_resource" }, action: "create" },
    };
    expect(readTerraformStream([other, { type: "planned_change" }]).resources).toEqual([]);
  });
});
