import { formatPath, UNKNOWN } from "@palette-profiles/resource-kit";
import { validate } from "./validate";

const manifest = { name: "m", content: "kind: Namespace\nmetadata:\n  name: a\n" };
const notes = { name: "notes", type: "manifest", manifests: [manifest] };
const told = (config: Record<string, unknown>) =>
  validate({ name: "shop", tiers: [notes], ...config } as Parameters<typeof validate>[0])
    .filter(({ severity }) => severity === "error")
    .map(({ code, path, detail }) => [code, formatPath(path ?? []), detail]);
const codes = (config: Record<string, unknown>) => told(config).map(([code, path]) => [code, path]);

describe("an app profile's config", () => {
  it("that is right is told nothing", () => {
    expect(told({ version: "1.2.3", context: "tenant", tags: ["a", "b:c"] })).toEqual([]);
  });

  it("is told nothing for values that are not known yet, wherever they stand", () => {
    for (const config of [
      { name: UNKNOWN, version: UNKNOWN, context: UNKNOWN, tags: UNKNOWN, tiers: UNKNOWN },
      { tags: [UNKNOWN], tiers: [UNKNOWN, { name: UNKNOWN, type: UNKNOWN, values: UNKNOWN }] },
      { tiers: [{ name: "db", type: "operator-instance", tag: UNKNOWN, properties: UNKNOWN, manifests: UNKNOWN }] },
    ]) {
      expect(told(config)).toEqual([]);
    }
  });

  it("of a service or a chart needs a version, or the pack's uid; a container has the newest", () => {
    const tier = (type: string, more = {}) => ({ tiers: [{ name: "db", type, ...more }] });
    const values = "pack:\n  namespace: a\ncontainerService:\n  image: a\n";
    expect(told(tier("operator-instance"))).toEqual([
      ["NoTag", "tiers[0].tag", 'Tier "db" gives no tag: write the service\'s version, such as tag = "1.2.3".'],
    ]);
    expect(codes(tier("helm"))).toContainEqual(["NoTag", "tiers[0].tag"]);
    expect(codes(tier("operator-instance", { sourceAppTier: "64eaff5630402973c4e1856a" }))).toEqual([]);
    expect(codes(tier("container", { values }))).toEqual([]);
  });

  it("is no system profile, and of the tenant has no project", () => {
    expect(told({ context: "system" })).toEqual([
      [
        "SystemContext",
        "context",
        'context is "system": an app profile belongs to a "project" or the "tenant". What comes with Palette itself is a system profile: use that resource.',
      ],
    ]);
    expect(codes({ context: "tenant", project: "x" })).toEqual([["ProjectInTenant", "project"]]);
  });

  it("keeps the rules of tags, versions and tiers", () => {
    expect(codes({ tags: ["a:1", "a:2"] })).toEqual([["DuplicateTag", "tags"]]);
    expect(told({ version: "one" })).toHaveLength(1);
    expect(told({ tiers: [notes, notes] })[0]?.[2]).toContain('"notes"');
  });
});
