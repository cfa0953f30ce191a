import { playAppScenarios } from "../scenarios/play";
import { terraformDoor } from "./terraform-door";

playAppScenarios(terraformDoor);
