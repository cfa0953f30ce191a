import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { UserError } from "../failure";

interface ReviewFlags {
  format: "text" | "markdown" | "json";
  json?: boolean;
  exitCode?: boolean;
}

/** `palette-profiles review PLAN.json`: what a plan changes, one line a leaf. */
export function addReview(program: Command): void {
  program
    .command("review")
    .description("tell what a plan changes in which profile, one line a changed leaf")
    .argument("<plan>", "output of `terraform show -json PLAN`, a file or - for standard input")
    .addOption(new Option("--format <format>", "how to tell it").choices(["text", "markdown", "json"]).default("text"))
    .option("--json", "short for --format json")
    .option("--exit-code", "exit with 2 where there are changes, 0 where there are none")
    .action(async (file: string, flags: ReviewFlags) => {
      const review = await import("@palette-profiles/review");
      const built = review.buildReview(review.readTerraformPlan(readPlan(file)));
      const format = flags.json === true ? "json" : flags.format;
      const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
      const text =
        format === "json"
          ? review.renderJson(built)
          : format === "markdown"
            ? review.renderMarkdown(built)
            : review.renderText(built, { color });
      process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
      const changed = built.resources.some((resource) => resource.impact !== "no-op");
      if (flags.exitCode === true && changed) process.exitCode = 2;
    });
}

function readPlan(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(
      `${file} is not JSON: give it the output of \`terraform show -json PLAN\`, not the plan file itself`,
    );
  }
}
