import { givesNode, type Leaf, type PathStep } from "@palette-profiles/profiles";
import type { Severity } from "../model";

/** What a setting of a pod or container opens. */
export interface NodeAccess {
  severity: Severity;
  message: string;
}

const CAPABILITY = /^(?:CAP_)?(?:SYS_ADMIN|ALL)$/;
/** The node's root, and the sockets of container runtimes with the folders that they are in. */
const HOST_PATH =
  /^(?:\/|(?:\/var)?\/run(?:\/(?:docker|containerd\/containerd|k3s\/containerd\/containerd|crio\/crio)\.sock)?)\/?$/;

/**
 * What a leaf of values or a manifest opens to a container; undefined where it is nothing.
 * Source: the Pod Security Standards of Kubernetes, of which this is the part that gives the node, or root.
 */
export function nodeAccess(leaf: Leaf): NodeAccess | undefined {
  const { key, value, steps } = leaf;
  const node = (what: string): NodeAccess => ({ severity: "high", message: `${what} gives the node to a container.` });
  const root = (what: string): NodeAccess => ({ severity: "medium", message: `${what} lets a container be root.` });
  if (givesNode(leaf)) return node(`\`${key}\``);
  if (key === "allowPrivilegeEscalation" && value === true) return root(`\`${key}\``);
  if (key === "runAsUser" && value === 0) return root("`runAsUser: 0`");
  if (key === "runAsNonRoot" && value === false) return root("`runAsNonRoot: false`");
  if (typeof value !== "string") return undefined;
  if (CAPABILITY.test(value) && isInCapabilities(steps) && key !== "drop") return node(`The capability ${value}`);
  return isHostPath(steps) && HOST_PATH.test(value) ? node(`The host path ${value}`) : undefined;
}

/** Charts have lists of them beside `add`, for each of their containers. */
function isInCapabilities(steps: readonly PathStep[]): boolean {
  return steps.some((step) => "key" in step && step.key === "capabilities");
}

function isHostPath(steps: readonly PathStep[]): boolean {
  const [last, before] = [steps.at(-1), steps.at(-2)].map((step) => (step && "key" in step ? step.key : undefined));
  return last === "hostPath" || (last === "path" && before === "hostPath");
}
