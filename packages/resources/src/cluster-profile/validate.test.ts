import { formatPath, UNKNOWN } from "@palette-profiles/resource-kit";
import { validate } from "./validate";

const layer = { name: "argo-cd", tag: "1.0.0" };
const told = (config: Record<string, unknown>) =>
  validate({ name: "p", ...config } as Parameters<typeof validate>[0]).map(({ code, path, detail }) => [
    code,
    formatPath(path ?? []),
    detail,
  ]);

describe("a cluster profile's config", () => {
  it("that is right is told nothing", () => {
    expect(told({ version: "1.2.3", context: "tenant", type: "infra", tags: ["a", "b:c"], packs: [layer] })).toEqual(
      [],
    );
  });

  it("is told nothing for values that are not known yet, wherever they stand", () => {
    for (const config of [
      { name: UNKNOWN, version: UNKNOWN, context: UNKNOWN, tags: UNKNOWN, packs: UNKNOWN, profileVariables: UNKNOWN },
      { tags: [UNKNOWN], packs: [UNKNOWN, { name: UNKNOWN, type: UNKNOWN, values: UNKNOWN }] },
      {
        packs: [
          { ...layer, manifests: UNKNOWN },
          { ...layer, name: "b", tag: UNKNOWN, registryName: UNKNOWN },
        ],
      },
      { profileVariables: { variables: UNKNOWN } },
      { profileVariables: { variables: [UNKNOWN, { name: UNKNOWN, displayName: UNKNOWN }] } },
    ]) {
      expect(told(config)).toEqual([]);
    }
  });

  it.each([
    ["a pack without a version", { packs: [layer, { name: "x" }] }, "NoTag", "packs[1].tag", 'Layer "x" gives no tag'],
    [
      "a manifest layer without manifests",
      { packs: [{ name: "m", type: "manifest" }] },
      "NoManifest",
      "packs[0].manifests",
      'Layer "m"',
    ],
    [
      "a project in the tenant",
      { context: "tenant", project: "Default" },
      "ProjectInTenant",
      "project",
      'project is "Default"',
    ],
    ["two tags of one key", { tags: ["env:a", "env:b"] }, "DuplicateTag", "tags", '"env:a" and "env:b" share "env"'],
    ["a version that is not semantic", { version: "v1.2" }, "InvalidVersion", "version", '"v1.2"'],
    ["a tab in values", { packs: [{ ...layer, values: "a:\n\tb: 1" }] }, "InvalidYaml", "packs[0].values", "line 2"],
    ["two layers of one name", { packs: [layer, layer] }, "DuplicateLayer", "packs[1].name", "argo-cd"],
  ])("with %s is refused where it is wrong, with what to do", (_, config, code, path, detail) => {
    const [first, ...more] = told(config);
    expect(more).toEqual([]);
    expect(first).toEqual([code, path, expect.stringContaining(detail)]);
  });
});
