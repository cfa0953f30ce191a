import { kitDoor } from "./kit-door";
import { playAppScenarios } from "./play";

playAppScenarios(kitDoor);
