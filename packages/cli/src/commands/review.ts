import { writeFileSync } from "node:fs";
import type { Review, Severity } from "@palette-profiles/review";
import { type Command, Option } from "commander";
import { UserError } from "../failure";
import { type ForgeName, postReview } from "../post/post-review";
import { withLive } from "../review/ask-palette";
import { loadConfig } from "../review/config-file";
import { FORMAT_NAMES, type Format, parseOut, type Rendering, render } from "../review/formats";
import { newSalt, today } from "../review/of-this-run";
import { readTexts, reviewInputOf } from "../review/read-inputs";

interface ReviewFlags {
  format: Format;
  json?: boolean;
  out: string[];
  config?: string;
  failOn?: Severity;
  exitCode?: boolean;
  explain?: string;
  file?: string;
  live?: boolean;
  post?: ForgeName;
  postAs: string;
}

const CHANGED = 2;
const RISKY = 3;

/** `palette-profiles review PLAN.json`: what plans change, how risky that is, and whom it reaches. */
export function addReview(program: Command): void {
  program
    .command("review")
    .description("tell what plans change in which profile, one line a changed leaf, and what is risky about it")
    .argument(
      "[inputs...]",
      "plans, such as the output of `terraform show -json PLAN`: files, STACK=FILE, - for standard input, or CDKTF's output folder",
    )
    .addOption(new Option("--format <format>", "how to print it").choices(FORMAT_NAMES).default("text"))
    .option("--json", "short for --format json")
    .option(
      "--out <file>",
      "write it to a file too, in the format of its ending, or as FORMAT:FILE; may be given several times",
      (file: string, files: string[]) => [...files, file],
      [],
    )
    .option("--config <file>", "rules, ignored risks and masking; default: palette-review.yaml where there is one")
    .addOption(
      new Option("--fail-on <severity>", "exit with 3 where there is a risk of this severity or a graver one").choices([
        "high",
        "medium",
        "low",
      ]),
    )
    .option("--exit-code", "exit with 2 where there are changes, 0 where there are none")
    .option("--explain <rule>", "tell what a rule looks at, why, and what to do")
    .option("--live", "ask Palette who uses the profiles that change, and which of their packs are on their way out")
    .addOption(
      new Option(
        "--post <forge>",
        "write it as one comment on the pull request or merge request that CI runs for",
      ).choices(["github", "gitlab"]),
    )
    .option("--post-as <name>", "tells the comments of several reviews apart", checkName, "default")
    .option("--file <path>", "the file that sarif, github and gitlab show risks at; default: palette-review.yaml")
    .action(async (words: string[], flags: ReviewFlags) => {
      if (flags.explain !== undefined) return explain(flags.explain);
      if (words.length === 0) {
        throw new UserError(
          "There is nothing to review: give the output of `terraform show -json PLAN`, or - for standard input",
        );
      }
      const outs = flags.out.map(parseOut);
      const config = await loadConfig(flags.config);
      const { buildReview, failsOn } = await import("@palette-profiles/review");
      const read = await reviewInputOf(readTexts(words));
      const input = flags.live === true ? await withLive(read) : read;
      const review = buildReview(input, { config, today: today(), salt: newSalt() });
      const failOn = flags.failOn ?? config.failOn;
      const rendering: Rendering = { color: false, file: flags.file, failOn };
      for (const { format, file } of outs) writeOut(file, await render(review, format, rendering));
      const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
      process.stdout.write(await render(review, flags.json === true ? "json" : flags.format, { ...rendering, color }));
      const posted = flags.post === undefined || (await post(review, flags.post, flags.postAs, rendering));
      if (failOn !== undefined && failsOn(review, failOn)) process.exitCode = RISKY;
      else if (!posted) process.exitCode = 1;
      else if (flags.exitCode === true && isChanged(review)) process.exitCode = CHANGED;
    });
}

/** Posts after all else is written; what was done, or why it failed, is told on stderr. */
async function post(review: Review, forge: ForgeName, name: string, rendering: Rendering): Promise<boolean> {
  const marker = `palette-profiles-review ${name.replace(/--+/g, "-")}`;
  const markdown = await render(review, "markdown", { ...rendering, marker });
  try {
    process.stderr.write(`${await postReview(forge, { markdown, marker, isNews: isChanged(review) }, process.env)}\n`);
    return true;
  } catch (error) {
    process.stderr.write(`error: The review is not posted: ${(error as Error).message}\n`);
    return false;
  }
}

function checkName(name: string): string {
  if (/^[\w.-]{1,60}$/.test(name)) return name;
  throw new UserError(
    `"${name}" is no name for a comment: take up to 60 letters, digits, dots, dashes and underscores`,
  );
}

async function explain(rule: string): Promise<void> {
  const { explainRule } = await import("@palette-profiles/review");
  try {
    process.stdout.write(explainRule(rule));
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}

function writeOut(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UserError(`${file} cannot be written: ${(error as Error).message}`);
  }
}

function isChanged({ resources }: Review): boolean {
  return resources.some(({ impact }) => impact !== "no-op");
}
