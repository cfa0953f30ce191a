import type { At, V1PackTagEntity, V1RegistryMetadata } from "@palette-profiles/palette-api";
import { DiagnosticError } from "@palette-profiles/resource-kit";
import type { Lookups } from "../lookups";
import { packOfTier, resolveTier, type WrittenTier } from "./tier-pack";

const at = {} as At;
const pack = (name: string, ...versions: string[]): V1PackTagEntity => ({
  name,
  registryUid: "pub",
  tags: versions.map((version) => ({ version, tag: version, packUid: `${name}@${version}` })),
});
const PACKS = [
  pack("postgresql-operator", "1.8.1", "1.8.2"),
  pack("container", "1.0.2", "1.0.10"),
  pack("web", "2.0.0"),
];
const lookups = {
  registries: async () =>
    [
      { name: "Public Repo", uid: "pub" },
      { name: "Private Charts", uid: "own" },
    ] as V1RegistryMetadata[],
  packNames: async () => PACKS.map(({ name = "" }) => ({ name, registryUids: ["pub"] })),
  packVersions: async (_: At, name: string, uid: string) =>
    uid === "pub" ? PACKS.find((each) => each.name === name) : undefined,
  pack: async (_: At, uid: string) => PACKS.find(({ tags }) => tags?.some((each) => each.packUid === uid)),
  helmSynced: async (_: At, uid: string) => uid === "pub",
} as unknown as Lookups;

const db: WrittenTier = { name: "db", type: "operator-instance", packName: "postgresql-operator", tag: "1.8.2" };
const found = (tier: WrittenTier) => resolveTier(lookups, at, tier);
const refused = async (tier: WrittenTier) => {
  const error = await found(tier).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DiagnosticError);
  const { code, path, message } = error as DiagnosticError;
  return { code, path, message };
};

describe("the pack of a tier", () => {
  it("is what it names, else container for a container, else the tier's own name", () => {
    expect(packOfTier(db)).toBe("postgresql-operator");
    expect(packOfTier({ name: "api", type: "container" })).toBe("container");
    expect(packOfTier({ name: "web", type: "helm" })).toBe("web");
  });

  it("follows from registry, name and tag", async () => {
    const all = {
      sourceAppTier: "postgresql-operator@1.8.2",
      tag: "1.8.2",
      registryUid: "pub",
      registryName: "Public Repo",
    };
    expect(await found(db)).toEqual(all);
    expect(await found({ ...db, registryName: "Public Repo" })).toEqual(all);
    expect(await found({ ...db, tag: "1.8.1" })).toMatchObject({ sourceAppTier: "postgresql-operator@1.8.1" });
  });

  it("gives its tag and registry where only its uid is written, as for the official provider", async () => {
    const tier = { ...db, packName: undefined, tag: undefined, sourceAppTier: "postgresql-operator@1.8.1" };
    expect(await found(tier)).toEqual({
      sourceAppTier: "postgresql-operator@1.8.1",
      tag: "1.8.1",
      registryUid: "pub",
      registryName: "Public Repo",
    });
  });

  it("is the newest for a container without a tag, by semver and not by letters", async () => {
    expect(await found({ name: "api", type: "container" })).toMatchObject({ tag: "1.0.10" });
  });

  it("is none for manifests, and taken at the user's word from a registry that is not synchronised", async () => {
    expect(await found({ name: "m", type: "manifest" })).toEqual({});
    const chart: WrittenTier = { name: "secret-chart", type: "helm", tag: "9.9.9", registryName: "Private Charts" };
    expect(await found(chart)).toEqual({
      sourceAppTier: undefined,
      tag: "9.9.9",
      registryUid: "own",
      registryName: "Private Charts",
    });
    expect(await refused({ ...chart, packName: "other" })).toMatchObject({
      code: "UnlistedPackName",
      path: ["packName"],
      message: expect.stringContaining('Name the tier "other"'),
    });
  });

  it("that is not there is told with the tier, the field and the nearest name", async () => {
    const wrong = await refused({ ...db, packName: "postgres-operator" });
    expect(wrong).toMatchObject({ code: "UnknownPack", path: ["packName"] });
    expect(wrong.message).toContain('"postgresql-operator"');
    expect(await refused({ ...db, packName: undefined })).toMatchObject({
      path: ["name"],
      message: expect.stringContaining("give it with pack_name"),
    });
    const tag = await refused({ ...db, tag: "1.8.3" });
    expect(tag).toMatchObject({ code: "UnknownTag", path: ["tag"] });
    expect(tag.message).toContain('Tier "db": the registry "Public Repo" has no version "1.8.3"');
    expect(await refused({ ...db, registryName: "Publik Repo" })).toMatchObject({
      code: "UnknownRegistry",
      message: expect.stringMatching(/^Tier "db": .*Did you mean "Public Repo"/),
    });
    expect(await refused({ ...db, tag: undefined, sourceAppTier: "nope" })).toMatchObject({
      path: ["sourceAppTier"],
      message: expect.stringContaining("Leave source_app_tier out"),
    });
  });

  it("of a uid whose version is another than the tag is refused, so that a new tag never keeps an old uid", async () => {
    expect(await refused({ ...db, sourceAppTier: "postgresql-operator@1.8.1" })).toMatchObject({
      code: "TagOfAnotherPack",
      path: ["tag"],
      message: expect.stringContaining(
        'tag is "1.8.2", but source_app_tier "postgresql-operator@1.8.1" is version "1.8.1"',
      ),
    });
  });
});
