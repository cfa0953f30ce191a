import type { LayerModel, ProfileModel } from "../model/profile";
import { type DeepMaybeUnknown, UNKNOWN } from "../model/unknown";
import { layer, profile, told } from "./test-profile.test-support";
import { validateProfile } from "./validate-profile";

const declared = (...names: string[]) => names.map((name) => ({ name, displayName: name.toUpperCase() }));

describe("V15: declared and used", () => {
  test("takes variables that are used in values, overrides, manifests, pipes and nested paths", () => {
    const packs: LayerModel[] = [
      layer("web", "charts:\n  web:\n    list:\n      - deep: '{{ .spectro.var.a | upper }}'\n"),
      { ...layer("other"), overrides: "x: '{{.spectro.var.b}}'\n" },
      layer("raw", undefined, [{ name: "m", content: "data:\n  text: |\n    {{.spectro.var.c.more}}\n" }]),
    ];
    expect(told(profile({ packs, variables: declared("a", "b", "c") }))).toEqual([]);
    expect(told(profile({ packs: [layer("w", "a: '{{.spectro.var.x.y}}'")], variables: declared("x.y") }))).toEqual([]);
  });

  test("refuses one that is not declared, once a text, with place and nearest names", () => {
    const values = "a: 1\nb: '{{.spectro.var.replcas}}'\nc: '{{.spectro.var.replcas}}{{.spectro.var.replicas}}'\n";
    const packs = [layer("web", values, [{ name: "m", content: "x: '{{ .spectro.var.zone }}'\n" }])];
    const variables = declared("replicas", "region");
    expect(validateProfile(profile({ packs, variables })).filter(({ severity }) => severity === "error")).toEqual([
      {
        code: "UndeclaredVariable",
        severity: "error",
        path: ["packs", 0, "values"],
        line: 2,
        column: 7,
        message:
          'the values of layer "web" refer to the variable "replcas" (line 2, column 7), which the profile does not declare; did you mean "replicas"? Otherwise declare it',
      },
      {
        code: "UndeclaredVariable",
        severity: "error",
        path: ["packs", 0, "manifests", 0, "content"],
        line: 1,
        column: 8,
        message:
          'manifest "m" of layer "web" refers to the variable "zone" (line 1, column 8), which the profile does not declare; declared are "replicas", "region": declare it, or use one of these',
      },
    ]);
  });

  test("says so where the profile declares none, and looks into overrides", () => {
    const packs: LayerModel[] = [{ ...layer("web"), overrides: "a: '{{.spectro.var.x}}'" }];
    const [problem] = validateProfile(profile({ packs }));
    expect(problem).toMatchObject({ code: "UndeclaredVariable", path: ["packs", 0, "overrides"] });
    expect(problem!.message).toContain("it declares none: declare it, or write the value itself");
  });

  test("only warns of one in a comment, unless it stands outside as well", () => {
    const comment = "a: 1 # '{{.spectro.var.x}}'\n";
    expect(told(profile({ packs: [layer("web", comment)] }))).toEqual(["warning UndeclaredVariable packs.0.values"]);
    expect(told(profile({ packs: [layer("web", `${comment}b: '{{.spectro.var.x}}'\n`)] }))).toEqual([
      "error UndeclaredVariable packs.0.values",
    ]);
  });

  test("warns of one that is declared but not used", () => {
    const [problem, ...more] = validateProfile(profile({ packs: [layer("web", "a: 1\n")], variables: declared("x") }));
    expect(more).toEqual([]);
    expect(problem).toEqual({
      code: "UnusedVariable",
      severity: "warning",
      path: ["variables", 0, "name"],
      message:
        "the variable \"x\" is declared, but no values and no manifest of the profile refer to it; write '{{.spectro.var.x}}' where its value belongs, or remove it",
    });
  });

  test("tells no unused variable while any text is not known", () => {
    const partly: DeepMaybeUnknown<ProfileModel["packs"]>[] = [
      UNKNOWN,
      [UNKNOWN],
      [layer("web"), { name: "raw", values: UNKNOWN, manifests: [] }],
      [{ name: "raw", overrides: UNKNOWN, manifests: [] }],
      [{ name: "raw", manifests: UNKNOWN }],
      [{ name: "raw", manifests: [UNKNOWN] }],
      [{ name: "raw", manifests: [{ name: "m", content: UNKNOWN }] }],
    ];
    for (const packs of partly) {
      expect(told({ ...profile(), packs, variables: declared("x") })).toEqual([]);
    }
  });

  test("tells no undeclared variable while any name is not known", () => {
    const packs = [layer("web", "a: '{{.spectro.var.x}}'\n")];
    for (const variables of [UNKNOWN, [UNKNOWN], [{ name: UNKNOWN }]]) {
      expect(told({ ...profile({ packs }), variables })).toEqual([]);
    }
  });
});
