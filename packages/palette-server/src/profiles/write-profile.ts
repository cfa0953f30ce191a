import type { Backend } from "../backend";
import { readBody, readObject, readOneOf, readString, readStringMap } from "../body";
import { invalid, notFound, PaletteError } from "../errors";
import type { CallScope } from "../scope";
import {
  deleteProfile,
  findProfile,
  findTemplate,
  findVariables,
  findVersions,
  insertProfile,
  type Profile,
  publishDraft,
  type StoredPack,
  saveTemplate,
  saveVariables,
  updateProfile,
} from "../store/profiles";
import { newUid } from "../uid";
import { buildTemplate } from "./build-template";
import { readPacks } from "./pack-input";
import { storedVersion } from "./profile-version";
import { refuseLocked } from "./refuse-locked";
import { refuseOverLimit } from "./refuse-over-limit";
import { requireVariables } from "./variable-references";
import { checkVariables, readVariables } from "./variables";

const TYPES = ["add-on", "infra", "cluster", "system"] as const;
/** Annotations that only the server writes. */
const OWN_ANNOTATIONS = new Set(["scope", "projectUid", "projectName"]);

/** `POST /v1/clusterprofiles`: all of it or, after an error, nothing is there. */
export function createProfile(backend: Backend, scope: CallScope, body: unknown, publish: boolean): string {
  if (scope.kind === "system") throw forbidden("created");
  const metadata = readObject(readBody(body).metadata, "metadata");
  const spec = readObject(readBody(body).spec, "spec");
  const template = readObject(spec?.template, "spec.template");
  const type = readOneOf(template?.type, "spec.template.type", TYPES) ?? "add-on";
  if (type === "system") throw forbidden("created");
  const now = new Date().toISOString();
  const profile: Profile = {
    uid: newUid(),
    scope: scope.kind,
    projectUid: scope.kind === "project" ? scope.project.uid : "",
    name: readName(metadata?.name),
    version: storedVersion(backend.paletteVersion, readString(spec?.version, "spec.version")),
    type,
    cloudType: readString(template?.cloudType, "spec.template.cloudType") || "all",
    labels: readStringMap(metadata?.labels, "metadata.labels") ?? {},
    annotations: readAnnotations(metadata?.annotations),
    created: now,
    modified: now,
  };
  const variables = readVariables(spec?.variables, "spec.variables");
  checkVariables(variables);
  const packs = buildTemplate(backend, readPacks(template?.packs, "spec.template.packs"));
  requireVariables(packs, variables);
  backend.db
    .transaction(() => {
      refuseTaken(backend, profile);
      refuseOverLimit(backend);
      insertProfile(backend.db, profile);
      saveTemplate(backend.db, profile.uid, publish ? "published" : "draft", packs);
      saveVariables(backend.db, profile.uid, variables);
    })
    .immediate();
  return profile.uid;
}

/** `PUT /v1/clusterprofiles/{uid}`: the packs given become the draft. */
export function replaceProfile(backend: Backend, scope: CallScope, uid: string, body: unknown): void {
  const metadata = readObject(readBody(body).metadata, "metadata");
  const spec = readObject(readBody(body).spec, "spec");
  const template = readObject(spec?.template, "spec.template");
  const inputs = template && readPacks(template.packs, "spec.template.packs");
  backend.db
    .transaction(() => {
      const profile = requireOwned(backend, scope, uid);
      refuseLocked(backend, profile);
      const type = readOneOf(template?.type, "spec.template.type", TYPES);
      if (type && type !== profile.type) {
        throw invalid("InvalidProfileType", `The type of a profile cannot change: it is ${profile.type}, not ${type}`);
      }
      rename(backend, profile, {
        name: metadata?.name === undefined ? profile.name : readName(metadata.name),
        version: readVersion(backend, spec?.version) ?? profile.version,
        labels: readStringMap(metadata?.labels, "metadata.labels") ?? profile.labels,
        annotations: { ...profile.annotations, ...readAnnotations(metadata?.annotations) },
      });
      if (!inputs) return;
      const packs = buildTemplate(backend, inputs, currentPacks(backend, uid));
      requireVariables(packs, findVariables(backend.db, uid));
      saveTemplate(backend.db, uid, "draft", packs);
    })
    .immediate();
}

/** `PATCH .../metadata`: labels that are absent are cleared, since clients leave out an empty map. */
export function patchMetadata(backend: Backend, scope: CallScope, uid: string, body: unknown): void {
  const metadata = readObject(readBody(body).metadata, "metadata");
  if (!metadata) throw invalid("InvalidRequestBody", "metadata is missing");
  const spec = readObject(readBody(body).spec, "spec");
  backend.db
    .transaction(() => {
      const profile = requireOwned(backend, scope, uid);
      refuseLocked(backend, profile);
      rename(backend, profile, {
        name: metadata.name === undefined ? profile.name : readName(metadata.name),
        version: readVersion(backend, spec?.version) ?? profile.version,
        labels: readStringMap(metadata.labels, "metadata.labels") ?? {},
        annotations: { ...profile.annotations, ...readAnnotations(metadata.annotations) },
      });
    })
    .immediate();
}

/** `PATCH .../publish`: without a draft there is nothing to do, and that is no error. */
export function publishProfile(backend: Backend, scope: CallScope, uid: string): void {
  backend.db
    .transaction(() => {
      const profile = requireOwned(backend, scope, uid);
      if (findTemplate(backend.db, uid, "draft")) refuseLocked(backend, profile);
      requireVariables(findTemplate(backend.db, uid, "draft") ?? [], findVariables(backend.db, uid));
      publishDraft(backend.db, uid);
      updateProfile(backend.db, { ...profile, modified: new Date().toISOString() });
    })
    .immediate();
}

/** `DELETE /v1/clusterprofiles/{uid}` works from any scope, as reading does. */
export function removeProfile(backend: Backend, scope: CallScope, uid: string): void {
  if (requireProfile(backend, scope, uid).type === "system") throw forbidden("deleted");
  deleteProfile(backend.db, uid);
}

function forbidden(what: "created" | "deleted"): PaletteError {
  return new PaletteError(
    403,
    "OperationForbidden",
    `System profiles come with Palette: they can be changed, but not ${what}`,
  );
}

/** A profile that this call may read: for the tenant and its projects there are no system profiles. */
export function requireProfile(backend: Backend, scope: CallScope, uid: string): Profile {
  const profile = findProfile(backend.db, uid);
  const isHidden = profile?.scope === "system" && scope.kind !== "system";
  if (!profile || isHidden) throw notFound(`The cluster profile ${uid}`);
  if (scope.kind !== "system" || profile.scope === "system") return profile;
  throw new PaletteError(
    403,
    "TenantAccessForbidden",
    `The cluster profile ${uid} is no system profile: a system administrator's token does not reach it, use an API key`,
  );
}

/** Only calls from a profile's own scope may change it. */
export function requireOwned(backend: Backend, scope: CallScope, uid: string): Profile {
  const profile = requireProfile(backend, scope, uid);
  const isOwn = scope.kind === "project" ? profile.projectUid === scope.project.uid : profile.scope === scope.kind;
  if (isOwn) return profile;
  const wanted = profile.scope === "project" ? `the header ProjectUid ${profile.projectUid}` : "no header ProjectUid";
  throw new PaletteError(
    403,
    "ScopeMismatch",
    `The cluster profile "${profile.name}" is of ${profile.scope} scope: a change of it needs ${wanted}`,
  );
}

/** The packs a new list is matched against: the draft where there is one. */
export function currentPacks(backend: Backend, uid: string): StoredPack[] {
  return findTemplate(backend.db, uid, "draft") ?? findTemplate(backend.db, uid, "published") ?? [];
}

/** `GET /v1/clusterprofiles/validate/name`, and the check before every write. */
export function refuseTaken(backend: Backend, profile: Identity & { uid?: string }): void {
  const version = storedVersion(backend.paletteVersion, profile.version);
  const taken = findVersions(backend.db, profile).find((other) => other.version === version);
  if (!taken || taken.uid === profile.uid) return;
  throw new PaletteError(
    409,
    "ClusterProfileAlreadyExists",
    `A cluster profile "${profile.name}" of version ${version} already exists in this ${profile.scope}`,
    { name: profile.name, version },
  );
}

type Identity = Pick<Profile, "scope" | "projectUid" | "name" | "version">;
type Changes = Pick<Profile, "name" | "version" | "labels" | "annotations">;

function rename(backend: Backend, profile: Profile, changes: Changes): void {
  const changed = { ...profile, ...changes, modified: new Date().toISOString() };
  refuseTaken(backend, changed);
  updateProfile(backend.db, changed);
}

/** A profile's name, which it cannot do without. */
export function readName(value: unknown): string {
  const name = readString(value, "metadata.name")?.trim() ?? "";
  if (name === "") throw invalid("InvalidProfileName", "metadata.name is missing");
  return name;
}

/** Absent and empty leave the version as it is. */
export function readVersion(backend: Backend, value: unknown, path = "spec.version"): string | undefined {
  const version = readString(value, path)?.trim() ?? "";
  return version === "" ? undefined : storedVersion(backend.paletteVersion, version);
}

/** A client's annotations, without those that only the server writes. */
export function readAnnotations(value: unknown): Record<string, string> {
  const annotations = Object.entries(readStringMap(value, "metadata.annotations") ?? {});
  return Object.fromEntries(annotations.filter(([key]) => !OWN_ANNOTATIONS.has(key)));
}
