import { kitDoor } from "./kit-door";
import { playSystemScenarios } from "./play";

playSystemScenarios(kitDoor);
