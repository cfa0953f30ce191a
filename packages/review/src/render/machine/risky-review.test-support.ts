import { buildReview } from "../../build";
import type { ResourceInput, Review, Risk } from "../../model";

function profile(name: string, more: Partial<ResourceInput> = {}): ResourceInput {
  const side = (version: string) => ({ name, version, packs: [], variables: [] });
  const address = `palette_cluster_profile.${name}`;
  return {
    address,
    type: "palette_cluster_profile",
    kind: "cluster",
    impact: "update",
    before: side("1.0.0"),
    after: side("1.1.0"),
    ...more,
  };
}

const texts = { why: "It breaks.", fix: "Do not." };

/** A review of three profiles in two stacks, with a risk of each severity and an ignored one. */
export function riskyReview(more: Risk[] = []): Review {
  const resources = [
    profile("platform", { stack: "dev" }),
    profile("add-ons", { stack: "dev" }),
    profile("platform", { stack: "prod", impact: "no-op" }),
  ];
  const at = { stack: "dev", address: "palette_cluster_profile.platform", profile: "platform" };
  const risks: Risk[] = [
    {
      rule: "kubernetes-minor-skip",
      severity: "high",
      ...at,
      layer: "kubernetes",
      path: "tag",
      message: "From 1.28.4 to 1.30.1.",
      ...texts,
    },
    {
      rule: "major-bump",
      severity: "medium",
      ...at,
      layer: "argo-cd",
      message: 'A <b>"50% & more"</b>,\nso: mind.',
      ...texts,
    },
    { rule: "pre-release", severity: "low", ...at, layer: "nginx", path: "tag", message: "2.0.0-rc.1.", ...texts },
    ...more,
  ];
  const ignored = { ...risks[2]!, rule: "train-moved", reason: "Known since May.", expires: "2026-12-31" };
  return { ...buildReview({ resources }, { rules: [] }), risks, ignoredRisks: [ignored] };
}
