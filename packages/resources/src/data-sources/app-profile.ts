import { appProfiles } from "@palette-profiles/palette-api";
import { versionCompare } from "@palette-profiles/profiles";
import { DiagnosticError, defineDataSource, type Run, s, type Values } from "@palette-profiles/resource-kit";
import { appProfileKind } from "../app-profile/kind";
import { explained } from "../explain";
import { findVersion } from "../lineage/find";
import { suggest } from "../lookups";
import { type Palette, scopeOf } from "../palette";

const attributes = {
  name: s.string({ description: "The profile's name.", required: true }),
  version: s.string({ description: "The profile's version. Default: the newest.", optional: true }),
  context: s.string({ description: "`project` or `tenant`. Default `project`.", optional: true }),
  project: s.string({
    description: "The project's name, in the context `project`. Default: the provider's project.",
    optional: true,
  }),
  id: s.string({ description: "The uid of the version found.", computed: true }),
  resolvedVersion: s.string({ description: "The version found.", computed: true }),
  description: s.string({ description: "What the profile is for.", computed: true }),
  tags: s.stringSet({ description: "Tags, each `key` or `key:value`.", computed: true }),
  tiers: s.stringList({ description: "The names of the tiers, in order.", computed: true }),
  versions: s.stringMap({ description: "All versions of the profile, each with its uid.", computed: true }),
};

export const appProfileDataSource = defineDataSource<Palette, typeof attributes>({
  type: "app_profile",
  description: "An app profile that exists.",
  attributes,
  read: (config, run) => explained(`reading the app profile "${config.name}"`, () => read(config, run)),
});

type State = Values<typeof attributes>;

async function read(config: State, run: Run<Palette>): Promise<State> {
  const palette = run.context;
  const context = config.context ?? "project";
  const at = await scopeOf({ context, project: config.project }, run);
  const uid = await findVersion(appProfileKind, palette, at, config.name, context, config.version);
  if (uid === undefined) throw await notFound(config, run);
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
    id: uid,
    resolvedVersion: live?.version,
    description: live?.description,
    tags: live?.tags,
    tiers: live?.tiers?.map(({ name }) => name),
    versions: Object.fromEntries(versions) as Record<string, string>,
  };
}

/** Tells the nearest name, or the versions there are. */
async function notFound({ name, version, context, project }: State, run: Run<Palette>): Promise<DiagnosticError> {
  const at = await scopeOf({ context: context ?? "project", project }, run);
  const all = await appProfileKind.listed(run.context, at);
  const versions = all.filter((each) => each.name === name).map((each) => each.version);
  const isVersion = version !== undefined && versions.length > 0;
  const what = version === undefined ? `app profile "${name}"` : `version ${version} of the app profile "${name}"`;
  const where = context === "tenant" ? "in the tenant" : `in the project "${project ?? run.context.project}"`;
  const near = isVersion ? suggest(version, versions) : suggest(name, [...new Set(all.map((each) => each.name))]);
  return new DiagnosticError({
    code: "NotFound",
    path: [isVersion ? "version" : "name"],
    summary: `There is no ${what}`,
    detail: `Palette has no ${what} ${where}.${near || " Check the name, the version and the context."}`,
  });
}
