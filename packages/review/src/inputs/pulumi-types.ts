import type { Kind } from "../model";

/** A Pulumi resource type that holds a profile. */
export interface PulumiType {
  kind: Kind;
  /** Whether another version is made beside the old one, and not out of it: ours does, the bridged one does not. */
  versions: boolean;
}

const OURS = /^(?:pulumi-nodejs:dynamic\/palette|palette:index(?:\/\w+)?):(ClusterProfile|AppProfile|SystemProfile)$/;
const BRIDGED = /^spectrocloud:index\/\w+:(ClusterProfile|ApplicationProfile)$/;
const KINDS: Readonly<Record<string, Kind>> = {
  ClusterProfile: "cluster",
  AppProfile: "app",
  ApplicationProfile: "app",
  SystemProfile: "system",
};

/** Ours, dynamic or native, and those of the package that is bridged from the official provider; undefined for all others. */
export function pulumiTypeOf(type: string): PulumiType | undefined {
  const [ours, bridged] = [OURS.exec(type)?.[1], BRIDGED.exec(type)?.[1]];
  const kind = KINDS[ours ?? bridged ?? ""];
  return kind === undefined ? undefined : { kind, versions: ours !== undefined };
}
