import { playScenarios } from "../scenarios/play";
import { terraformDoor } from "./terraform-door";

playScenarios(terraformDoor);
