import { CONTAINER_SERVICE_NAME, type ContainerModel, type ContainerVolume, containerServiceType } from "./container";
import { listOf, numberOf, readValues, recordOf, scalarOf, type YamlRecord } from "./read-values";

/**
 * A container read back from a tier's values; undefined where they hold none, or something that the model cannot hold. What
 * lies outside `containerService` is not looked at: the values are all in the model where `sameYaml` finds them the same
 * as `containerValues` of it.
 */
export function containerOf(values: string): ContainerModel | undefined {
  const service = recordOf(readValues(values)?.containerService);
  const image = service && scalarOf(service.image);
  if (!service || !image) return undefined;
  const access = scalarOf(service.access);
  if (access !== undefined && access !== "private" && access !== "public") return undefined;
  const read = {
    replicas: service.replicas === undefined ? null : numberOf(service.replicas),
    ports: each(service.ports, numberOf),
    env: environment(service.env),
    volumes: volumesOf(service),
    command: each(service.command, scalarOf),
    args: each(service.args, scalarOf),
  };
  if (Object.values(read).includes(undefined)) return undefined;
  const own = { registryUrl: scalarOf(service.registryUrl), serviceName: scalarOf(service.serviceName) };
  const serviceType = scalarOf(service.serviceType);
  return {
    image,
    ...(own.registryUrl ? { registryUrl: own.registryUrl } : {}),
    ...(access === undefined ? {} : { access }),
    ...Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null)),
    ...(own.serviceName && own.serviceName !== CONTAINER_SERVICE_NAME ? { serviceName: own.serviceName } : {}),
    ...(serviceType && serviceType !== containerServiceType(access) ? { serviceType } : {}),
  };
}

/** The elements of a list; null where there are none, undefined where one is not of the kind. */
function each<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | null | undefined {
  if (value === undefined || value === null) return null;
  const items = listOf(value)?.map(read);
  if (items === undefined || items.includes(undefined)) return undefined;
  return items.length > 0 ? (items as T[]) : null;
}

/** A record keeps one value a name: a repeated name cannot be held. */
function environment(value: unknown): Record<string, string> | null | undefined {
  const pairs = each(value, (item) => {
    const record = recordOf(item);
    const [name, text] = [scalarOf(record?.name), scalarOf(record?.value)];
    return name === undefined || text === undefined ? undefined : ([name, text] as const);
  });
  if (!pairs) return pairs;
  const found = Object.fromEntries(pairs);
  return Object.keys(found).length === pairs.length ? found : undefined;
}

function volumesOf(service: YamlRecord): ContainerVolume[] | null | undefined {
  if (service.volumes !== undefined) {
    return each(service.volumes, (item) => {
      const volume = recordOf(item);
      return volume && volumeOf(volume.name, volume.size, volume.mountPath);
    });
  }
  const { volumeName, volumeSize, pathToMount } = service;
  if (volumeName === undefined && volumeSize === undefined && pathToMount === undefined) return null;
  const volume = volumeOf(volumeName, volumeSize, pathToMount);
  return volume && [volume];
}

function volumeOf(nameNode: unknown, sizeNode: unknown, pathNode: unknown): ContainerVolume | undefined {
  const [name, size, mountPath] = [scalarOf(nameNode), numberOf(sizeNode), scalarOf(pathNode)];
  return name === undefined || size === undefined || mountPath === undefined ? undefined : { name, size, mountPath };
}
