import { kitDoor } from "./kit-door";
import { playScenarios } from "./play";

playScenarios(kitDoor);
