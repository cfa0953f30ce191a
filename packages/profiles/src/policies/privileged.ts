import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { type Leaf, leavesOf } from "./leaves";
import { textsOf } from "./texts";

/** Options of {@link forbidPrivileged}. */
export interface PrivilegedManifests {
  /** Layers or manifests that may, by name. Default: none. */
  allow: readonly string[];
}

const SETTINGS = new Set(["privileged", "hostNetwork", "hostPID", "hostIPC"]);

/** No manifest gets out of its container: `privileged`, `hostNetwork`, `hostPID` and `hostIPC` give it the node. */
export function forbidPrivileged(profile: ProfileProperties, { allow }: PrivilegedManifests): Finding[] {
  return textsOf(profile)
    .filter(({ kind, names }) => kind === "manifest" && !names.some((name) => allow.includes(name)))
    .flatMap(({ path, text, names }) =>
      leavesOf(text)
        .filter(givesNode)
        .map(
          (leaf): Finding => ({
            code: "palette-privileged",
            path,
            within: leaf.path,
            message: `${leaf.key} gives the node to a container.`,
            fix: `Take it out, or allow "${names.at(-1) ?? "its name"}" if it has to.`,
          }),
        ),
    );
}

/** A setting of a pod or container that opens its node, turned on. */
export function givesNode({ key, value }: Leaf): boolean {
  return value === true && SETTINGS.has(key);
}
