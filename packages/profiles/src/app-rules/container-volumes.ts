import { listOf, numberOf, recordOf, scalarOf, type YamlRecord } from "../app/read-values";
import type { Problem } from "../rules/problem";
import type { TellContainer } from "./containers";

interface Volume {
  name: unknown;
  size: unknown;
  mountPath: unknown;
}

/** V30: a volume has a name, a size in GiB and a place, and no two of them share a name or a place. */
export function containerVolumes(service: YamlRecord, what: string, tell: TellContainer): Problem[] {
  const volumes = volumesOf(service);
  if (volumes === undefined) {
    const message = `${what}: containerService.volumes is no list; write one, such as [{name: data, size: 2, mountPath: /data}]`;
    return [tell("InvalidVolume", message)];
  }
  const names = new Set<string>();
  const places = new Set<string>();
  return volumes.flatMap(({ name: nameNode, size, mountPath }, at) => {
    const name = scalarOf(nameNode)?.trim() ?? "";
    const which = name === "" ? `the volume ${at + 1}` : `the volume "${name}"`;
    const invalid = (message: string) => [tell("InvalidVolume", `${what}: ${which} ${message}`)];
    const problems = name === "" ? invalid("has no name; give it one") : [];
    if (name !== "" && names.has(name)) problems.push(...invalid("stands twice; rename one"));
    names.add(name);
    const sizeText = scalarOf(size) ?? "";
    if (!sizeText.includes("{{") && !((numberOf(size) ?? 0) > 0)) {
      problems.push(...invalid(`has the size "${sizeText}"; write a number of GiB above 0`));
    }
    const place = scalarOf(mountPath) ?? "";
    if (place.includes("{{")) return problems;
    if (!place.startsWith("/")) {
      problems.push(...invalid(`is mounted at "${place}"; write the whole path, from "/" on`));
    } else if (places.has(withoutSlash(place))) {
      problems.push(...invalid(`is mounted at "${place}", as another one is; give each its own path`));
    }
    places.add(withoutSlash(place));
    return problems;
  });
}

/** As a list, or the one volume that Palette's samples spell out; undefined for what is no list. */
function volumesOf(service: YamlRecord): Volume[] | undefined {
  const { volumes, volumeName, volumeSize, pathToMount } = service;
  const one = [volumeName, volumeSize, pathToMount].some((value) => scalarOf(value) !== undefined);
  const single = one ? [{ name: volumeName, size: volumeSize, mountPath: pathToMount }] : [];
  if (volumes === undefined || volumes === null) return single;
  const list = listOf(volumes)?.map((item) => recordOf(item) ?? {});
  return list && [...single, ...list.map(({ name, size, mountPath }) => ({ name, size, mountPath }))];
}

function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, "") : path;
}
