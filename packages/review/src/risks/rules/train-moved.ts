import { isTrain } from "@palette-profiles/profiles";
import { tagMoves } from "../moves";
import type { RiskFinding, RiskRule } from "../risk-rule";

/** Tags that stand for the newest of many versions. */
export const trainMoved: RiskRule = {
  id: "train-moved",
  title: "A layer follows another train, gets on one or off it",
  severity: "medium",
  about:
    "A tag such as `1.30.x` is a train: Palette takes the newest release of it by itself. Told is a layer that goes from one train to another, or from an exact version onto a train. One that gets off, onto an exact version, is `low`.",
  why: "A train moves clusters to each new release of it, and no plan shows which one or when.",
  fix: "Write an exact version, and raise it in reviews like this one.",
  sources: ["https://docs.spectrocloud.com/profiles/cluster-profiles/"],
  example: {
    before: { packs: [{ name: "cni-calico", tag: "3.27.x" }] },
    after: { packs: [{ name: "cni-calico", tag: "3.28.x" }] },
  },
  find: ({ layers }) =>
    tagMoves(layers).flatMap(({ key, from, to }): RiskFinding[] => {
      const place = { layer: key, path: "tag" };
      if (isTrain(to)) {
        const what = isTrain(from) ? "moves from the train" : "gets off the version";
        return [{ ...place, message: `It ${what} ${from} onto the train ${to}.` }];
      }
      if (!isTrain(from)) return [];
      const message = `It leaves the train ${from} for ${to}: clusters may have followed the train beyond that.`;
      return [{ ...place, severity: "low", message }];
    }),
};
