import { PROFILE_TYPES, type ProfileModel } from "../model/profile";
import { type DeepMaybeUnknown, UNKNOWN } from "../model/unknown";
import { layer, profile, told } from "./test-profile.test-support";
import { validateProfile } from "./validate-profile";

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

  test("V1, V3, V4, V11: takes names, versions, types, and variables that differ in name and display name", () => {
    for (const version of ["1.0.0", "1.2.3-rc.1", "10.20.30"]) expect(told(profile({ version }))).toEqual([]);
    for (const type of PROFILE_TYPES) expect(told(profile({ type }))).toEqual([]);
    const packs = [layer("web", "a: '{{.spectro.var.a}}{{.spectro.var.b}}'")];
    const variables = [
      { name: "a", displayName: "b" },
      { name: "b", displayName: "a" },
    ];
    expect(told(profile({ name: "a", packs, variables }))).toEqual([]);
  });

  test.each([
    ["v1.2", "1.2.0"],
    ["2.2.2.develop", "2.2.2-develop"],
    ["b0.0.1", "0.0.1"],
    ["latest", "1.0.0 or 1.0.0-rc.1"],
  ])("V3: refuses the version %s and says what to write", (version, hint) => {
    expect(validateProfile(profile({ version }))).toEqual([
      {
        code: "InvalidVersion",
        path: ["version"],
        message: `the version "${version}" is not a semantic version; write it as major.minor.patch, such as ${hint}`,
        severity: "error",
      },
    ]);
  });

  test("V4: refuses types and contexts that Palette does not know, with the nearest", () => {
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

  test("V8: refuses a layer twice, unless display names tell them apart", () => {
    const named = (name: string) => layer("web", `pack:\n  spectrocloud.com/display-name: ${name}\n`);
    expect(validateProfile(profile({ packs: [layer("web"), layer("x"), layer("web", "a: 1")] }))).toMatchObject([
      { code: "DuplicateLayer", path: ["packs", 2, "name"] },
    ]);
    expect(validateProfile(profile({ packs: [named("one"), named("one")] }))).toMatchObject([
      { code: "DuplicateLayer", path: ["packs", 1, "name"] },
    ]);
    expect(validateProfile(profile({ packs: [layer("web"), named("one")] }))).toEqual([]);
  });

  test("V1, V11: refuses empty names, and repeated manifests, variables and display names", () => {
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

  test("tells nothing of a profile that keeps all rules, whichever part of it is not known", () => {
    const rich: ProfileModel = profile({
      packs: [
        layer(
          "web",
          `pack:\n  namespace: web\n  spectrocloud.com/install-priority: "1"\n  content: {images: []}\na: '{{.spectro.var.size}}'\n`,
          [{ name: "m", content: "b: '{{.spectro.var.token}} {{.spectro.system.cluster.name}}'\n" }],
        ),
        { ...layer("other"), overrides: "c: '{{.spectro.var.size}}'\n" },
      ],
      variables: [
        {
          name: "size",
          displayName: "Size",
          format: "string",
          inputType: "dropdown",
          options: [
            { value: "s", label: "S" },
            { value: "l", label: "L" },
          ],
          defaultValue: "s",
          regex: "^[sl]$",
          hidden: true,
          required: true,
        },
        { name: "token", displayName: "Token", defaultValue: "t", immutable: true, isSensitive: true },
      ],
    });
    expect(told(rich)).toEqual([]);
    const places = pathsOf(rich);
    expect(places.length).toBeGreaterThan(30);
    for (const path of places) expect([path, told(withUnknown(rich, path))]).toEqual([path, []]);
  });
});

/** The paths of all values, at every depth. */
function pathsOf(value: object): string[][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    [key],
    ...(typeof inner === "object" && inner !== null ? pathsOf(inner).map((path) => [key, ...path]) : []),
  ]);
}

function withUnknown(it: ProfileModel, path: string[]): DeepMaybeUnknown<ProfileModel> {
  const copy = structuredClone(it) as object;
  const parent = path.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key) as object, copy);
  Reflect.set(parent, path.at(-1)!, UNKNOWN);
  return copy as DeepMaybeUnknown<ProfileModel>;
}
