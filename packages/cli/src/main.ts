import { tellAndExit } from "./failure";
import { createProgram } from "./program";

createProgram().parseAsync().catch(tellAndExit);
