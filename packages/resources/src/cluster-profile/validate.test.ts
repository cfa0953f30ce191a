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
          { ...layer, name: "c", values: UNKNOWN, overrides: "a: 1" },
          { ...layer, name: "d", values: "a: 1", overrides: UNKNOWN },
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
    [
      "overrides beside values",
      { packs: [{ ...layer, values: "a: 1", overrides: "a: 2" }] },
      "ValuesAndOverrides",
      "packs[0].overrides",
      "leave one of them out",
    ],
    [
      "overrides of a manifest",
      { packs: [{ name: "m", type: "manifest", manifests: [{ name: "x", content: "a: 1" }], overrides: "a: 2" }] },
      "OverridesOfManifest",
      "packs[0].overrides",
      'Layer "m"',
    ],
    [
      "a tab in overrides",
      { packs: [{ ...layer, overrides: "a:\n\tb: 1" }] },
      "InvalidYaml",
      "packs[0].overrides",
      "line 2",
    ],
    [
      "overrides that are a list",
      { packs: [{ ...layer, overrides: "[a]" }] },
      "OverridesNoMap",
      "packs[0].overrides",
      "not a map of keys",
    ],
    ["two layers of one name", { packs: [layer, layer] }, "DuplicateLayer", "packs[1].name", "argo-cd"],
  ])("with %s is refused where it is wrong, with what to do", (_, config, code, path, detail) => {
    const [first, ...more] = told(config);
    expect(more).toEqual([]);
    expect(first).toEqual([code, path, expect.stringContaining(detail)]);
  });

  it("is told of variables and references where they are written, with a headline of their own", () => {
    const config = {
      name: "p",
      packs: [{ ...layer, overrides: "a: '{{.spectro.var.b}}'\n" }],
      profileVariables: {
        variables: [
          {
            name: "a",
            displayName: "A",
            inputType: "dropdown",
            options: [
              { value: "x", label: "X" },
              { value: "x", label: "Y" },
            ],
          },
        ],
      },
    };
    const all = validate(config as unknown as Parameters<typeof validate>[0]);
    expect(all.map(({ severity, code, path, summary }) => [severity, code, formatPath(path ?? []), summary])).toEqual([
      [
        "error",
        "DuplicateOption",
        "profileVariables.variables[0].options[1].value",
        'options 1 and 2 of the variable "a" both have the value "x"',
      ],
      ["error", "UndeclaredVariable", "packs[0].overrides", "A variable is used but not declared"],
      ["warning", "UnusedVariable", "profileVariables.variables[0].name", "A variable is declared but not used"],
    ]);
  });

  it("is told nothing of variables while any of them, or any text, is not known", () => {
    const uses = { ...layer, values: "a: '{{.spectro.var.x}}'\n" };
    const variable = { name: "y", displayName: "Y" };
    for (const config of [
      { packs: [uses], profileVariables: UNKNOWN },
      { packs: [uses], profileVariables: { variables: UNKNOWN } },
      { packs: [uses], profileVariables: { variables: [UNKNOWN] } },
      { packs: [{ ...layer, values: UNKNOWN }], profileVariables: { variables: [variable] } },
      { packs: [{ ...layer, overrides: UNKNOWN }], profileVariables: { variables: [variable] } },
      { packs: UNKNOWN, profileVariables: { variables: [variable] } },
    ]) {
      expect(told(config)).toEqual([]);
    }
  });
});
