import { playScenarios } from "../scenarios/play";
import { doors } from "./doors";

describe.each(doors)("$through", ({ door }) => playScenarios(door));
