import { postgres, redis } from "../app/services";
import type { AppProfileModel, TierModel } from "../model/app-profile";
import { type DeepMaybeUnknown, UNKNOWN } from "../model/unknown";
import { diffAppProfiles } from "./diff-app-profiles";

function app(...tiers: DeepMaybeUnknown<TierModel>[]): DeepMaybeUnknown<AppProfileModel> {
  return { name: "shop", version: "1.0.0", tiers };
}

const db = postgres({ name: "db", databaseName: "shop", userName: "shop", volumeSize: 8 });
const api: TierModel = {
  name: "api",
  type: "container",
  values: "containerService:\n  image: nginx:1.26\n",
  manifests: [],
};
const jobs: TierModel = {
  name: "jobs",
  type: "manifest",
  manifests: [{ name: "cron", content: "spec: {schedule: daily}" }],
};

const changes = (before: ReturnType<typeof app> | undefined, after: ReturnType<typeof app> | undefined) =>
  diffAppProfiles(before, after).changes;

describe("diffAppProfiles", () => {
  test("finds nothing between equals, in whichever field and order properties stand", () => {
    const { databaseName, ...rest } = db.properties!;
    const moved = { ...db, properties: rest, sensitiveProperties: { databaseName: databaseName! } };
    expect(diffAppProfiles(app(db, api, jobs), app(moved, { ...api, installOrder: 0 }, jobs))).toEqual({
      changes: [],
      formattingOnly: [],
    });
    expect(
      changes(app(db), app({ ...db, properties: Object.fromEntries(Object.entries(db.properties!).reverse()) })),
    ).toEqual([]);
  });

  test("tells the header: version, tags, name", () => {
    const after = { ...(app(db) as AppProfileModel), version: "1.1.0", tags: ["a"], description: "new" };
    expect(changes(app(db), after)).toEqual([
      { path: "version", kind: "change", before: "1.0.0", after: "1.1.0" },
      { path: "description", kind: "add", after: "new" },
      { path: "tags", kind: "add", after: "a" },
    ]);
  });

  test("tells leaves of values and manifests under their tier", () => {
    const image = { ...api, values: api.values!.replace("1.26", "1.27") };
    const hourly = { ...jobs, manifests: [{ name: "cron", content: "spec: {schedule: hourly}" }] };
    expect(changes(app(api, jobs), app(image, hourly))).toEqual([
      {
        layer: "api",
        path: "containerService.image",
        kind: "change",
        before: "nginx:1.26",
        after: "nginx:1.27",
        within: "values",
      },
      {
        layer: "jobs",
        manifest: "cron",
        path: "spec.schedule",
        kind: "change",
        before: "daily",
        after: "hourly",
        within: "content",
      },
    ]);
    expect(diffAppProfiles(app(api), app({ ...api, values: `# why\n${api.values}` })).formattingOnly).toEqual(["api"]);
  });

  test("tells properties by name", () => {
    const after = { ...db, properties: { ...db.properties!, databaseVolumeSize: "16", version: "14" } };
    expect(changes(app(db), app(after))).toEqual([
      { layer: "db", path: "properties.databaseVolumeSize", kind: "change", before: "8", after: "16" },
      { layer: "db", path: "properties.version", kind: "add", after: "14" },
    ]);
    expect(changes(app(after), app(db))[1]).toEqual({
      layer: "db",
      path: "properties.version",
      kind: "remove",
      before: "14",
    });
  });

  test("a property may be named as one that every object has", () => {
    const after = { ...db, properties: { ...db.properties!, constructor: "x", toString: "y" } } as unknown as TierModel;
    expect(changes(app(db), app(after)).map(({ path, kind }) => [path, kind])).toEqual([
      ["properties.constructor", "add"],
      ["properties.toString", "add"],
    ]);
  });

  test("marks what is secret: by its field, by the service, by its name, and by the engine", () => {
    const before = redis({ name: "cache", password: "b25l", volumeSize: 1 });
    const after = redis({ name: "cache", password: "dHdv", volumeSize: 1 });
    const marked = [
      {
        layer: "cache",
        path: "properties.userPassword",
        kind: "change",
        before: "b25l",
        after: "dHdv",
        sensitive: true,
      },
    ];
    const open = (tier: TierModel) => ({
      ...tier,
      properties: { ...tier.properties, ...tier.sensitiveProperties },
      sensitiveProperties: {},
    });
    expect(changes(app(before), app(after))).toEqual(marked);
    expect(changes(app(open(before)), app(open(after)))).toEqual(marked);
    const other = (tier: TierModel) => ({ ...open(tier), packName: "other-operator" });
    expect(changes(app(other(before)), app(other(after)))).toEqual(marked);
    const engine = { ...db, properties: { ...db.properties!, databaseName: "x" }, sensitive: ["properties"] };
    expect(changes(app(db), app(engine))).toEqual([
      { layer: "db", path: "properties.databaseName", kind: "change", before: "shop", after: "x", sensitive: true },
    ]);
  });

  test("tells type, pack, tag, registry and install order", () => {
    const after = { ...db, packName: "other", tag: "2.0.0", registryName: "mine", registryUid: "r2", installOrder: 5 };
    const before = { ...db, registryName: "Public Repo", registryUid: "r1" };
    expect(changes(app(before), app(after)).map(({ path, before: a, after: b }) => [path, a, b])).toEqual([
      ["packName", "postgresql-operator", "other"],
      ["tag", "1.8.2", "2.0.0"],
      ["registryName", "Public Repo", "mine"],
      ["installOrder", 0, 5],
    ]);
    expect(changes(app(api), app({ ...api, packName: "container" }))).toEqual([]);
  });

  test("tells the uid of a pack only where nothing else explains it", () => {
    const [one, two] = [
      { ...db, sourceAppTier: "u1" },
      { ...db, sourceAppTier: "u2" },
    ];
    expect(changes(app(one), app(two))).toEqual([
      { layer: "db", path: "sourceAppTier", kind: "change", before: "u1", after: "u2" },
    ]);
    expect(changes(app(one), app({ ...two, tag: "2.0.0" })).map(({ path }) => path)).toEqual(["tag"]);
  });

  test("a tier that moved is one change, since order is the order of deployment", () => {
    expect(changes(app(db, api, jobs), app(api, jobs, db))).toEqual([
      { layer: "db", path: "", kind: "move", before: 1, after: 3 },
    ]);
  });

  test("tells tiers that come and go, without their texts and property values", () => {
    const cache = redis({ name: "cache", password: "c2VjcmV0", volumeSize: 1 });
    const found = changes(app(db, api), app(db, cache, api));
    expect(found).toEqual([
      {
        layer: "cache",
        path: "",
        kind: "add",
        after: {
          place: 2,
          type: "operator-instance",
          tag: "6.2.19-1",
          packName: "redis-operator",
          properties: ["redisVolumeSize", "userPassword"],
        },
      },
    ]);
    expect(changes(app(api, jobs), app(api))).toEqual([
      { layer: "jobs", path: "", kind: "remove", before: { place: 2, type: "manifest", manifests: ["cron"] } },
    ]);
  });

  test("tells a new name for a tier that holds the same as a rename", () => {
    const renames = (tier: TierModel) => changes(app(tier), app({ ...tier, name: "new" }));
    for (const tier of [db, api, jobs]) {
      expect(renames(tier)).toEqual([{ layer: tier.name, path: "", kind: "rename", before: tier.name, after: "new" }]);
    }
    expect(changes(app(db), app({ ...db, name: "new", tag: "2.0.0" })).map(({ kind }) => kind)).toEqual([
      "remove",
      "add",
    ]);
  });

  test("tells unknown values as unknown, and what is in an unknown map as neither gone nor come", () => {
    expect(changes(app(db), app({ ...db, properties: UNKNOWN }))).toEqual([
      { layer: "db", path: "properties", kind: "change", after: UNKNOWN },
    ]);
    expect(changes(app(db), app({ ...db, properties: { ...db.properties!, databaseName: UNKNOWN } }))).toEqual([
      { layer: "db", path: "properties.databaseName", kind: "change", before: "shop", after: UNKNOWN },
    ]);
    expect(changes(app(db), { name: "shop", version: "1.0.0", tiers: UNKNOWN })).toEqual([
      { path: "tiers", kind: "change", after: UNKNOWN },
    ]);
  });

  test("tells all that a new profile brings, and all that goes", () => {
    const told = (list: ReturnType<typeof changes>) => list.map(({ layer, path, kind }) => [layer, path, kind]);
    expect(told(changes(undefined, app(db)))).toEqual([
      [undefined, "version", "add"],
      [undefined, "name", "add"],
      ["db", "", "add"],
    ]);
    expect(told(changes(app(db), undefined)).at(-1)).toEqual(["db", "", "remove"]);
  });
});
