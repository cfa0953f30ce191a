import { type Command, Option } from "commander";
import { type Compared, compare } from "../diff/compare";
import { namedPair, type Pair, pairsOfCommits, pairsOfGit } from "../diff/pairs";
import { UserError } from "../failure";
import { FORMAT_NAMES, type Format, render } from "../review/formats";

interface DiffFlags {
  format: Format;
  refs?: string;
  git?: boolean;
  exitCode?: boolean;
}

/** `palette-profiles diff A B`: what differs between two files or profiles, leaf by leaf. */
export function addDiff(program: Command): void {
  program
    .command("diff")
    .description(
      "tell what differs between two profiles or YAML files, such as values or manifests, leaf by leaf and masked",
    )
    .argument(
      "[words...]",
      "two sides, each FILE, -, COMMIT:FILE or palette:NAME@VERSION; with --refs, the files or folders to look at",
    )
    .addOption(
      new Option("--format <format>", "how to print it; files that are no profiles, as text or json")
        .choices(FORMAT_NAMES)
        .default("text"),
    )
    .option("--refs <range>", "the YAML files that differ in main..HEAD, or in main...HEAD, from where the two parted")
    .option("--git", "be git's diff program: GIT_EXTERNAL_DIFF, or diff.NAME.command of its configuration")
    .option("--exit-code", "exit with 2 where there are changes, 0 where there are none")
    .action(async (words: string[], flags: DiffFlags) => {
      const color = useColor(flags.git === true);
      const files: ({ name: string } & Compared)[] = [];
      for (const pair of await pairsOf(words, flags)) {
        const compared = await compare(pair);
        files.push({ name: pair.name, ...compared });
        if (flags.format !== "json") process.stdout.write(await told(pair, compared, flags.format, color));
      }
      if (flags.format === "json") process.stdout.write(`${JSON.stringify({ schemaVersion: 1, files }, null, 2)}\n`);
      if (flags.exitCode === true && files.some(isChanged)) process.exitCode = 2;
    });
}

async function pairsOf(words: readonly string[], { git, refs }: DiffFlags): Promise<Pair[]> {
  if (git === true) return pairsOfGit(words);
  return refs === undefined ? [await namedPair(words)] : pairsOfCommits(refs, words);
}

async function told({ name, plain }: Pair, compared: Compared, format: Format, color: boolean): Promise<string> {
  if ("review" in compared) return render(compared.review, format, { color });
  if (format !== "text") {
    throw new UserError(
      `${name}: what differs in files that are no profiles is told as text or json, not as ${format}`,
    );
  }
  if ("isPlain" in compared) return plain!(color);
  const { renderComparison } = await import("@palette-profiles/review");
  return renderComparison(name, compared.comparison, { color });
}

function isChanged(compared: Compared): boolean {
  if ("isPlain" in compared) return true;
  if ("review" in compared) return compared.review.resources.some(({ impact }) => impact !== "no-op");
  const { impact, changes } = compared.comparison;
  return impact !== "update" || changes.length > 0;
}

/** Git's pager takes colours although it is no terminal. */
function useColor(fromGit: boolean): boolean {
  if (process.env.NO_COLOR !== undefined) return false;
  return process.stdout.isTTY === true || (fromGit && process.env.GIT_PAGER_IN_USE === "true");
}
