import { existsSync } from "node:fs";
import { readText } from "../review/read-inputs";
import { git } from "./git";

/**
 * The text that a word names: of a file, of `-`, standard input, or of a file in a commit, `git:main:values/argo-cd.yaml`, or as git has
 * it, `main:values/argo-cd.yaml`.
 */
export function readSide(word: string): string {
  const [, prefix, commit, path] = /^(git:)?([^:]+):(.+)$/.exec(word) ?? [];
  const isCommit = commit !== undefined && (prefix !== undefined || !existsSync(word));
  return isCommit ? git("show", `${commit}:${path}`) : readText(word);
}
