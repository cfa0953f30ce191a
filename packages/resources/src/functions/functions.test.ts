import { sameYaml, yamlValue } from "@palette-profiles/profiles";
import { ArgumentError, type FunctionSpec, UNKNOWN } from "@palette-profiles/resource-kit";
import { diffValues } from "./diff-values";
import { mergeValues } from "./merge-values";
import { parseVersion } from "./parse-version";
import { renderProfile } from "./render-profile";

/** What a function says against an argument. */
function refused(it: FunctionSpec, ...values: unknown[]): { argument: number; message: string } {
  try {
    it.call(...values);
  } catch (error) {
    if (error instanceof ArgumentError) return { argument: error.argument, message: error.message };
    throw error;
  }
  throw new Error("the arguments were taken");
}

const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
  .split("")
  .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghi"[index]}`).join(",")}]`)
  .join("\n")}\n`;

describe("merge_values", () => {
  const base = "# the server\nserver:\n  replicas: 1 # one\n  ha: false\n";

  it("lays YAML or an object over the values, and keeps their comments", () => {
    const merged = "# the server\nserver:\n  replicas: 3 # one\n  ha: false\n";
    expect(mergeValues.call(base, "server: {replicas: 3}")).toBe(merged);
    expect(mergeValues.call(base, { server: { replicas: 3 } })).toBe(merged);
    expect(mergeValues.call(base, { server: { ha: null } })).toBe("# the server\nserver:\n  replicas: 1 # one\n");
    expect(mergeValues.call(base, "")).toBe(base);
    expect(sameYaml(mergeValues.call("", { a: "yes" }) as string, 'a: "yes"\n')).toBe(true);
  });

  it("is unknown where any part is", () => {
    expect(mergeValues.call(base, { server: { replicas: UNKNOWN } })).toBe(UNKNOWN);
  });

  it("says which argument cannot be used, and why", () => {
    expect(refused(mergeValues, "a: [1", "a: 1").argument).toBe(0);
    expect(refused(mergeValues, "- a\n", "a: 1")).toMatchObject({
      argument: 0,
      message: expect.stringContaining("base values"),
    });
    expect(refused(mergeValues, base, "- a\n").message).toContain("they are not a map");
    expect(refused(mergeValues, base, "a: {").argument).toBe(1);
    expect(refused(mergeValues, base, "a: 1\n---\nb: 1\n").message).toContain("more than one document");
    for (const wrong of [3, true, ["a"], undefined]) expect(refused(mergeValues, base, wrong).argument).toBe(1);
    expect(refused(mergeValues, base, bomb).argument).toBe(1);
  });

  it("makes no prototype of keys", () => {
    const merged = mergeValues.call("{}", '{"__proto__": {"polluted": true}}') as string;
    expect(merged).toContain("__proto__");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("diff_values", () => {
  it("tells each change in a line, and nothing of formatting", () => {
    const before = "charts:\n  argo-cd:\n    server: {replicas: 1}\n    old: x\nenv:\n- name: A\n- name: B\n";
    const after = "charts:\n  argo-cd:\n    new: [1, {a: b}]\n    server: {replicas: 3}\nenv:\n- name: B\n- name: A\n";
    const lines = diffValues.call(before, after) as string[];
    expect(lines).toEqual(
      expect.arrayContaining([
        "~ charts.argo-cd.server.replicas: 1 -> 3",
        '- charts.argo-cd.old: "x"',
        '+ charts.argo-cd.new: [1,{"a":"b"}]',
      ]),
    );
    expect(lines.at(-1)).toMatch(/^> env\[name=[AB]\]: from place [12] to [12]$/);
    expect(diffValues.call("a: 1\nb: 2 # two\n", "{b: 2, a: 1}")).toEqual([]);
  });

  it("tells a number from a text, and numbers that JSON does not have", () => {
    expect(diffValues.call("a: 3", 'a: "3"')).toEqual(['~ a: 3 -> "3"']);
    expect(diffValues.call("a: 1", "a: .inf")).toEqual([expect.stringContaining("~ a: 1 -> ")]);
    const [big] = diffValues.call("a: 1", "a: 123456789012345678901234567890") as string[];
    expect(big).toContain("123456789012345678901234567890");
    expect(diffValues.call("a: 1", "a: |\n  x\n  y\n")).toEqual(['~ a: 1 -> "x\\ny\\n"']);
  });

  it("says where a text is not YAML, and in which argument", () => {
    expect(refused(diffValues, "a: 1", "a: 1\nb: [")).toMatchObject({
      argument: 1,
      message: expect.stringMatching(/line [23]/),
    });
    expect(refused(diffValues, "a: 1\na: 2\n", "").argument).toBe(0);
  });

  it("takes empty texts and several documents", () => {
    expect(diffValues.call("", "")).toEqual([]);
    expect(diffValues.call("", "a: 1")).toEqual([expect.stringMatching(/^[+~] /)]);
    expect(diffValues.call("a: 1\n---\nb: 1\n", "a: 1\n---\nb: 2\n")).toHaveLength(1);
  });
});

describe("parse_version", () => {
  it.each([
    ["1.2.3", "1.2.3", ["1", "2", "3", "", ""]],
    ["v1.2.3-rc.1+b.7", "1.2.3-rc.1+b.7", ["1", "2", "3", "rc.1", "b.7"]],
    ["1.2", "1.2.0", ["1", "2", "0", "", ""]],
    ["7", "7.0.0", ["7", "0", "0", "", ""]],
    ["99999999999999999999.0.1", "99999999999999999999.0.1", ["99999999999999999999", "0", "1", "", ""]],
  ])("takes %s apart", (version, normalized, [major, minor, patch, prerelease, build]) => {
    expect(parseVersion.call(version)).toEqual({ major, minor, patch, prerelease, build, normalized });
  });

  it.each(["", " 1.2.3", "1.2.3\n", "V1.2.3", "v1.2", "1.2.3.4", "2.2.2.develop", "01.2.3", "1.30.x", "1.2.3-", "-1"])(
    "refuses %j",
    (version) => {
      const { argument, message } = refused(parseVersion, version);
      expect(argument).toBe(0);
      expect(message).toContain(JSON.stringify(version));
    },
  );
});

describe("render_profile", () => {
  const profile = {
    name: "web",
    version: "1.1.0",
    tags: ["team", "env:dev"],
    description: "The web",
    pack: [
      { name: "nginx", tag: "1.11.x", resolved_tag: "1.11.4", registry_name: "Public Repo", values: "a: 1\nb: 2\n" },
      {
        name: "notes",
        type: "manifest",
        manifest: [{ name: "ns", content: "kind: Namespace\nmetadata: {name: a}\n" }],
      },
    ],
    profile_variables: [
      {
        variable: [
          { name: "size", display_name: "Size", default_value: "3", format: "number" },
          { name: "password", display_name: "Password", default_value: "canary", is_sensitive: true },
        ],
      },
    ],
    id: null,
  };

  it("writes the document as Palette has it", () => {
    const text = renderProfile.call(profile) as string;
    expect(yamlValue(text)).toEqual({
      metadata: { name: "web", description: "The web", labels: { env: "dev", team: "spectro__tag" } },
      spec: {
        version: "1.1.0",
        template: {
          type: "add-on",
          cloudType: "all",
          packs: [
            {
              name: "nginx",
              type: "spectro",
              layer: "addon",
              tag: "1.11.x",
              version: "1.11.4",
              registry: { metadata: { kind: "pack", name: "Public Repo" } },
              values: "a: 1\nb: 2",
            },
            {
              name: "notes",
              type: "manifest",
              layer: "addon",
              manifests: [{ name: "ns", content: "kind: Namespace\nmetadata: {name: a}" }],
            },
          ],
        },
        variables: [
          expect.objectContaining({ name: "size", format: "number", inputType: "text", defaultValue: "3" }),
          expect.not.objectContaining({ defaultValue: expect.anything() }),
        ],
      },
    });
    expect(text).toContain("values: |-\n");
    expect(text).not.toContain("canary");
    expect(renderProfile.call(JSON.stringify(profile))).toBe(text);
    expect(renderProfile.call({ ...profile, tags: ["env:dev", "team"] })).toBe(text);
  });

  it("is unknown where any part is", () => {
    expect(renderProfile.call({ ...profile, description: UNKNOWN })).toBe(UNKNOWN);
  });

  it.each([
    ["no JSON", "{", "not JSON"],
    ["a list", [profile], "must be an object"],
    ["null", undefined, "must be an object"],
    ["no name", { pack: [] }, "has no name"],
    ["a misspelt attribute", { ...profile, pakc: [] }, 'Did you mean "pack"'],
    [
      "a misspelt one inside",
      { name: "a", pack: [{ nmae: "b" }] },
      'pack[0].nmae is no attribute. Did you mean "name"',
    ],
    ["a layer without a name", { name: "a", pack: [{ tag: "1.0.0" }] }, "pack[0] has no name"],
    ["a number as version", { name: "a", version: 1.2 }, "version must be a text, in quotes, not a number"],
    ["two blocks where one may be", { name: "a", profile_variables: [{}, {}] }, "profile_variables must be one block"],
    ["a version that Palette refuses", { name: "a", version: "1.2.3.4" }, "1.2.3.4"],
    ["broken values", { name: "a", pack: [{ name: "b", tag: "1.0.0", values: "a: [" }] }, "values"],
    ["overrides", { name: "a", pack: [{ name: "b", tag: "1.0.0", overrides: "a: 1" }] }, "merge_values"],
    ["tags that are none", { name: "a", tags: "env:dev" }, "tags must be a list of texts, not a string"],
  ])("refuses %s, and says what to do", (_, given, told) => {
    const { argument, message } = refused(renderProfile, given);
    expect(argument).toBe(0);
    expect(message).toContain(told);
  });

  it("tells no value that is in the wrong place, since it may be a secret", () => {
    const variable = [{ name: "p", display_name: "P", default_value: ["canary"] }];
    expect(refused(renderProfile, { name: "a", profile_variables: { variable } }).message).not.toContain("canary");
  });
});
