import type { ProfileModel } from "../model/profile";
import type { DeepFields } from "../model/unknown";
import { references } from "../references";
import { declaredVariables } from "./declared-variables";
import { knownPacks, packProblems } from "./pack-references";
import type { Problem } from "./problem";
import { contentProblems, nestingProblems, quoteProblems } from "./reference-places";
import { systemProblems } from "./system-references";
import { allTextsKnown, profileTexts } from "./texts";
import { undeclaredProblems, unusedProblems } from "./variable-uses";

/** V15, V16, and the names that Palette knows itself: what references ask for, and where they stand. */
export function checkReferences(profile: DeepFields<ProfileModel>): Problem[] {
  const declared = declaredVariables(profile);
  const packs = knownPacks(profile);
  const used = new Set<string>();
  const problems: Problem[] = [];
  for (const text of profileTexts(profile)) {
    if (!text.text.includes(".spectro.")) continue;
    const found = references(text.text);
    for (const { kind, name, path } of found) if (kind === "var") used.add(name).add([name, ...(path ?? [])].join("."));
    problems.push(
      ...undeclaredProblems(text, found, declared),
      ...systemProblems(text, found),
      ...packProblems(text, found, packs, profile.type === "cluster"),
      ...nestingProblems(text),
      ...contentProblems(text, found),
      ...quoteProblems(text, found, declared),
    );
  }
  if (allTextsKnown(profile)) problems.push(...unusedProblems(declared, used));
  return problems;
}
