import { type At, clusterProfiles, isNotFound } from "@palette-profiles/palette-api";
import { versionCompare } from "@palette-profiles/profiles";
import {
  defineResource,
  hasUnknown,
  PartialStateError,
  type PlanValues,
  type Run,
  reconcile,
} from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { type Palette, scopeOf } from "../palette";
import { adoptVersion } from "./adopt";
import { type ClusterProfileState, clusterProfileAttributes } from "./attributes";
import { change } from "./change";
import { createVersion } from "./create";
import { withDeadline } from "./deadline";
import { findForImport, IMPORT_FORMAT } from "./import";
import { forgetState, rememberState } from "./in-state";
import { withOwnValues } from "./layer-values";
import { readLive } from "./live";
import { concrete } from "./plan/concrete";
import { refine } from "./plan/refine";
import { versionSettings } from "./plan/version-settings";
import { renamedVersions } from "./plan/versions";
import { removeUnused, surplusVersions } from "./retain";
import { validate } from "./validate";

export const clusterProfile = defineResource<Palette, typeof clusterProfileAttributes>({
  type: "cluster_profile",
  description:
    "A cluster profile: the layers that make a Kubernetes cluster, in versions. A new version stands beside the ones before; destroy removes those that the resource made.",
  attributes: clusterProfileAttributes,
  version: 0,
  validate: (config) => [...validate(config), ...versionSettings(config)],
  refine: (draft) => explained(`planning cluster profile "${String(draft.planned.name)}"`, () => refine(draft)),

  create: (planned, run) =>
    explained(`creating cluster profile "${String(planned.name)}"`, async () => {
      const wanted = concrete(planned);
      const within = withDeadline(run, wanted.timeouts, "create");
      return wanted.id === undefined
        ? makeVersion(wanted, {}, within)
        : takeOver(wanted.id, wanted, wanted.versions ?? {}, within);
    }),

  read: (prior, run) =>
    explained(`reading cluster profile "${prior.name}"`, async () => {
      rememberState(run.context, prior);
      const at = await scopeOf(prior, run);
      const live = prior.id === undefined ? undefined : await readLive(run.context, at, prior.id, prior);
      return live ?? readOther(prior, at, run);
    }),

  update: (prior, planned, run) =>
    explained(`updating cluster profile "${prior.name}"`, async () => {
      const wanted = concrete(planned);
      const within = withDeadline(run, wanted.timeouts, "update");
      const own = prior.versions ?? {};
      const isOwn = wanted.id === prior.id || Object.values(own).some((uid) => uid === wanted.id);
      const now =
        wanted.id === undefined
          ? await makeVersion(wanted, own, within)
          : isOwn
            ? await changeVersion(wanted.id, prior, planned, wanted, within)
            : await takeOver(wanted.id, wanted, own, within);
      await renameOthers(prior, now, within).catch((error: unknown) => {
        throw new PartialStateError({ ...wanted, ...now }, error);
      });
      return isOwn ? now : withoutSurplus({ ...wanted, ...now }, within);
    }),

  delete: (prior, run) =>
    explained(`deleting cluster profile "${prior.name}"`, async () => {
      if (prior.skipDestroy === true) return forgetState(run.context, prior);
      const within = withDeadline(run, prior.timeouts, "delete");
      const api = clusterProfiles(run.context.client, await scopeOf(prior, within));
      const own = Object.values(prior.versions ?? {}).filter((uid) => uid !== prior.id);
      for (const uid of [...own, ...(prior.id === undefined ? [] : [prior.id])]) {
        await api.remove(uid).catch((error: unknown) => {
          if (!isNotFound(error)) throw error;
        });
      }
    }),

  import: { format: IMPORT_FORMAT, find: (id, run) => explained(`importing "${id}"`, () => findForImport(id, run)) },
});

type Planned = PlanValues<ClusterProfileState>;

/** Makes a version with its full content, never as a copy of an older one, and keeps the others. */
async function makeVersion(
  wanted: ClusterProfileState,
  others: Record<string, string>,
  run: Run<Palette>,
): Promise<ClusterProfileState> {
  const at = await scopeOf(wanted, run);
  const uid = await createVersion(run.context, at, await withOwnValues(run.context.lookups, at, wanted));
  const versions = { ...others, [wanted.version ?? "1.0.0"]: uid };
  try {
    const live = await readLive(run.context, at, uid, wanted);
    return { ...(live ?? wanted), id: uid, versions };
  } catch (error) {
    throw new PartialStateError({ ...wanted, id: uid, versions }, error);
  }
}

/** Takes over a version that somebody else made, where its content is what is wanted. */
async function takeOver(
  uid: string,
  wanted: ClusterProfileState,
  others: Record<string, string>,
  run: Run<Palette>,
): Promise<ClusterProfileState> {
  const live = await adoptVersion(run.context, await scopeOf(wanted, run), uid, wanted);
  return { ...live, id: uid, versions: { ...others, [wanted.version ?? "1.0.0"]: uid } };
}

/** After a new version is safely there: without the older ones beyond those to keep that nothing uses. */
async function withoutSurplus(now: ClusterProfileState, run: Run<Palette>): Promise<ClusterProfileState> {
  if (now.retainVersions === undefined) return now;
  const versions = { ...now.versions };
  const surplus = surplusVersions(versions, now.version ?? "1.0.0", now.retainVersions);
  try {
    await removeUnused(run.context, await scopeOf(now, run), surplus, (version) => {
      delete versions[version];
    });
    return { ...now, versions };
  } catch (error) {
    throw new PartialStateError({ ...now, versions }, error);
  }
}

/** Changes a version that is there: the current one, or an earlier one of this resource that becomes current again. */
async function changeVersion(
  uid: string,
  prior: ClusterProfileState,
  planned: Planned,
  wanted: ClusterProfileState,
  run: Run<Palette>,
): Promise<ClusterProfileState> {
  const at = await scopeOf(prior, run);
  const current = uid === prior.id;
  const before = current ? prior : ((await readLive(run.context, at, uid, wanted)) ?? prior);
  try {
    await change(run.context, at, uid, before, wanted, (it) => withOwnValues(run.context.lookups, at, it));
    const versions = current ? renamedVersions(prior, wanted.version ?? "1.0.0") : prior.versions;
    const live = hasUnknown(planned) ? await readLive(run.context, at, uid, wanted) : undefined;
    return { ...(live ?? wanted), versions: wanted.versions ?? versions };
  } catch (error) {
    // Some calls may have been heard: what Palette holds now is the truth to plan from.
    const live = current ? await readLive(run.context, at, uid, prior).catch(() => undefined) : undefined;
    if (live === undefined) throw error;
    throw new PartialStateError(reconcile(clusterProfileAttributes, prior, live), error);
  }
}

/** Where the current version is gone, the newest of this resource's others: none of them is forgotten. */
async function readOther(prior: ClusterProfileState, at: At, run: Run<Palette>) {
  const others = Object.entries(prior.versions ?? {})
    .filter(([, uid]) => uid !== prior.id)
    .sort(([a], [b]) => versionCompare(b, a));
  for (const [index, [, uid]] of others.entries()) {
    const live = await readLive(run.context, at, uid, prior);
    if (live !== undefined) return { ...live, versions: Object.fromEntries(others.slice(index)) };
  }
  return undefined;
}

/** The lineage is one name: a rename takes this resource's other versions along. */
async function renameOthers(prior: ClusterProfileState, now: ClusterProfileState, run: Run<Palette>): Promise<void> {
  if (now.name === prior.name) return;
  const at = await scopeOf(prior, run);
  const others = Object.values(prior.versions ?? {}).filter((uid) => uid !== now.id);
  for (const uid of others) {
    const live = await readLive(run.context, at, uid, prior);
    const whole = (it: ClusterProfileState) => withOwnValues(run.context.lookups, at, it);
    if (live !== undefined) await change(run.context, at, uid, live, { ...live, name: now.name }, whole);
  }
}
