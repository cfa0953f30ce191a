import { yamlText } from "../yaml/yaml-text";

/** A container tier. */
export interface ContainerModel {
  /** With its registry's full address, unless it is Docker Hub's: `ghcr.io/spectrocloud/hello-universe:1.0.12`. */
  image: string;
  /** The address of the registry, where the image's name does not hold it. */
  registryUrl?: string;
  /** 1 to 10. */
  replicas?: number;
  ports?: number[];
  /** Default: `private`. */
  access?: "private" | "public";
  env?: Record<string, string>;
  volumes?: ContainerVolume[];
  /** In place of the image's own. */
  command?: string[];
  /** In place of the image's own. */
  args?: string[];
  /** The Kubernetes service's name. Default: the tier's name in the app, and `-svc`. */
  serviceName?: string;
  /** The Kubernetes service's type. Default: `LoadBalancer` where access is public, else `ClusterIP`. */
  serviceType?: string;
}

export interface ContainerVolume {
  name: string;
  /** In GiB. */
  size: number;
  /** Where it is mounted, from `/` on. */
  mountPath: string;
}

const TIER = "{{.spectro.system.appdeployment.tiername}}";

/** What Palette takes for the service's name where the tier sets none. */
export const CONTAINER_SERVICE_NAME = `${TIER}-svc`;

/** The service's type that goes with an access. */
export function containerServiceType(access: string | undefined): string {
  return access === undefined || access === "private" ? "ClusterIP" : "LoadBalancer";
}

/**
 * The values of a container tier, as YAML. Public samples show `pack`, `postReadinessHooks` and, of `containerService`,
 * `serviceName`, `registryUrl`, `image`, `access`, `ports`, `serviceType`, `args`, `command`, `env`, and one volume as
 * `volumeName`, `volumeSize` and `pathToMount`. `replicas`, the list `volumes` for more than one, and `ClusterIP` for
 * private access are our reading of the screen that asks for them: look at them in Palette before you rely on them.
 */
export function containerValues(container: ContainerModel): string {
  return yamlText(containerObject(container));
}

/**
 * The same as an object, for those who write the YAML themselves: what stands in `container` is put in its place as it
 * is, so it may be a token or an output. Ports go through `portText`, as Palette's samples have them as texts.
 */
export function containerObject(
  container: ContainerModel,
  portText: (port: number) => unknown = String,
): Record<string, unknown> {
  const { access = "private", serviceName = CONTAINER_SERVICE_NAME, volumes = [], ports = [] } = container;
  const env = Object.entries(container.env ?? {}).map(([name, value]) => ({ name, value }));
  return {
    pack: { namespace: `${TIER}-ns`, releaseNameOverride: TIER },
    postReadinessHooks: { outputParameters: outputParameters(serviceName, access === "public", ports.length > 0) },
    containerService: {
      serviceName,
      registryUrl: container.registryUrl ?? "",
      image: container.image,
      ...(container.replicas === undefined ? {} : { replicas: container.replicas }),
      access,
      ...(ports.length > 0 ? { ports: ports.map((port) => portText(port)) } : {}),
      serviceType: container.serviceType ?? containerServiceType(access),
      ...(container.command?.length ? { command: [...container.command] } : {}),
      ...(container.args?.length ? { args: [...container.args] } : {}),
      ...(env.length > 0 ? { env } : {}),
      ...volumeFields(volumes),
    },
  };
}

function volumeFields(volumes: readonly ContainerVolume[]): Record<string, unknown> {
  const [first, ...more] = volumes;
  if (first === undefined) return {};
  if (more.length === 0) return { volumeName: first.name, volumeSize: first.size, pathToMount: first.mountPath };
  return { volumes: volumes.map(({ name, size, mountPath }) => ({ name, size, mountPath })) };
}

/** What Palette reads off the running service, and offers to the tiers after this one. */
function outputParameters(serviceName: string, isPublic: boolean, hasPort: boolean): object[] {
  const output = (name: string, keyToCheck: string, conditional?: true) => ({
    name,
    type: "lookupSecret",
    spec: {
      namespace: `${TIER}-ns`,
      secretName: `${TIER}-custom-secret`,
      ownerReference: { apiVersion: "v1", kind: "Service", name: serviceName },
      keyToCheck,
      ...(conditional ? { conditional } : {}),
    },
  });
  return [
    output("CONTAINER_NAMESPACE", "metadata.namespace"),
    output("CONTAINER_SVC", 'metadata.annotations["spectrocloud.com/service-fqdn"]'),
    ...(isPublic
      ? [
          output("CONTAINER_SVC_EXTERNALHOSTNAME", "status.loadBalancer.ingress[0].hostname", true),
          output("CONTAINER_SVC_EXTERNALIP", "status.loadBalancer.ingress[0].ip", true),
        ]
      : []),
    ...(hasPort ? [output("CONTAINER_SVC_PORT", "spec.ports[0].port")] : []),
  ];
}
