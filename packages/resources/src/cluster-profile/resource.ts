import { type At, clusterProfiles, isNotFound } from "@palette-profiles/palette-api";
import { versionCompare } from "@palette-profiles/profiles";
import {
  defineResource,
  hasUnknown,
  PartialStateError,
  type PlanValues,
  type Run,
  reconcile,
  UNKNOWN,
} from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { type Palette, scopeOf } from "../palette";
import { type ClusterProfileState, clusterProfileAttributes } from "./attributes";
import { change } from "./change";
import { createVersion } from "./create";
import { withDeadline } from "./deadline";
import { findForImport, IMPORT_FORMAT } from "./import";
import { withOwnValues } from "./layer-values";
import { readLive } from "./live";
import { refine } from "./plan/refine";
import { validate } from "./validate";

export const clusterProfile = defineResource<Palette, typeof clusterProfileAttributes>({
  type: "cluster_profile",
  description:
    "A cluster profile: the layers that make a Kubernetes cluster, in versions. A new version stands beside the ones before; destroy removes those that the resource made.",
  attributes: clusterProfileAttributes,
  version: 0,
  validate,
  refine: (draft) => explained(`planning cluster profile "${String(draft.planned.name)}"`, () => refine(draft)),

  create: (planned, run) =>
    explained(`creating cluster profile "${String(planned.name)}"`, async () => {
      const wanted = concrete(planned);
      return makeVersion(wanted, {}, withDeadline(run, wanted.timeouts, "create"));
    }),

  read: (prior, run) =>
    explained(`reading cluster profile "${prior.name}"`, async () => {
      const at = await scopeOf(prior, run);
      const live = prior.id === undefined ? undefined : await readLive(run.context, at, prior.id, prior);
      return live ?? readOther(prior, at, run);
    }),

  update: (prior, planned, run) =>
    explained(`updating cluster profile "${prior.name}"`, async () => {
      const wanted = concrete(planned);
      const within = withDeadline(run, wanted.timeouts, "update");
      const now =
        wanted.id === undefined
          ? await makeVersion(wanted, prior.versions ?? {}, within)
          : await changeVersion(wanted.id, prior, planned, wanted, within);
      await renameOthers(prior, now, within).catch((error: unknown) => {
        throw new PartialStateError(now, error);
      });
      return now;
    }),

  delete: (prior, run) =>
    explained(`deleting cluster profile "${prior.name}"`, async () => {
      if (prior.skipDestroy === true) return;
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

/** The plan without what is still unknown: at apply, that is only what Palette gives. */
function concrete(planned: Planned): ClusterProfileState {
  const strip = (value: unknown): unknown => {
    if (value === UNKNOWN) return undefined;
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, strip(inner)]));
  };
  return strip(planned) as ClusterProfileState;
}

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
    if (!hasUnknown(planned)) return wanted;
    return (await readLive(run.context, at, uid, wanted)) ?? wanted;
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
    if (live !== undefined) await change(run.context, at, uid, live, { ...live, name: now.name }, async (it) => it);
  }
}
