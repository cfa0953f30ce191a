import type { Backend } from "../backend";
import { readBody, readString } from "../body";
import { invalid, notFound } from "../errors";
import type { Scope } from "../scope";
import type { StoredTier } from "../store/app-profiles";
import type { StoredManifest } from "../store/profiles";
import { newUid } from "../uid";
import { changeTier } from "./write-tier";

/** `POST .../tiers/{tierUid}/manifests`: the new one comes last. */
export function addManifest(backend: Backend, scope: Scope, uid: string, tierUid: string, body: unknown): string {
  const manifest: StoredManifest = { ...readManifest(body), uid: newUid() };
  changeTier(backend, scope, uid, tierUid, (tier) => withManifests(tier, [...tier.manifests, manifest]));
  return manifest.uid;
}

/** `PUT .../manifests/{manifestUid}`: its name and content. */
export function putManifest(
  backend: Backend,
  scope: Scope,
  uid: string,
  tierUid: string,
  manifestUid: string,
  body: unknown,
): void {
  const { name, content } = readManifest(body);
  changeTier(backend, scope, uid, tierUid, (tier) => {
    requireManifest(tier, manifestUid);
    const manifests = tier.manifests.map((each) => (each.uid === manifestUid ? { ...each, name, content } : each));
    return withManifests(tier, manifests);
  });
}

/** `DELETE .../manifests/{manifestUid}`. */
export function removeManifest(
  backend: Backend,
  scope: Scope,
  uid: string,
  tierUid: string,
  manifestUid: string,
): void {
  changeTier(backend, scope, uid, tierUid, (tier) => {
    const gone = requireManifest(tier, manifestUid);
    return withManifests(
      tier,
      tier.manifests.filter((manifest) => manifest !== gone),
    );
  });
}

export function requireManifest(tier: StoredTier, manifestUid: string): StoredManifest {
  const manifest = tier.manifests.find((candidate) => candidate.uid === manifestUid);
  if (!manifest) throw notFound(`The manifest ${manifestUid} of the tier "${tier.name}"`);
  return manifest;
}

function readManifest(body: unknown): Pick<StoredManifest, "name" | "content"> {
  const given = readBody(body);
  const text = (key: string) => readString(given[key], key)?.trim() ?? "";
  if (text("name") === "") throw invalid("InvalidManifest", "name is missing");
  return { name: text("name"), content: text("content") };
}

function withManifests(tier: StoredTier, manifests: StoredManifest[]): { tier: StoredTier } {
  const names = manifests.map((manifest) => manifest.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw invalid("DuplicateManifest", `The tier "${tier.name}" has two manifests of the name "${twice}"`);
  }
  return { tier: { ...tier, manifests, modified: new Date().toISOString() } };
}
