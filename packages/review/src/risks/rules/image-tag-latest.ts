import { imageProblem } from "@palette-profiles/profiles";
import { foldPlaces } from "../fold-places";
import type { RiskRule } from "../risk-rule";
import { writtenLeaves } from "../written-leaves";

/** What says `latest`, or may have no tag. */
const IMAGES = /latest|ontainers|containerService/;

/** Another image tomorrow. */
export const imageTagLatest: RiskRule = {
  id: "image-tag-latest",
  title: "An image becomes latest",
  severity: "medium",
  about:
    "An image in values or manifests gets the tag `latest`, or none where Kubernetes reads it, by a change or with a new layer. Images that were so before are not told, and those that templates put together are not seen. One finding a layer.",
  why: "What runs under the tag is another image tomorrow, on each node from the day on which it is pulled there.",
  fix: "Give the image the tag of a release, or a digest.",
  sources: ["https://kubernetes.io/docs/concepts/containers/images/"],
  example: {
    before: { packs: [{ name: "shop", values: "image:\n  tag: 1.4.2\n" }] },
    after: { packs: [{ name: "shop", values: "image:\n  tag: latest\n" }] },
  },
  find: (profile) =>
    foldPlaces(
      writtenLeaves(profile, (content) => IMAGES.test(content)).flatMap(({ place, text, leaf, before }) => {
        const was = typeof before === "string" && imageProblem({ ...leaf, value: before }, text) !== undefined;
        if (was || imageProblem(leaf, text) === undefined) return [];
        return [{ ...place, message: "The image is the latest one." }];
      }),
    ),
};
