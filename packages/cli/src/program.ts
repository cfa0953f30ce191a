import { Command } from "commander";
import { addDiff } from "./commands/diff";
import { addReview } from "./commands/review";
import { addRun } from "./commands/run";
import { addServer } from "./commands/server";
import { addSystemProfile } from "./commands/system-profile";
import { addTerraform } from "./commands/terraform";
import { addTypes } from "./commands/types";

/** `palette-profiles`, with every command. */
export function createProgram(): Command {
  const program = new Command("palette-profiles")
    .description(
      "Palette profiles as code: the embedded server, reviews of plans, types of values, and what Terraform needs",
    )
    .version("0.1.0")
    .enablePositionalOptions()
    .showHelpAfterError("(palette-profiles COMMAND --help tells more)");
  addServer(program);
  addRun(program);
  addReview(program);
  addDiff(program);
  addSystemProfile(program);
  addTerraform(program);
  addTypes(program);
  return program;
}
