import { spawnSync } from "node:child_process";
import { UserError } from "../failure";

const LIMIT = 1 << 30;

/** What git prints. */
export function git(...words: string[]): string {
  const ran = spawnSync("git", words, { encoding: "utf8", maxBuffer: LIMIT });
  if (ran.error !== undefined) throw new UserError(`git cannot be started: ${ran.error.message}`);
  if (ran.status !== 0) throw new UserError(`git ${words[0]}: ${ran.stderr.trim().replace(/^fatal: /, "")}`);
  return ran.stdout;
}

/** A file of which the two sides differ; undefined where it is not on a side. */
export interface ChangedFile {
  before?: string;
  after?: string;
}

/**
 * The files that differ between two commits, or within a range such as `main...HEAD`; renames are followed.
 * @param paths only these, files or folders
 */
export function changedFiles(range: readonly string[], paths: readonly string[]): ChangedFile[] {
  const words = git("diff", "--name-status", "-z", "--find-renames", ...range, "--", ...paths).split("\0");
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < words.length; ) {
    const status = words[at++]!;
    const before = words[at++]!;
    if (/^[RC]/.test(status)) files.push({ before, after: words[at++]! });
    else if (status === "A") files.push({ after: before });
    else if (status === "D") files.push({ before });
    else files.push({ before, after: before });
  }
  return files;
}

/** The commits of a range, as `git diff` reads it: `main..HEAD`, `main...HEAD` from where they parted, or one and the working tree's. */
export function commitsOf(range: string): [before: string, after: string] {
  const [, from, dots, to] = /^(.*?)(\.{2,3})(.*)$/.exec(range) ?? [];
  if (dots === undefined) {
    throw new UserError(
      `"${range}" is no range of commits: write it as main..HEAD, or main...HEAD from where they parted`,
    );
  }
  const [left, right] = [from || "HEAD", to || "HEAD"];
  const before = dots === "..." ? git("merge-base", left, right).trim() : left;
  return [before, right];
}
