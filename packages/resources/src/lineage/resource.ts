import { type At, isNotFound } from "@palette-profiles/palette-api";
import { versionCompare } from "@palette-profiles/profiles";
import {
  DiagnosticError,
  hasUnknown,
  PartialStateError,
  type PlanValues,
  type ResourceSpec,
  type Run,
  reconcile,
} from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { type Palette, scopeOf } from "../palette";
import { adoptVersion } from "./adopt";
import { createVersion } from "./create";
import { withDeadline } from "./deadline";
import { findForImport, IMPORT_FORMAT } from "./import";
import { forgetState, isTakenOver, rememberState, rememberTakenOver } from "./in-state";
import type { LineageKind } from "./kind";
import { asWritten } from "./plan/as-written";
import { concrete } from "./plan/concrete";
import { renamedVersions } from "./plan/versions";
import { removeUnused, surplusVersions } from "./retain";
import type { LineageState } from "./state";

type Life<S> = Required<
  Pick<ResourceSpec<Palette, never, S>, "removalNotes" | "create" | "read" | "update" | "delete" | "import">
>;

/** The life of a profile in versions: a lineage is a name in a scope, and the resource's state names every version it made. */
export function lifeOf<S extends LineageState>(kind: LineageKind<S>): Life<S> {
  const told = <T>(doing: string, name: unknown, act: () => Promise<T>) =>
    explained(`${doing} ${kind.noun} "${String(name)}"`, act);
  return {
    removalNotes: ({ name, skipDestroy }) =>
      skipDestroy === true
        ? [
            {
              severity: "warning",
              code: "ProfileStays",
              summary: `The ${kind.noun} stays in Palette`,
              detail: `The ${kind.noun} "${name}" is left in Palette with all its versions, since skip_destroy is set: from then on nobody manages it. Import it to take it back.`,
            },
          ]
        : [],

    create: (planned, run) =>
      told("creating", planned.name, async () => {
        const wanted = toSend(kind, planned, run.config);
        const within = withDeadline(run, wanted.timeouts, "create");
        return wanted.id === undefined
          ? makeVersion(kind, wanted, {}, within)
          : takeOver(kind, wanted.id, wanted, wanted.versions ?? {}, within);
      }),

    read: (prior, run) =>
      told("reading", prior.name, async () => {
        rememberState(run.context, prior);
        const at = await scopeOf(prior, run);
        const found =
          prior.id === undefined ? undefined : await kind.readLive(run.context, at, prior.id, prior, run.isTaken);
        const live = found ?? (await readOther(kind, prior, at, run));
        // What comes from another provider's state may know neither its project nor its version.
        if (live === undefined) return gone(kind, prior, run);
        const project = live.context === "tenant" ? live.project : (live.project ?? run.context.project);
        return { ...live, project, versions: live.versions ?? versionsOf(live) };
      }),

    update: (prior, planned, run) =>
      told("updating", prior.name, async () => {
        const wanted = toSend(kind, planned, run.config);
        const within = withDeadline(run, wanted.timeouts, "update");
        const own = prior.versions ?? {};
        const isOwn = wanted.id === prior.id || Object.values(own).some((uid) => uid === wanted.id);
        const now =
          wanted.id === undefined
            ? await makeVersion(kind, wanted, own, within)
            : isOwn
              ? await changeVersion(kind, wanted.id, prior, planned, wanted, within)
              : await takeOver(kind, wanted.id, wanted, own, within);
        await renameOthers(kind, prior, now, within).catch((error: unknown) => {
          throw new PartialStateError({ ...wanted, ...now }, error);
        });
        return isOwn ? now : withoutSurplus(kind, { ...wanted, ...now }, within);
      }),

    delete: (prior, run) =>
      told("deleting", prior.name, async () => {
        if (prior.skipDestroy === true) return forgetState(run.context, prior);
        const within = withDeadline(run, prior.timeouts, "delete");
        const at = await scopeOf(prior, within);
        const own = Object.values(prior.versions ?? {}).filter((uid) => uid !== prior.id);
        for (const uid of [...own, ...(prior.id === undefined ? [] : [prior.id])]) {
          if (isTakenOver(run.context, uid)) continue;
          await kind.remove(run.context, at, uid).catch((error: unknown) => {
            if (!isNotFound(error)) throw error;
          });
        }
      }),

    import: {
      format: IMPORT_FORMAT,
      find: (id, run) => explained(`importing "${id}"`, async () => (await findForImport(kind, id, run)) as S),
    },
  };
}

/** The plan, with the write-only values that go to Palette beside it. The kit lets none of them into a state. */
function toSend<S extends LineageState>(kind: LineageKind<S>, planned: PlanValues<S>, config: PlanValues<S>): S {
  const wanted = concrete<S>(planned);
  return kind.withWriteOnly?.(wanted, config) ?? wanted;
}

function versionsOf({ id, version = "1.0.0" }: LineageState): Record<string, string> | undefined {
  return id === undefined ? undefined : { [version]: id };
}

/** Makes a version with its full content, never as a copy of an older one, and keeps the others. */
async function makeVersion<S extends LineageState>(
  kind: LineageKind<S>,
  wanted: S,
  others: Record<string, string>,
  run: Run<Palette>,
): Promise<S> {
  const at = await scopeOf(wanted, run);
  const uid = await createVersion(kind, run.context, at, await kind.complete(run.context, at, wanted));
  const versions = { ...others, [wanted.version ?? "1.0.0"]: uid };
  try {
    const live = await kind.readLive(run.context, at, uid, wanted);
    return { ...(live ?? wanted), id: uid, versions };
  } catch (error) {
    throw new PartialStateError({ ...wanted, id: uid, versions }, error);
  }
}

/** Takes over a version that somebody else made, where its content is what is wanted. */
async function takeOver<S extends LineageState>(
  kind: LineageKind<S>,
  uid: string,
  wanted: S,
  others: Record<string, string>,
  run: Run<Palette>,
): Promise<S> {
  const live = await adoptVersion(kind, run.context, await scopeOf(wanted, run), uid, wanted);
  rememberTakenOver(run.context, uid);
  return { ...live, id: uid, versions: { ...others, [wanted.version ?? "1.0.0"]: uid } };
}

/** After a new version is safely there: without the older ones beyond those to keep that nothing uses. */
async function withoutSurplus<S extends LineageState>(kind: LineageKind<S>, now: S, run: Run<Palette>): Promise<S> {
  if (now.retainVersions === undefined) return now;
  const versions = { ...now.versions };
  const surplus = surplusVersions(versions, now.version ?? "1.0.0", now.retainVersions);
  try {
    await removeUnused(kind, run.context, await scopeOf(now, run), surplus, (version) => {
      delete versions[version];
    });
    return { ...now, versions };
  } catch (error) {
    throw new PartialStateError({ ...now, versions }, error);
  }
}

/** Changes a version that is there: the current one, or an earlier one of this resource that becomes current again. */
async function changeVersion<S extends LineageState>(
  kind: LineageKind<S>,
  uid: string,
  prior: S,
  planned: PlanValues<S>,
  wanted: S,
  run: Run<Palette>,
): Promise<S> {
  const at = await scopeOf(prior, run);
  const current = uid === prior.id;
  // The secrets of a version that comes back may be others than those of today.
  const before = current
    ? prior
    : ((await kind.readLive(run.context, at, uid, kind.withoutSecrets(asWritten(kind, wanted, prior)))) ?? prior);
  try {
    await kind.change(run.context, at, uid, before, wanted);
    const versions = current ? renamedVersions(prior, wanted.version ?? "1.0.0") : prior.versions;
    const live = hasUnknown(planned) ? await kind.readLive(run.context, at, uid, wanted) : undefined;
    return { ...(live ?? wanted), versions: wanted.versions ?? versions };
  } catch (error) {
    // Some calls may have been heard: what Palette holds now is the truth to plan from.
    const known = kind.withoutSecrets(prior);
    const live = current ? await kind.readLive(run.context, at, uid, known).catch(() => undefined) : undefined;
    if (live === undefined) throw error;
    throw new PartialStateError(reconcile(kind.attributes, prior, live), error);
  }
}

/** Where the current version is gone, the newest of this resource's others: none of them is forgotten. */
async function readOther<S extends LineageState>(
  kind: LineageKind<S>,
  prior: S,
  at: At,
  run: Run<Palette>,
): Promise<S | undefined> {
  const others = Object.entries(prior.versions ?? {})
    .filter(([, uid]) => uid !== prior.id)
    .sort(([a], [b]) => versionCompare(b, a));
  for (const [index, [, uid]] of others.entries()) {
    const live = await kind.readLive(run.context, at, uid, kind.withoutSecrets(prior));
    if (live !== undefined) return { ...live, versions: Object.fromEntries(others.slice(index)) };
  }
  return undefined;
}

/** The lineage is one name: a rename takes this resource's other versions along. */
async function renameOthers<S extends LineageState>(
  kind: LineageKind<S>,
  prior: S,
  now: S,
  run: Run<Palette>,
): Promise<void> {
  if (now.name === prior.name) return;
  const at = await scopeOf(prior, run);
  const others = Object.values(prior.versions ?? {}).filter((uid) => uid !== now.id);
  for (const uid of others) {
    const live = await kind.readLive(run.context, at, uid, kind.withoutSecrets(prior));
    if (live !== undefined) await kind.change(run.context, at, uid, live, { ...live, name: now.name });
  }
}

/**
 * Nothing is there any more. A state that does not know its project comes from another provider, and may have been looked
 * for in the wrong one: to make the profile again would leave two of it.
 */
function gone<S extends LineageState>(
  kind: LineageKind<S>,
  { name, id, context, project }: S,
  run: Run<Palette>,
): undefined {
  if (id === undefined || context === "tenant" || project !== undefined) return undefined;
  throw new DiagnosticError({
    code: "MovedIsNotHere",
    summary: `The ${kind.noun} that was moved is not found`,
    detail: `The state of another provider names the ${kind.noun} "${name}" (${id}), and the project "${run.context.project}" does not have it. Give the provider the project that the profile is in (project_name, or SPECTROCLOUD_PROJECT); or, where somebody has deleted it, remove it from the state, so that it is made anew.`,
  });
}
