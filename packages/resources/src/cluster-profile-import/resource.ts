import { checkVersionSettings } from "@palette-profiles/profiles";
import {
  type AnyValues,
  apply,
  DiagnosticError,
  type Draft,
  defineResource,
  isUnknown,
  PartialStateError,
  type PlanValues,
  plan,
  type Run,
  read,
  UNKNOWN,
  withoutUnknown,
} from "@palette-profiles/resource-kit";
import type { ClusterProfileState } from "../cluster-profile/attributes";
import { clusterProfileKind } from "../cluster-profile/kind";
import { clusterProfile } from "../cluster-profile/resource";
import { profileIdentity } from "../lineage/identity";
import { configRules, scopeRules } from "../lineage/rules";
import { fromOfficial } from "../moves/from-official";
import type { Palette } from "../palette";
import { configOfProfile, knownProfile, stateOfProfile } from "./as-cluster-profile";
import { type ClusterProfileImportState, clusterProfileImportAttributes } from "./attributes";
import { contentOfText, hashOf, type ProfileContent, textOf } from "./content";
import { profileOfExport } from "./exported-profile";
import { valueOfFile } from "./read-file";

type State = ClusterProfileImportState;

/** What follows from the file. */
const FROM_FILE = ["name", "version", "type", "cloud", "content", "contentHash", "id", "versions"] as const;

/** A cluster profile whose words stand in a file: all that it does, a cluster profile does. */
export const clusterProfileImport = defineResource<Palette, typeof clusterProfileImportAttributes>({
  type: "cluster_profile_import",
  description:
    "A cluster profile that is what a file says, which Palette exported. An edit of the file changes the profile in place, and a new version in it makes a new version.",
  attributes: clusterProfileImportAttributes,
  version: 0,
  validate: (config) => [
    ...scopeRules("cluster profile", config as never),
    ...configRules(checkVersionSettings(config)),
  ],
  refine,
  create: (planned, run) => applied(undefined, planned, run),
  update: (prior, planned, run) => applied(prior, planned, run),
  async read(prior, run) {
    const live = (await read(clusterProfile, knownProfile(prior), run)) as ClusterProfileState | undefined;
    return live && stateOfProfile(live, prior);
  },
  delete: (prior, run) => clusterProfile.delete(knownProfile(prior), run),
  import: {
    format: clusterProfile.import?.format ?? "",
    find: async (id, run) => (await clusterProfile.import?.find(id, run)) as State,
  },
  identity: profileIdentity(clusterProfileKind) as never,
  moves: [fromOfficial<State>("spectrocloud_cluster_profile_import", clusterProfileImportAttributes)],
});

async function refine(draft: Draft<Palette, State>): Promise<void> {
  const { planned, prior, config } = draft;
  if (isUnknown(planned.importFile)) {
    for (const name of FROM_FILE) if (config[name] === undefined) planned[name] = UNKNOWN;
    return;
  }
  const content = {
    ...profileOfFile(planned.importFile),
    ...(typeof config.name === "string" && { name: config.name }),
  };
  const text = textOf(content);
  const same = prior?.content !== undefined && clusterProfileImportAttributes.content.equal?.(prior.content, text);
  planned.content = same ? prior.content : text;
  planned.contentHash = same ? prior.contentHash : hashOf(text);
  // A plan without changes is free.
  if (same && !draft.changed("name", "context", "project", "immutableVersions", "versionPolicy", "adopt")) return;
  const before = prior && ((await read(clusterProfile, knownProfile(prior), draft)) as ClusterProfileState | undefined);
  const inner = await plan(clusterProfile, {
    ...asRun(draft),
    prior: before,
    config: configOfProfile(content, config),
  });
  for (const { severity, code, summary, detail } of inner.diagnostics) {
    const told = { code, summary, detail: `${planned.importFile}: ${detail}` };
    if (severity === "error") draft.error(["importFile"], told);
    else draft.warning(["importFile"], told);
  }
  const { name, version, type, cloud, id, versions, project } = inner.planned as PlanValues<ClusterProfileState>;
  Object.assign(planned, { name, version, type, cloud, id, versions, project });
}

function profileOfFile(file: string): ProfileContent {
  return profileOfExport(valueOfFile(file), file);
}

/** Applies what was planned, whatever the file says by now. */
async function applied(prior: State | undefined, planned: PlanValues<State>, run: Run<Palette>): Promise<State> {
  const known = withoutUnknown(planned) as State;
  const content = known.content === undefined ? profileOfFile(known.importFile) : contentOfText(known.content);
  const wanted: State = { ...known, content: textOf(content), contentHash: known.contentHash };
  const before = prior && ((await read(clusterProfile, knownProfile(prior), run)) as ClusterProfileState | undefined);
  const request = { ...asRun(run), prior: before as AnyValues | undefined };
  const inner = await plan(clusterProfile, { ...request, config: configOfProfile(content, wanted) });
  const refused = inner.diagnostics.find(({ severity }) => severity === "error");
  if (refused !== undefined) throw new DiagnosticError(refused);
  const { state, diagnostics } = await apply(clusterProfile, { ...request, planned: inner.planned });
  const failed = diagnostics.find(({ severity }) => severity === "error");
  const result =
    state && stateOfProfile(state as ClusterProfileState, failed === undefined ? wanted : (prior ?? known));
  if (failed === undefined) return result as State;
  throw result === undefined ? new DiagnosticError(failed) : new PartialStateError(result, new DiagnosticError(failed));
}

function asRun({ context, signal }: Run<Palette>): Run<Palette> {
  return { context, signal };
}
