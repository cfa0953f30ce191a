import type { AnyValues, ListRun, Run } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import { profileIdentity } from "./identity";
import type { LineageKind } from "./kind";
import { profileList } from "./list";

// The kind and the client answer from here.
const HELD: Record<string, { name: string; scope: string; version: string }> = {
  u1: { name: "web", scope: "project", version: "1.0.0" },
  u2: { name: "web", scope: "project", version: "1.10.0" },
  u3: { name: "web", scope: "tenant", version: "2.0.0" },
};
const kind = {
  noun: "cluster profile",
  unkept: {},
  listed: async () => Object.entries(HELD).map(([uid, it]) => ({ uid, ...it })),
  see: async (_: Palette, __: unknown, uid: string) => ({ ...HELD[uid], projectName: undefined, users: {} }),
} as unknown as LineageKind;
const asked: string[] = [];
const context = {
  client: { url: "https://palette.example.com:8443" },
  lookups: {
    projectUid: async (name: string) => {
      asked.push(name);
      return `uid of ${name}`;
    },
  },
  project: "Default",
} as unknown as Palette;
const run: Run<Palette> = { context, signal: new AbortController().signal };
const identity = profileIdentity(kind);
beforeEach(() => {
  asked.length = 0;
});

describe("the identity of a profile", () => {
  it("is its name in a scope of a Palette, and stays when versions and uids change", () => {
    const state = { id: "u1", name: "web", version: "1.0.0", context: "project", project: "Dev" };
    const known = { host: "palette.example.com:8443", context: "project", project: "Dev", name: "web" };
    expect(identity.of(state, run)).toEqual(known);
    expect(identity.of({ ...state, id: "u2", version: "2.0.0" }, run)).toEqual(known);
    expect(identity.of({ name: "web" }, run)).toMatchObject({ context: "project", project: "Default" });
    expect(identity.of({ name: "web", context: "tenant" }, run)).not.toHaveProperty("project");
    expect(identity.of({ id: "u1", name: "" }, run)).toBeUndefined();
  });

  it("finds the newest version in exactly its scope", async () => {
    expect(await identity.find({ name: "web", project: "Dev" }, run)).toMatchObject({
      id: "u2",
      project: "Dev",
      versions: { "1.10.0": "u2" },
    });
    expect(asked).toContain("Dev");
    expect(await identity.find({ name: "web", context: "tenant" }, run)).toMatchObject({ id: "u3", context: "tenant" });
    const own = identity.of({ name: "web", context: "project" }, run) as AnyValues;
    expect(await identity.find(own, run)).toMatchObject({ id: "u2", project: "Default" });
  });

  it.each([
    [{ name: "web", host: "other.example.com" }, /"other\.example\.com".*"palette\.example\.com:8443"/],
    [{ name: "web", context: "system" }, /context = "system": write "project" or "tenant"/],
    [{ name: "web", context: "tenant", project: "Dev" }, /project = "Dev", but context is "tenant"/],
    [{ name: "wep" }, /no cluster profile "wep" in the project "Default"/],
  ])("%j is refused with what is wrong", async (wrong, message) => {
    await expect(identity.find(wrong, run)).rejects.toThrow(message);
  });
});

describe("the list of profiles", () => {
  const shown = [
    { name: "web", scope: "project" },
    { name: "shared", scope: "tenant" },
    { name: "db", scope: undefined },
  ];
  const { list, validate } = profileList("cluster profile", async () => shown);
  const listed = async (config: AnyValues) => {
    const found: string[] = [];
    const listRun: ListRun<Palette> = { ...run, limit: 100, withState: false };
    for await (const { displayName, identity: of } of list(config, listRun)) {
      found.push(`${displayName} ${String(of.context)} ${String(of.project)}`);
    }
    return found;
  };

  it("has each profile of the scope once, in order, with its identity", async () => {
    expect(await listed({})).toEqual(["db project Default", "web project Default"]);
    expect(await listed({ context: "tenant" })).toEqual(["db tenant undefined", "shared tenant undefined"]);
    expect(await listed({ project: "Dev", nameContains: "WE" })).toEqual(["web project Dev"]);
  });

  it("refuses a project in the tenant", () => {
    const [told] = validate?.({ context: "tenant", project: "Dev" }) ?? [];
    expect([told?.code, told?.path]).toEqual(["ProjectInTenant", ["project"]]);
  });
});
