import type { Backend } from "../backend";
import { storedVersion } from "../profiles/profile-version";
import { requireVariables } from "../profiles/variable-references";
import { findProfile, insertProfile, listSystemProfiles, type Profile, saveTemplate } from "../store/profiles";
import { findSetting, saveSetting } from "../store/settings";
import { newUid } from "../uid";
import { buildLayers } from "./build-layers";
import type { SystemProfileSeed } from "./system-profile-seed";

/**
 * Puts the seed's system profile into the data file at its first start. Later it is found by the uid it got then, also
 * under another name and version, and what has become of it stays.
 */
export function ensureSystemProfile(backend: Backend, seed: SystemProfileSeed): string {
  const setting = `system-profile:${seed.name}`;
  const known = findSetting(backend.db, setting);
  if (known !== undefined && findProfile(backend.db, known)) return known;
  const ofName = listSystemProfiles(backend.db).find((profile) => profile.name === seed.name);
  const uid = ofName?.uid ?? insertSystemProfile(backend, seed);
  saveSetting(backend.db, setting, uid);
  return uid;
}

function insertSystemProfile(backend: Backend, seed: SystemProfileSeed): string {
  const now = new Date().toISOString();
  const profile: Profile = {
    uid: newUid(),
    scope: "system",
    projectUid: "",
    name: seed.name,
    version: storedVersion(backend.paletteVersion, seed.version),
    type: "system",
    cloudType: seed.cloud || "all",
    labels: {},
    annotations: seed.description === undefined ? {} : { description: seed.description },
    created: now,
    modified: now,
  };
  const packs = buildLayers(backend, seed.packs);
  requireVariables(packs, []);
  insertProfile(backend.db, profile);
  saveTemplate(backend.db, profile.uid, "published", packs);
  return profile.uid;
}
