import { diffAppProfiles, diffProfiles } from "@palette-profiles/profiles";
import type { AnyProfile } from "../model";
import { layerPairs } from "./layer-pairs";
import type { ExampleProfile, RiskContext, RiskExample } from "./risk-rule";

/** What a rule sees of a change whose profiles are written in short. */
export function contextOf({
  kind = "cluster",
  impact = "update",
  reach,
  packStates,
  before,
  after,
}: RiskExample): RiskContext {
  const [left, right] = [profileOf(before), profileOf(after)];
  const diff = kind === "app" ? diffAppProfiles : diffProfiles;
  const { changes } = diff(left as never, right as never);
  const layers = layerPairs(kind, left, right, changes);
  return {
    kind,
    impact,
    changes,
    layers,
    ...(left === undefined ? {} : { before: left }),
    ...(right === undefined ? {} : { after: right }),
    ...(reach === undefined ? {} : { reach }),
    ...(packStates === undefined ? {} : { packStates }),
  };
}

function profileOf(profile: ExampleProfile | undefined): AnyProfile | undefined {
  if (profile === undefined) return undefined;
  const packs = (profile.packs ?? []).map((layer) => ({ manifests: [], ...layer }));
  return { name: "shop", variables: [], ...profile, packs } as AnyProfile;
}
