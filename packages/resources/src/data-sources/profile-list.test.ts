import { UNKNOWN } from "@palette-profiles/resource-kit";
import { type ListedProfile, type ListState, listProblems, nameFilter, wantedVersions } from "./profile-list";

const listed = (name: string, versions: string[], more: Partial<ListedProfile> = {}): ListedProfile => ({
  uid: `${name}@${versions.at(-1)}`,
  name,
  version: versions.at(-1) ?? "",
  scope: "project",
  labels: {},
  versions: versions.map((version) => ({ uid: `${name}@${version}`, version })),
  ...more,
});
const ids = (all: readonly ListedProfile[], config: Partial<ListState> = {}) =>
  wantedVersions(all, config as ListState).ids;

describe("the profiles that are wanted", () => {
  it("come by name, then from the oldest version to the newest, in all lists alike", () => {
    const found = wantedVersions([listed("b", ["1.10.0", "1.2.0", "1.9.0"]), listed("a", ["1.0.0"])], {} as ListState);
    expect(found).toEqual({
      ids: ["a@1.0.0", "b@1.2.0", "b@1.9.0", "b@1.10.0"],
      names: ["a", "b", "b", "b"],
      versions: ["1.0.0", "1.2.0", "1.9.0", "1.10.0"],
      idsByName: undefined,
    });
  });

  it("are the newest of each in the range, where only these are wanted, with a map by name", () => {
    const all = [listed("a", ["1.0.0", "1.5.0", "2.0.0"]), listed("b", ["2.1.0"])];
    const found = wantedVersions(all, { latest: true, version: "<2.0.0" } as ListState);
    expect(found).toMatchObject({ ids: ["a@1.5.0"], idsByName: { a: "a@1.5.0" } });
    expect(wantedVersions(all, { latest: true } as ListState).idsByName).toEqual({ a: "a@2.0.0", b: "b@2.1.0" });
  });

  it("are of exactly the scope that is asked for", () => {
    const all = [listed("a", ["1.0.0"]), listed("b", ["1.0.0"], { scope: "tenant" })];
    expect(ids(all)).toEqual(["a@1.0.0"]);
    expect(ids(all, { context: "tenant" })).toEqual(["b@1.0.0"]);
  });

  it("have the tag, as the newest version has it", () => {
    const labels = { env: "dev", team: "spectro__tag" };
    const old = listed("a", ["1.0.0"], { labels, versions: [{ uid: "a@2", version: "2.0.0" }] });
    expect(ids([old], { tag: "env" })).toEqual([]);
    const now = listed("a", ["1.0.0", "2.0.0"], { labels });
    expect(ids([now], { tag: "env" })).toHaveLength(2);
    expect(ids([now], { tag: "env:dev" })).toHaveLength(2);
    expect(ids([now], { tag: "team" })).toHaveLength(2);
    for (const tag of ["env:", "env:de", "dev", "toString", "constructor:x"]) expect(ids([now], { tag })).toEqual([]);
  });

  it("are picked by name even from a list that Palette did not narrow, or shows a version an item", () => {
    const all = [listed("web", ["1.0.0"]), listed("web", ["1.0.0", "1.1.0"]), listed("Webshop", ["1.0.0"])];
    expect(ids(all, { name: "web" })).toEqual(["web@1.0.0", "web@1.1.0"]);
    expect(ids(all, { nameContains: "WEB" })).toHaveLength(3);
    expect(nameFilter({ nameContains: "WEB" })).toEqual({ profileName: { contains: "WEB", ignoreCase: true } });
  });
});

describe("filters that cannot be meant", () => {
  it.each([
    [{ name: "a", nameContains: "a" }, "TwoNames", "nameContains"],
    [{ version: "newest" }, "InvalidRange", "version"],
    [{ context: "tennant" }, "UnknownContext", "context"],
    [{ context: "tenant", project: "Default" }, "ProjectElsewhere", "project"],
  ])("%p is refused with %s", (config, code, attribute) => {
    expect(listProblems(config)).toMatchObject([{ severity: "error", code, path: [attribute] }]);
  });

  it("are none while they are unknown", () => {
    expect(
      listProblems({ name: UNKNOWN, nameContains: "a", version: UNKNOWN, context: UNKNOWN, project: "a" }),
    ).toEqual([]);
  });
});
