import { spawnSync } from "node:child_process";
import { cliDoor } from "./cli-door";
import { engineDoor } from "./engine-door";
import { nativeDoor } from "./native-door";

const pulumiOnPath = spawnSync("pulumi", ["version"]).status === 0;

/** The doors to Pulumi that there are on this machine. */
export const doors = [
  { through: "the real SDK, driven by the test engine", door: engineDoor },
  { through: "the plugin, driven by the test engine", door: nativeDoor },
  ...(pulumiOnPath ? [{ through: "the pulumi command", door: cliDoor }] : []),
];
