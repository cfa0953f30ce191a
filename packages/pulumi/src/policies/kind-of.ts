import type { ProfileKind } from "@palette-profiles/profiles";

const TOKEN = /^(?:pulumi-nodejs:dynamic\/palette|palette:index):(ClusterProfile|AppProfile|SystemProfile)$/;

/** Which profile a resource's type means, in the dynamic and in the native mode; undefined for every other resource. */
export function kindOf(type: string): ProfileKind | undefined {
  return TOKEN.exec(type)?.[1] as ProfileKind | undefined;
}
