import { playSystemScenarios } from "../scenarios/play";
import { terraformDoor } from "./terraform-door";

playSystemScenarios(terraformDoor);
