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
  { apiVersion: "flowcontrol.apiserver.k8s.io/v1beta1", removedIn: 26, instead: "flowcontrol.apiserver.k8s.io/v1" },
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
}

/** The objects of a text of Kubernetes manifests whose API version is removed in some release. */
export function removedObjects(text: string): RemovedObject[] {
  if (!REMOVED.some(({ apiVersion }) => text.includes(apiVersion))) return [];
  return text.split(/^---/m).flatMap((document): RemovedObject[] => {
    const [apiVersion, kind] = [field(document, "apiVersion"), field(document, "kind")];
    const found = REMOVED.find(
      (api) => api.apiVersion === apiVersion && (api.kinds === undefined || api.kinds.includes(kind ?? "")),
    );
    if (found === undefined || kind === undefined) return [];
    const { removedIn, instead } = found;
    return [{ apiVersion: found.apiVersion, kind, removedIn, ...(instead === undefined ? {} : { instead }) }];
  });
}

/** A field of the object itself, which begins its line. */
function field(document: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*["']?([\\w./-]+)`, "m").exec(document)?.[1];
}
