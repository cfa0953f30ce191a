import { type Leaf, leavesOf } from "@palette-profiles/profiles";

/** In which minor release of Kubernetes 1 an API version is no longer served. */
interface RemovedApi {
  apiVersion: string;
  /** All kinds of the version where there are none. */
  kinds?: readonly string[];
  removedIn: number;
  /** What is served in its place; none where there is nothing. */
  instead?: string;
}

/** Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/ */
const REMOVED: readonly RemovedApi[] = [
  { apiVersion: "extensions/v1beta1", kinds: ["NetworkPolicy"], removedIn: 16, instead: "networking.k8s.io/v1" },
  { apiVersion: "extensions/v1beta1", kinds: ["PodSecurityPolicy"], removedIn: 16 },
  {
    apiVersion: "extensions/v1beta1",
    kinds: ["Deployment", "DaemonSet", "ReplicaSet"],
    removedIn: 16,
    instead: "apps/v1",
  },
  { apiVersion: "extensions/v1beta1", kinds: ["Ingress"], removedIn: 22, instead: "networking.k8s.io/v1" },
  { apiVersion: "apps/v1beta1", removedIn: 16, instead: "apps/v1" },
  { apiVersion: "apps/v1beta2", removedIn: 16, instead: "apps/v1" },
  {
    apiVersion: "admissionregistration.k8s.io/v1beta1",
    kinds: ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
    removedIn: 22,
    instead: "admissionregistration.k8s.io/v1",
  },
  { apiVersion: "apiextensions.k8s.io/v1beta1", removedIn: 22, instead: "apiextensions.k8s.io/v1" },
  { apiVersion: "apiregistration.k8s.io/v1beta1", removedIn: 22, instead: "apiregistration.k8s.io/v1" },
  { apiVersion: "certificates.k8s.io/v1beta1", removedIn: 22, instead: "certificates.k8s.io/v1" },
  { apiVersion: "coordination.k8s.io/v1beta1", removedIn: 22, instead: "coordination.k8s.io/v1" },
  {
    apiVersion: "networking.k8s.io/v1beta1",
    kinds: ["Ingress", "IngressClass"],
    removedIn: 22,
    instead: "networking.k8s.io/v1",
  },
  { apiVersion: "rbac.authorization.k8s.io/v1beta1", removedIn: 22, instead: "rbac.authorization.k8s.io/v1" },
  { apiVersion: "scheduling.k8s.io/v1beta1", removedIn: 22, instead: "scheduling.k8s.io/v1" },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"],
    removedIn: 22,
    instead: "storage.k8s.io/v1",
  },
  { apiVersion: "batch/v1beta1", kinds: ["CronJob"], removedIn: 25, instead: "batch/v1" },
  { apiVersion: "discovery.k8s.io/v1beta1", removedIn: 25, instead: "discovery.k8s.io/v1" },
  { apiVersion: "events.k8s.io/v1beta1", removedIn: 25, instead: "events.k8s.io/v1" },
  { apiVersion: "autoscaling/v2beta1", removedIn: 25, instead: "autoscaling/v2" },
  { apiVersion: "policy/v1beta1", kinds: ["PodDisruptionBudget"], removedIn: 25, instead: "policy/v1" },
  { apiVersion: "policy/v1beta1", kinds: ["PodSecurityPolicy"], removedIn: 25 },
  { apiVersion: "node.k8s.io/v1beta1", removedIn: 25, instead: "node.k8s.io/v1" },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta1",
    removedIn: 26,
    instead: "flowcontrol.apiserver.k8s.io/v1 (v1beta3 below 1.29)",
  },
  { apiVersion: "autoscaling/v2beta2", removedIn: 26, instead: "autoscaling/v2" },
  { apiVersion: "storage.k8s.io/v1beta1", kinds: ["CSIStorageCapacity"], removedIn: 27, instead: "storage.k8s.io/v1" },
  { apiVersion: "flowcontrol.apiserver.k8s.io/v1beta2", removedIn: 29, instead: "flowcontrol.apiserver.k8s.io/v1" },
  { apiVersion: "flowcontrol.apiserver.k8s.io/v1beta3", removedIn: 32, instead: "flowcontrol.apiserver.k8s.io/v1" },
];

/** Every release that is still supported serves nothing that was removed up to this one. */
export const REMOVED_EVERYWHERE = 29;

/** An object of a text, with the API version that some release no longer serves. */
export interface RemovedObject {
  apiVersion: string;
  kind: string;
  removedIn: number;
  instead?: string;
  /** Where it is: the document's name and the way to it; empty where it is all of the text. */
  path: string;
}

/**
 * The Kubernetes objects of a text whose API version is removed in some release: its documents, the items of lists, and objects that stand
 * within values, as such or as a text. What only names an object, as the target of an autoscaler does, is none.
 */
export function removedObjects(text: string): RemovedObject[] {
  if (!text.includes("beta") || !REMOVED.some(({ apiVersion }) => text.includes(apiVersion))) return [];
  const leaves = leavesOf(text);
  const documents = leaves.flatMap(({ key, value, path }): RemovedObject[] => {
    if (key !== "apiVersion" || typeof value !== "string") return [];
    const start = path.slice(0, -"apiVersion".length);
    const kind = leaves.find((leaf) => leaf.path === `${start}kind`)?.value;
    const isDocument = start === "" || start.endsWith(" > ");
    if (!isDocument && !leaves.some((leaf) => leaf.path.startsWith(`${start}metadata.`))) return [];
    const found = removedApi(value, kind);
    return found === undefined ? [] : [{ ...found, path: start.replace(/(?: > |\.)$/, "") }];
  });
  return [...documents, ...leaves.flatMap(objectsWithin)];
}

/** The objects of a text within values, `extraManifests`; what a ConfigMap holds is no business of the cluster's. */
function objectsWithin({ value, path, object }: Leaf): RemovedObject[] {
  if (object !== undefined || typeof value !== "string" || !value.includes("\n")) return [];
  return removedObjects(value).map((found) => ({
    ...found,
    path: found.path === "" ? path : `${path} > ${found.path}`,
  }));
}

function removedApi(apiVersion: string, kind: unknown): Omit<RemovedObject, "path"> | undefined {
  if (typeof kind !== "string") return undefined;
  const api = REMOVED.find((each) => each.apiVersion === apiVersion && (each.kinds?.includes(kind) ?? true));
  if (api === undefined) return undefined;
  const { removedIn, instead } = api;
  return { apiVersion, kind, removedIn, ...(instead === undefined ? {} : { instead }) };
}
