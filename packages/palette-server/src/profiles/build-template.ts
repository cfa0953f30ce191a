import { parse } from "yaml";
import type { Backend } from "../backend";
import { invalid } from "../errors";
import type { StoredPack } from "../store/profiles";
import { newUid } from "../uid";
import { keepManifestUids } from "./keep-manifest-uids";
import type { PackInput } from "./pack-input";
import { resolvePack } from "./resolve-pack";

/** Resolves a whole list of packs; what `previous` has of the same pack and manifest keeps its uid. */
export function buildTemplate(
  backend: Backend,
  inputs: readonly PackInput[],
  previous: readonly StoredPack[] = [],
): StoredPack[] {
  refuseDuplicates(inputs);
  const claimed = new Set<StoredPack>();
  return inputs.map((input) => {
    const before = findPrevious(input, inputs, previous, claimed);
    if (before) claimed.add(before);
    return {
      name: input.name,
      type: input.type,
      tag: input.tag,
      ...(input.type === "manifest" ? manifestPack(input, before) : resolvePack(backend, input)),
      values: input.values,
      manifests: keepManifestUids(input.manifests, before?.manifests ?? []),
    };
  });
}

/** Every pack of manifests has a uid of its own: clients tell the manifests of two layers apart by it. */
function manifestPack(input: PackInput, before: StoredPack | undefined) {
  return {
    packUid: before?.packUid ?? newUid(),
    registryUid: input.registryUid,
    version: input.tag,
    layer: "addon" as const,
  };
}

/** The same layer as it was before: by name, or, for a renamed pack of manifests, by uid. */
function findPrevious(
  input: PackInput,
  inputs: readonly PackInput[],
  previous: readonly StoredPack[],
  claimed: ReadonlySet<StoredPack>,
): StoredPack | undefined {
  const free = previous.filter((pack) => pack.type === input.type && !claimed.has(pack));
  const ofName = free.filter((pack) => pack.name === input.name);
  if (ofName.length > 1) {
    const wanted = displayName(input.values);
    return ofName.find((pack) => displayName(pack.values) === wanted) ?? ofName[0];
  }
  if (ofName.length === 1) return ofName[0];
  if (input.type !== "manifest") return undefined;
  return free.find((pack) => pack.packUid === input.uid && !inputs.some((other) => other.name === pack.name));
}

/** A pack may be in a profile twice when the layers' display names differ. */
function refuseDuplicates(inputs: readonly PackInput[]): void {
  const names = inputs.map((input) => input.name);
  const seen = new Set<string>();
  for (const input of inputs) {
    const isRepeated = names.indexOf(input.name) !== names.lastIndexOf(input.name);
    const identity = (isRepeated && input.type !== "manifest" && displayName(input.values)) || input.name;
    if (seen.has(identity)) {
      throw invalid(
        "DuplicatePack",
        `The profile has two layers of the name "${identity}": give each a "spectrocloud.com/display-name" of its own under "pack" in its values`,
        { pack: input.name },
      );
    }
    seen.add(identity);
  }
}

function displayName(values: string): string | undefined {
  try {
    const document = parse(values) as { pack?: Record<string, unknown> } | null;
    const name = document?.pack?.["spectrocloud.com/display-name"];
    return typeof name === "string" ? name : undefined;
  } catch {
    // Values may hold macros that are no YAML; such a layer has no display name that could be read.
    return undefined;
  }
}
