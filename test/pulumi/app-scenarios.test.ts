import { playAppScenarios } from "../scenarios/play";
import { doors } from "./doors";

describe.each(doors)("$through", ({ door }) => playAppScenarios(door));
