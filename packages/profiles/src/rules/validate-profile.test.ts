import type { ProfileModel } from "../model/profile";
import { UNKNOWN } from "../model/unknown";
import { validateProfile } from "./validate-profile";

function profile(changes: Partial<ProfileModel> = {}): ProfileModel {
  return { name: "addons", version: "1.0.0", type: "add-on", context: "project", packs: [], variables: [], ...changes };
}

function layer(name: string, values?: string, manifests: { name: string; content: string }[] = []) {
  return { name, values, manifests };
}

describe("validateProfile", () => {
  test("finds nothing wrong with a profile that keeps the rules", () => {
    const good = profile({
      packs: [
        layer("web", 'pack:\n  spectrocloud.com/display-name: "one"\n'),
        layer("web", 'pack:\n  spectrocloud.com/display-name: "two"\n', [
          { name: "m", content: "a: '{{.spectro.var.x}}'" },
        ]),
      ],
      variables: [{ name: "x", displayName: "X" }],
    });
    expect(validateProfile(good)).toEqual([]);
    expect(validateProfile({ name: "addons", packs: [], variables: [] })).toEqual([]);
  });

  test("tells layer, line and column of YAML that does not parse", () => {
    const problems = validateProfile(
      profile({ packs: [layer("argo-cd"), layer("web", "a: 1\na: 2\n", [{ name: "m", content: "x: [" }])] }),
    );
    expect(problems[0]).toEqual({
      code: "InvalidYaml",
      path: ["packs", 1, "values"],
      message: 'the values of layer "web" are not valid YAML (line 2, column 1): Map keys must be unique, at `a: 2`',
      severity: "error",
      line: 2,
      column: 1,
    });
    expect(problems[1]).toMatchObject({ path: ["packs", 1, "manifests", 0, "content"], line: 1 });
    expect(problems[1]!.message).toContain('manifest "m" of layer "web" is not valid YAML');
  });

  test.each([
    ["v1.2", "1.2.0"],
    ["2.2.2.develop", "2.2.2-develop"],
    ["b0.0.1", "0.0.1"],
    ["latest", "1.0.0 or 1.0.0-rc.1"],
  ])("refuses the version %s and says what to write", (version, hint) => {
    expect(validateProfile(profile({ version }))).toEqual([
      {
        code: "InvalidVersion",
        path: ["version"],
        message: `the version "${version}" is not a semantic version; write it as major.minor.patch, such as ${hint}`,
        severity: "error",
      },
    ]);
  });

  test("refuses types and contexts that Palette does not know, with the nearest", () => {
    const messages = validateProfile(profile({ type: "addon", context: "projects" })).map(({ code, message }) => [
      code,
      message,
    ]);
    expect(messages).toEqual([
      ["UnknownType", 'the type "addon" is unknown; use one of add-on, cluster, infra, system; did you mean "add-on"?'],
      [
        "UnknownContext",
        'the context "projects" is unknown; use one of project, tenant, system; did you mean "project"?',
      ],
    ]);
  });

  test("refuses a layer twice, unless display names tell them apart", () => {
    const named = (name: string) => layer("web", `pack:\n  spectrocloud.com/display-name: ${name}\n`);
    expect(validateProfile(profile({ packs: [layer("web"), layer("x"), layer("web", "a: 1")] }))).toMatchObject([
      { code: "DuplicateLayer", path: ["packs", 2, "name"] },
    ]);
    expect(validateProfile(profile({ packs: [named("one"), named("one")] }))).toMatchObject([
      { code: "DuplicateLayer", path: ["packs", 1, "name"] },
    ]);
    expect(validateProfile(profile({ packs: [layer("web"), named("one")] }))).toEqual([]);
  });

  test("refuses repeated manifests, variables and display names, and empty names", () => {
    const problems = validateProfile(
      profile({
        name: " ",
        packs: [
          layer("", undefined, [
            { name: "m", content: "" },
            { name: "m", content: "x: '{{.spectro.var.a}}{{.spectro.var.b}}'" },
          ]),
        ],
        variables: [
          { name: "a", displayName: "A" },
          { name: "b", displayName: "A" },
          { name: "a", displayName: "C" },
          { name: "" },
        ],
      }),
    );
    expect(problems.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["EmptyName", "name"],
      ["EmptyName", "packs.0.name"],
      ["EmptyName", "variables.3.name"],
      ["DuplicateManifest", "packs.0.manifests.1.name"],
      ["DuplicateVariable", "variables.2.name"],
      ["DuplicateDisplayName", "variables.1.displayName"],
    ]);
  });

  test("never takes an unknown value for a problem, wherever it stands", () => {
    expect(validateProfile(UNKNOWN)).toEqual([]);
    expect(
      validateProfile({
        name: UNKNOWN,
        version: UNKNOWN,
        type: UNKNOWN,
        context: UNKNOWN,
        packs: UNKNOWN,
        variables: UNKNOWN,
      }),
    ).toEqual([]);
    const packs = [
      UNKNOWN,
      { name: "web", values: UNKNOWN, manifests: UNKNOWN },
      { name: "web", manifests: [UNKNOWN] },
    ];
    expect(
      validateProfile({ ...profile(), packs, variables: [UNKNOWN, { name: UNKNOWN, displayName: UNKNOWN }] }),
    ).toEqual([]);
  });
});
