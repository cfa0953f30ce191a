import { playSystemScenarios } from "../scenarios/play";
import { doors } from "./doors";

describe.each(doors)("$through", ({ door }) => playSystemScenarios(door));
