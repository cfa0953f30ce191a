import type { Backend } from "../backend";
import { readBody, readObject, readString, readStringMap } from "../body";
import { invalid, notFound, PaletteError } from "../errors";
import { storedVersion } from "../profiles/profile-version";
import { readAnnotations, readName, readVersion } from "../profiles/write-profile";
import type { Scope } from "../scope";
import {
  type AppProfile,
  deleteAppProfile,
  findAppProfile,
  findAppVersions,
  findTiers,
  insertAppProfile,
  saveTiers,
  updateAppProfile,
} from "../store/app-profiles";
import { newUid } from "../uid";
import { buildTiers } from "./build-tiers";
import { readTiers } from "./tier-input";

/** `POST /v1/appProfiles`: all of it or, after an error, nothing is there. */
export function createAppProfile(backend: Backend, scope: Scope, body: unknown): string {
  const metadata = readObject(readBody(body).metadata, "metadata");
  const spec = readObject(readBody(body).spec, "spec");
  const template = readObject(spec?.template, "spec.template");
  const now = new Date().toISOString();
  const profile: AppProfile = {
    uid: newUid(),
    scope: scope.kind,
    projectUid: scope.kind === "project" ? scope.project.uid : "",
    name: readName(metadata?.name),
    version: storedVersion(backend.paletteVersion, readString(spec?.version, "spec.version")),
    labels: readStringMap(metadata?.labels, "metadata.labels") ?? {},
    annotations: readAnnotations(metadata?.annotations),
    created: now,
    modified: now,
  };
  const tiers = buildTiers(backend, readTiers(template?.appTiers, "spec.template.appTiers"));
  backend.db
    .transaction(() => {
      refuseTaken(backend, profile);
      insertAppProfile(backend.db, profile);
      saveTiers(backend.db, profile.uid, tiers);
    })
    .immediate();
  return profile.uid;
}

/** `PUT /v1/appProfiles/{uid}`: the tiers become those given, in this order. */
export function replaceAppProfile(backend: Backend, scope: Scope, uid: string, body: unknown): void {
  const metadata = readObject(readBody(body).metadata, "metadata");
  const spec = readObject(readBody(body).spec, "spec");
  const template = readObject(spec?.template, "spec.template");
  const inputs = template && readTiers(template.appTiers, "spec.template.appTiers");
  backend.db
    .transaction(() => {
      const profile = requireOwnedApp(backend, scope, uid);
      change(backend, profile, {
        name: metadata?.name === undefined ? profile.name : readName(metadata.name),
        version: readVersion(backend, spec?.version) ?? profile.version,
        labels: readStringMap(metadata?.labels, "metadata.labels") ?? profile.labels,
        annotations: { ...profile.annotations, ...readAnnotations(metadata?.annotations) },
      });
      if (inputs) saveTiers(backend.db, uid, buildTiers(backend, inputs, findTiers(backend.db, uid)));
    })
    .immediate();
}

/** `PATCH .../metadata`: labels that are absent are cleared, as with cluster profiles. It has no word for the name. */
export function patchAppMetadata(backend: Backend, scope: Scope, uid: string, body: unknown): void {
  const given = readBody(body);
  const metadata = readObject(given.metadata, "metadata");
  if (!metadata) throw invalid("InvalidRequestBody", "metadata is missing");
  backend.db
    .transaction(() => {
      const profile = requireOwnedApp(backend, scope, uid);
      change(backend, profile, {
        name: profile.name,
        version: readVersion(backend, given.version, "version") ?? profile.version,
        labels: readStringMap(metadata.labels, "metadata.labels") ?? {},
        annotations: { ...profile.annotations, ...readAnnotations(metadata.annotations) },
      });
    })
    .immediate();
}

/** `DELETE /v1/appProfiles/{uid}` works from any scope, as reading does. */
export function removeAppProfile(backend: Backend, uid: string): void {
  deleteAppProfile(backend.db, requireAppProfile(backend, uid).uid);
}

export function requireAppProfile(backend: Backend, uid: string): AppProfile {
  const profile = findAppProfile(backend.db, uid);
  if (!profile) throw notFound(`The app profile ${uid}`);
  return profile;
}

/** Only calls from an app profile's own scope may change it. */
export function requireOwnedApp(backend: Backend, scope: Scope, uid: string): AppProfile {
  const profile = requireAppProfile(backend, uid);
  const isOwn = scope.kind === "project" ? profile.projectUid === scope.project.uid : profile.scope === scope.kind;
  if (isOwn) return profile;
  const wanted = profile.scope === "project" ? `the header ProjectUid ${profile.projectUid}` : "no header ProjectUid";
  throw new PaletteError(
    403,
    "ScopeMismatch",
    `The app profile "${profile.name}" is of ${profile.scope} scope: a change of it needs ${wanted}`,
  );
}

/** A change of anything in an app profile, its tiers included, is one of the profile. */
export function touch(backend: Backend, profile: AppProfile): void {
  updateAppProfile(backend.db, { ...profile, modified: new Date().toISOString() });
}

function change(
  backend: Backend,
  profile: AppProfile,
  changes: Pick<AppProfile, "name" | "version" | "labels" | "annotations">,
): void {
  const changed = { ...profile, ...changes };
  refuseTaken(backend, changed);
  touch(backend, changed);
}

function refuseTaken(backend: Backend, profile: AppProfile): void {
  const taken = findAppVersions(backend.db, profile).find((other) => other.version === profile.version);
  if (!taken || taken.uid === profile.uid) return;
  throw new PaletteError(
    409,
    "AppProfileAlreadyExists",
    `An app profile "${profile.name}" of version ${profile.version} already exists in this ${profile.scope}`,
    { name: profile.name, version: profile.version },
  );
}
