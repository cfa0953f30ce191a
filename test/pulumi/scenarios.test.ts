import { spawnSync } from "node:child_process";
import { playScenarios } from "../scenarios/play";
import { cliDoor } from "./cli-door";
import { engineDoor } from "./engine-door";

const pulumiOnPath = spawnSync("pulumi", ["version"]).status === 0;
const doors = [
  { through: "the real SDK, driven by the test engine", door: engineDoor },
  ...(pulumiOnPath ? [{ through: "the pulumi command", door: cliDoor }] : []),
];

describe.each(doors)("$through", ({ door }) => playScenarios(door));
