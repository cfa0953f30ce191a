import { ExportedProfileError, exportedProfile } from "./exported-profile";
import { jsonOrYaml } from "./json-or-yaml";

const exported = (pack: object, variables: unknown[] = []) => ({
  metadata: { name: "web", labels: { team: "a", managed: "spectro__tag" } },
  spec: { version: "1.2.0", template: { type: "add-on", cloudType: "all", packs: [pack] }, variables },
});

describe("an exported profile", () => {
  test("is a profile with tags, and registries by name", () => {
    const registry = { metadata: { uid: "abc", name: "Public Repo" } };
    expect(exportedProfile(exported({ name: "nginx", version: "1.11.4", registry, values: "a: 1" }))).toMatchObject({
      name: "web",
      version: "1.2.0",
      tags: ["managed", "team:a"],
      packs: [
        { name: "nginx", type: "spectro", tag: "1.11.4", registryName: "Public Repo", values: "a: 1", manifests: [] },
      ],
      variables: [],
    });
  });

  test("says where something is missing", () => {
    const wrong = () => exportedProfile(exported({ name: "m", manifests: [{ name: "x" }] }));
    expect(wrong).toThrow(ExportedProfileError);
    expect(wrong).toThrow("spec.template.packs[0].manifests[0].content is missing or empty");
  });

  test("shows no default of a sensitive variable, of whichever type", () => {
    const variables = [{ name: "pin", isSensitive: true, defaultValue: 4711 }];
    expect(() => exportedProfile(exported({ name: "m" }, variables))).toThrow(
      "spec.variables[0].defaultValue is a number, which is not a text: write it in quotes",
    );
  });
});

describe("a text of JSON or YAML", () => {
  test("has a value", () => {
    expect(jsonOrYaml('{"a": [1]}')).toEqual({ value: { a: [1] } });
    expect(jsonOrYaml("a:\n  - 1\n")).toEqual({ value: { a: [1] } });
  });

  test("or a reason why not", () => {
    expect(jsonOrYaml("a: [1\nb: 2\n")).toMatchObject({
      what: "neither JSON nor YAML",
      where: expect.stringMatching(/^, line 2, /),
    });
    for (const open of ["[", "{b: ", "- ", "? "]) {
      expect(jsonOrYaml(open.repeat(20_000))).toMatchObject({ what: "no readable YAML" });
    }
    expect(jsonOrYaml("a: 1\n---\nb: 2\n")).toMatchObject({ what: "no single YAML document" });
  });
});
