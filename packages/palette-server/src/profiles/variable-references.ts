import type { V1Variable } from "@palette-profiles/palette-api";
import { invalid } from "../errors";
import type { StoredPack } from "../store/profiles";

const MACRO = /\{\{([^{}]*)\}\}/g;
const REFERENCE = /\.spectro\.var\.([A-Za-z0-9_-]+)/g;

type PackText = Pick<StoredPack, "name" | "values"> & { manifests: readonly { content: string }[] };

/** The names of the profile variables a pack uses in its values and manifests. */
export function variablesUsedBy(pack: PackText): Set<string> {
  const texts = [pack.values, ...pack.manifests.map((manifest) => manifest.content)];
  const macros = texts.filter((text) => text.includes(".spectro.var.")).flatMap((text) => [...text.matchAll(MACRO)]);
  return new Set(macros.flatMap((macro) => [...macro[1]!.matchAll(REFERENCE)].map((match) => match[1]!)));
}

/** Refuses packs that use variables the profile does not have. */
export function requireVariables(packs: readonly PackText[], variables: readonly V1Variable[]): void {
  const declared = new Set(variables.map((variable) => variable.name));
  const missing = packs.flatMap((pack) =>
    [...variablesUsedBy(pack)]
      .filter((name) => !declared.has(name))
      .map((name) => ({ pack: pack.name, variable: name })),
  );
  if (missing.length === 0) return;
  const list = missing.map(({ pack, variable }) => `"${variable}" in the pack "${pack}"`).join(", ");
  throw invalid("PackVariablesUndefined", `Profile variables are used but not defined: ${list}`, {
    undefined: missing,
  });
}
