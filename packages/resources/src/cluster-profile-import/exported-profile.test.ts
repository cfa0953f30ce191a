import { contentOf, contentOfText, sameContent, textOf } from "./content";
import { profileOfExport } from "./exported-profile";

const pack = (more: object = {}) => ({ name: "nginx", type: "spectro", tag: "1.11.4", values: "a: 1", ...more });
const exported = (packs: unknown[] = [pack()], more: object = {}) => ({
  metadata: { name: "web", description: "", labels: { b: "2", a: "spectro__tag" } },
  spec: { version: "1.2.0", template: { type: "add-on", cloudType: "all", packs }, ...more },
});
const read = (...of: Parameters<typeof exported>) => profileOfExport(exported(...of), "p.json");

describe("an exported profile", () => {
  it("is told in the fewest words: no defaults, nothing empty, tags in order", () => {
    const registry = { metadata: { uid: "0".repeat(24), name: "Public Repo", kind: "pack" } };
    const variables = [
      { name: "n", displayName: "N", format: "string", required: false, regex: "", defaultValue: "1" },
    ];
    expect(contentOfText(textOf(read([pack({ registry, manifests: [] })], { variables })))).toEqual({
      name: "web",
      version: "1.2.0",
      tags: ["a", "b:2"],
      packs: [{ name: "nginx", tag: "1.11.4", registryName: "Public Repo", values: "a: 1" }],
      profileVariables: { variables: [{ name: "n", displayName: "N", defaultValue: "1" }] },
    });
  });

  it("names a registry by uid only where it gives no name, and takes the pack's version for its tag", () => {
    const registry = { metadata: { uid: "abc" } };
    expect(read([pack({ tag: undefined, version: "1.11.4", registry })]).packs?.[0]).toMatchObject({
      tag: "1.11.4",
      registryUid: "abc",
    });
  });

  it("holds no masked default, and is refused with a secret that is not told", () => {
    const secret = (defaultValue: string) => [{ name: "pw", displayName: "P", isSensitive: true, defaultValue }];
    expect(textOf(read([], { variables: secret("********") }))).not.toContain("*");
    expect(() => read([], { variables: secret("hunter2") })).toThrow(
      /^p\.json: spec\.variables\[0\], the variable "pw", is sensitive(?!.*hunter2)/s,
    );
  });

  it.each([
    ["a list", [], /has no "metadata" and "spec"/],
    ["without a template", { metadata: { name: "x" }, spec: {} }, /spec\.template is missing/],
    ["without a name", { metadata: {}, spec: { template: {} } }, /metadata\.name is missing/],
    ["with a number for a tag", exported([pack({ tag: 1.1 })]), /packs\[0\]\.tag is 1\.1.*quotes/],
    ["whose packs are no list", { metadata: { name: "x" }, spec: { template: { packs: {} } } }, /packs is not a list/],
    ["with a nameless manifest", exported([pack({ manifests: [{}] })]), /manifests\[0\]\.name is missing/],
  ])("%s is refused with the file and the place", (_, value, message) => {
    expect(() => profileOfExport(value, "dir/p.json")).toThrow(message);
    expect(() => profileOfExport(value, "dir/p.json")).toThrow(/^dir\/p\.json: /);
  });
});

describe("contents", () => {
  const text = (values: string, version = "1.0.0") => textOf(read([pack({ values })], { version }));

  it("are the same where only the formatting of values differs, and another where their meaning does", () => {
    expect(sameContent(text("a: {b: 1}"), text("# note\na:\n  b: 1\n"))).toBe(true);
    expect(sameContent(text("a: 1"), text("a: '1'"))).toBe(false);
    expect(sameContent(text("a: 1", "1.0.0"), text("a: 1", "1.1.0"))).toBe(false);
  });

  it("tell of a live profile's registry what the file told, and forget uids", () => {
    const layer = {
      name: "nginx",
      type: "spectro",
      tag: "1.11.4",
      uid: "u",
      registryUid: "r",
      registryName: "Public Repo",
    };
    const live = { name: "web", packs: [layer] };
    const told = (known: object) => contentOf(live, { name: "web", packs: [{ name: "nginx", ...known }] }).packs?.[0];
    expect(told({})).toMatchObject({ registryName: undefined, registryUid: undefined });
    expect(told({ registryUid: "r" })).toMatchObject({ registryName: undefined, registryUid: "r" });
    expect(told({ registryName: "Public Repo" })).toMatchObject({
      registryName: "Public Repo",
      registryUid: undefined,
    });
    expect(textOf(contentOf(live))).not.toMatch(/uid/i);
  });
});
