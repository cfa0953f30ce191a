import type { PathStep } from "../yaml/path";
import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { type Leaf, leavesOf } from "./leaves";
import { type ProfileText, textsOf } from "./texts";

const CONTAINERS = new Set(["containers", "initContainers", "ephemeralContainers", "containerService"]);
const TAGS = new Set(["tag", "imageTag"]);

/**
 * Container images are pinned: `latest` is another image tomorrow. An image without a tag is `latest` too where
 * Kubernetes reads it, in a container of a manifest; in values a chart may put the tag behind it.
 */
export function pinImages(profile: ProfileProperties): Finding[] {
  return textsOf(profile).flatMap((text) =>
    leavesOf(text.text).flatMap((leaf): Finding[] => {
      const message = imageProblem(leaf, text.kind);
      const fix = "Give it the tag of a release, or a digest.";
      return message === undefined
        ? []
        : [{ code: "palette-image-tags", path: text.path, within: leaf.path, message, fix }];
    }),
  );
}

/** What is wrong with an image that is not pinned: in a sentence, or undefined. */
export function imageProblem({ key, value, steps }: Leaf, kind: ProfileText["kind"]): string | undefined {
  if (typeof value !== "string") return undefined;
  if (TAGS.has(key)) return value === "latest" ? "The image's tag is latest." : undefined;
  if (key !== "image" || value === "" || value.includes("{{") || value.includes("@")) return undefined;
  const tag = /:([^/]*)$/.exec(value)?.[1];
  if (tag === "latest") return `The image ${value} is another one tomorrow.`;
  const taken = steps.some((step) => isContainers(step) && (kind === "manifest" || step.key === "containerService"));
  return tag === undefined && taken ? `The image ${value} has no tag, so it is the latest.` : undefined;
}

function isContainers(step: PathStep): step is { key: string } {
  return "key" in step && CONTAINERS.has(step.key);
}
