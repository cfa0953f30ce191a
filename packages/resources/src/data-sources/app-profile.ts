import { appProfiles } from "@palette-profiles/palette-api";
import { versionCompare } from "@palette-profiles/profiles";
import { defineDataSource, type Run, s, type Values } from "@palette-profiles/resource-kit";
import { appProfileKind } from "../app-profile/kind";
import { explained } from "../explain";
import { findVersion } from "../lineage/find";
import { type Palette, scopeOf } from "../palette";
import { noSuchProfile } from "./no-such-profile";
import { scopeAttributes, scopeProblems } from "./scope";

const attributes = {
  name: s.string({ description: "The profile's name.", required: true, example: "shop" }),
  version: s.string({
    description: "The profile's version. Default: the newest, which then stands here.",
    optional: true,
    computed: true,
    example: "1.2.0",
  }),
  ...scopeAttributes,
  id: s.string({ description: "The uid of the version found.", computed: true, example: "65b3f1c0e4b0a1c2d3e4f509" }),
  resolvedVersion: s.string({ description: "The version found.", computed: true, example: "1.2.0" }),
  description: s.string({
    description: "What the profile is for.",
    computed: true,
    sometimes: true,
    example: "The shop and its database",
  }),
  tags: s.stringSet({
    description: "Tags, each `key` or `key:value`.",
    computed: true,
    example: ["env:prod", "team:shop"],
  }),
  tiers: s.stringList({ description: "The names of the tiers, in order.", computed: true, example: ["db", "api"] }),
  versions: s.stringMap({
    description: "All versions of the profile, each with its uid.",
    computed: true,
    example: { "1.1.0": "65b3f1c0e4b0a1c2d3e4f510", "1.2.0": "65b3f1c0e4b0a1c2d3e4f509" },
  }),
};

export const appProfileDataSource = defineDataSource<Palette, typeof attributes>({
  type: "app_profile",
  description: "An app profile that exists.",
  attributes,
  validate: scopeProblems,
  read: (config, run) => explained(`reading the app profile "${config.name}"`, () => read(config, run)),
});

type State = Values<typeof attributes>;

async function read(config: State, run: Run<Palette>): Promise<State> {
  const palette = run.context;
  const context = config.context ?? "project";
  const at = await scopeOf({ context, project: config.project }, run);
  const uid = await findVersion(appProfileKind, palette, at, config.name, context, config.version);
  if (uid === undefined) throw await noSuchProfile(appProfileKind, config, run);
  const [profile, live] = await Promise.all([
    appProfiles(palette.client, at).get(uid),
    appProfileKind.readLive(palette, at, uid, {}),
  ]);
  const versions = [
    ...(profile.spec?.versions ?? []).flatMap((each) => (each.uid && each.version ? [[each.version, each.uid]] : [])),
    [live?.version ?? "1.0.0", uid],
  ].sort(([a = ""], [b = ""]) => versionCompare(a, b));
  return {
    ...config,
    version: config.version ?? live?.version,
    id: uid,
    resolvedVersion: live?.version,
    description: live?.description,
    tags: live?.tags,
    tiers: live?.tiers?.map(({ name }) => name),
    versions: Object.fromEntries(versions) as Record<string, string>,
  };
}
