import type { RunningServer } from "@palette-profiles/palette-server";
import { AppProfile, ClusterProfile, SystemProfile } from "@palette-profiles/pulumi";
import type { Door, Kind, Stack } from "../scenarios/door";
import { openEngineStack } from "./engine-stack";

const classes = { cluster: ClusterProfile, app: AppProfile, system: SystemProfile };

/** Dynamic resources: the SDK's own host of them is a process, one for each stack. */
export const engineDoor: Door = {
  name: "Pulumi",
  async open<K extends Kind = "cluster">(
    server: RunningServer,
    environment: Record<string, string> = {},
    kind: Kind = "cluster",
  ): Promise<Stack<K>> {
    const { import: _, ...stack } = await openEngineStack({ classes }, server, environment, kind as K);
    return stack;
  },
};
