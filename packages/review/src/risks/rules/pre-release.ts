import type { RiskRule } from "../risk-rule";

/** The words by which people mark what is not done; `1.29.5-rke2r1` and `2.0.0-debian-12` are releases. */
const MARK = /[-.](?:alpha|beta|rc|pre|preview|dev|develop|snapshot|nightly|canary|next)(?![a-z])/i;

/** What is not released yet. */
export const preRelease: RiskRule = {
  id: "pre-release",
  title: "A layer gets a pre-release",
  severity: "medium",
  about:
    "A layer or tier, also one that is new, gets a tag marked as a pre-release: `-alpha`, `-beta`, `-rc`, `-pre`, `-preview`, `-dev`, `-snapshot`, `-nightly`, `-canary` or `-next`. Other suffixes, such as `-rke2r1`, are none.",
  why: "A pre-release may change or be withdrawn before it is done, and nobody supports it.",
  fix: "Use the last release, or keep the pre-release to profiles of test clusters.",
  sources: ["https://semver.org/#spec-item-9"],
  example: {
    before: { packs: [{ name: "kyverno", tag: "1.12.2" }] },
    after: { packs: [{ name: "kyverno", tag: "1.13.0-rc.2" }] },
  },
  find: ({ layers }) =>
    layers.flatMap(({ key, before, after }) => {
      const tag = after?.tag;
      if (tag === undefined || tag === before?.tag || !MARK.test(tag)) return [];
      return [{ layer: key, path: "tag", message: `Its version ${tag} is a pre-release.` }];
    }),
};
