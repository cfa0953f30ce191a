import { existsSync } from "node:fs";
import type { LoneProfile } from "@palette-profiles/review";
import { readText } from "../review/read-inputs";
import { git } from "./git";
import { readLive } from "./live-profile";

/** One side of a comparison: a text, or a profile as Palette has it. */
export type Side = { text: string } | { profile: LoneProfile };

/**
 * What a word names: a file, `-` for standard input, a file in a commit, `git:main:values/argo-cd.yaml`, or as git has it,
 * `main:values/argo-cd.yaml`; or a profile that Palette has, `palette:NAME@VERSION`.
 */
export async function readSide(word: string): Promise<Side> {
  if (existsSync(word)) return { text: readText(word) };
  const [, name, version] = /^palette:([^@]+)(?:@(.+))?$/.exec(word) ?? [];
  if (name !== undefined) return { profile: await readLive(name, version) };
  const [, commit, path] = /^(?:git:)?([^:]+):(.+)$/.exec(word) ?? [];
  return { text: commit === undefined ? readText(word) : git("show", `${commit}:${path}`) };
}
