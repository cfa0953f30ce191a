import type { TextComparison } from "@palette-profiles/review";
import { type Command, Option } from "commander";
import { namedPair, type Pair, pairsOfCommits, pairsOfGit } from "../diff/pairs";
import { UserError } from "../failure";

interface DiffFlags {
  format: "text" | "json";
  refs?: string;
  git?: boolean;
  exitCode?: boolean;
}

/** `palette-profiles diff A B`: what differs between two files of YAML, leaf by leaf. */
export function addDiff(program: Command): void {
  program
    .command("diff")
    .description("tell what differs between two YAML files, such as values or manifests, leaf by leaf and masked")
    .argument("[words...]", "two files, each FILE, - or COMMIT:FILE; with --refs, the files or folders to look at")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .option("--refs <range>", "the YAML files that differ in main..HEAD, or in main...HEAD, from where the two parted")
    .option("--git", "be git's diff program: GIT_EXTERNAL_DIFF, or diff.NAME.command of its configuration")
    .option("--exit-code", "exit with 2 where there are changes, 0 where there are none")
    .action(async (words: string[], flags: DiffFlags) => {
      const pairs = pairsOf(words, flags);
      const { renderComparison } = await import("@palette-profiles/review");
      const color = useColor(flags.git === true);
      const files: ({ name: string } & TextComparison)[] = [];
      for (const pair of pairs) {
        const comparison = await compare(pair);
        if (comparison === undefined) process.stdout.write(pair.plain!(color));
        else {
          files.push({ name: pair.name, ...comparison });
          if (flags.format === "text") process.stdout.write(renderComparison(pair.name, comparison, { color }));
        }
      }
      if (flags.format === "json") process.stdout.write(`${JSON.stringify({ schemaVersion: 1, files }, null, 2)}\n`);
      if (flags.exitCode === true && files.some(({ impact, changes }) => impact !== "update" || changes.length > 0))
        process.exitCode = 2;
    });
}

function pairsOf(words: readonly string[], { git, refs }: DiffFlags): Pair[] {
  if (git === true) return pairsOfGit(words);
  return refs === undefined ? [namedPair(words)] : pairsOfCommits(refs, words);
}

/** Undefined where the two can only be told line by line. */
async function compare({ name, before, after, plain, isPlain }: Pair): Promise<TextComparison | undefined> {
  if (isPlain === true) return undefined;
  const { compareTexts } = await import("@palette-profiles/review");
  try {
    return compareTexts(before, after);
  } catch (error) {
    if (plain !== undefined) return undefined;
    throw new UserError(`${name}: ${(error as Error).message}`);
  }
}

/** Git's pager takes colours although it is no terminal. */
function useColor(fromGit: boolean): boolean {
  if (process.env.NO_COLOR !== undefined) return false;
  return process.stdout.isTTY === true || (fromGit && process.env.GIT_PAGER_IN_USE === "true");
}
