import { resolve } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { AppProfile, ClusterProfile, SystemProfile } from "@palette-profiles/pulumi/native";
import type { Door, Kind, Stack } from "../scenarios/door";
import { openEngineStack } from "./engine-stack";

const classes = { cluster: ClusterProfile, app: AppProfile, system: SystemProfile };
const bundle = resolve(__dirname, "../../packages/pulumi/bin/pulumi-resource-palette.cjs");
const plugins = { palette: { command: process.execPath, args: [bundle] } };

/** The native mode: the plugin is a process, one for each stack. */
export const nativeDoor: Door = {
  name: "Pulumi, native",
  async open<K extends Kind = "cluster">(
    server: RunningServer,
    environment: Record<string, string> = {},
    kind: Kind = "cluster",
  ): Promise<Stack<K>> {
    return openEngineStack({ classes, plugins }, server, environment, kind as K);
  },
};
