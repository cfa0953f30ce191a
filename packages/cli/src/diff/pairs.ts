import { readFileSync } from "node:fs";
import { UserError } from "../failure";
import { readText } from "../review/read-inputs";
import { changedFiles, commitsOf, git } from "./git";
import { plainDiff } from "./plain-diff";
import { readSide, type Side } from "./side";

/** Two sides to compare. */
export interface Pair {
  name: string;
  /** Missing on a side where there is no such file. */
  before?: Side;
  after?: Side;
  /** The two line by line, for what is no YAML. */
  plain?: (color: boolean) => string;
  /** Whether it is told apart from YAML by its name or content: then only the lines are told. */
  isPlain?: boolean;
}

const YAML = /\.(?:ya?ml|json)$/i;
const NOTHING = "/dev/null";

/** Two sides that the user names. */
export async function namedPair(words: readonly string[]): Promise<Pair> {
  const [left, right, ...more] = words;
  if (left === undefined || right === undefined || more.length > 0) {
    throw new UserError(
      `Two files are compared, and ${words.length} given: write \`palette-profiles diff BEFORE AFTER\``,
    );
  }
  return { name: `${left} -> ${right}`, before: await readSide(left), after: await readSide(right) };
}

/** The YAML files that differ between two commits. */
export function pairsOfCommits(range: string, paths: readonly string[]): Pair[] {
  const [from, to] = commitsOf(range);
  const show = (commit: string, file: string | undefined) =>
    file === undefined ? undefined : { text: git("show", `${commit}:${file}`) };
  return changedFiles([from, to], paths)
    .filter(({ before, after }) => YAML.test(after ?? before!))
    .map(({ before, after }) => ({
      name: [...new Set([before, after])].filter((file) => file !== undefined).join(" -> "),
      before: show(from, before),
      after: show(to, after),
      plain: (color) => {
        const files = [before, after].filter((file) => file !== undefined);
        return git("diff", `--color=${color ? "always" : "never"}`, "--no-ext-diff", from, to, "--", ...files);
      },
    }));
}

/**
 * The words that git gives to a diff program: seven a file, two more where it was renamed, and one where it is not merged, of which
 * there is nothing to tell.
 */
export function pairsOfGit(words: readonly string[]): Pair[] {
  const [path, before, , , after, , , renamed] = words;
  if (path !== undefined && words.length === 1) return [];
  if (path === undefined || before === undefined || after === undefined) {
    throw new UserError(
      '--git takes the words that git gives to a diff program: set GIT_EXTERNAL_DIFF="palette-profiles diff --git"',
    );
  }
  const name = renamed === undefined ? path : `${path} -> ${renamed}`;
  const plain = (color: boolean) => plainDiff(renamed ?? path, before, after, color);
  if (!YAML.test(renamed ?? path) || isBinary(before) || isBinary(after)) return [{ name, plain, isPlain: true }];
  const side = (file: string) => (file === NOTHING ? undefined : { text: readText(file) });
  return [{ name, before: side(before), after: side(after), plain }];
}

function isBinary(file: string): boolean {
  return file !== NOTHING && readFileSync(file).includes(0);
}
