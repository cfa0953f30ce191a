import { versionCompare } from "../version";
import { isInfra, type PackConstraint } from "./knowledge";
import { type PackProblem, packError, packWarning } from "./problem";
import { calling, inStack, type PlannedLayer, type Stack } from "./stack";

/** V22: what the packs demand of one another. Versions that are not known are not judged. */
export function checkDependencies(stack: Stack): PackProblem[] {
  return stack.layers.flatMap((layer) =>
    (layer.knowledge?.constraints ?? []).flatMap((constraint) => checkConstraint(stack, layer, constraint)),
  );
}

function checkConstraint(stack: Stack, layer: PlannedLayer, constraint: PackConstraint): PackProblem[] {
  switch (constraint.type) {
    case "required":
      return [...absent(stack, layer, constraint), ...outOfRange(stack, layer, constraint)];
    case "optional":
      return outOfRange(stack, layer, constraint);
    case "notSupported":
      return notSupported(stack, layer, constraint);
    case "upgrade":
      return upgrade(layer, constraint);
  }
}

function absent(stack: Stack, layer: PlannedLayer, wanted: PackConstraint): PackProblem[] {
  if (stack.partial || partners(stack, wanted).length > 0) return [];
  // The cluster's infra profile has such a layer, and an add-on profile does not see it.
  if (isInfra(wanted.layer) && stack.type === "add-on") return [];
  const alone = isInfra(wanted.layer) || stack.type === "cluster";
  const tell = alone ? packError : packWarning;
  const elsewhere = alone ? "" : " Or see to it that each cluster has it from another profile.";
  return [
    tell(
      "PackDependency",
      inStack(layer, "name"),
      `"${layer.name}" needs "${wanted.packName}"`,
      `The pack ${calling(layer)} needs the pack "${wanted.packName}"${rangeWords(wanted)}, which the profile does not have: add it.${elsewhere}`,
    ),
  ];
}

function outOfRange(stack: Stack, layer: PlannedLayer, wanted: PackConstraint): PackProblem[] {
  return partners(stack, wanted).flatMap((partner) => {
    if (partner.version === undefined || within(partner.version, wanted)) return [];
    return packError(
      "PackDependency",
      inStack(partner, "tag"),
      `"${layer.name}" does not work with ${calling(partner)}`,
      `The pack ${calling(layer)} needs "${partner.pack}"${rangeWords(wanted)}, but the layer is ${partner.version}. Choose another version of one of them.`,
    );
  });
}

function notSupported(stack: Stack, layer: PlannedLayer, wanted: PackConstraint): PackProblem[] {
  // Palette skips the check where neither bound is given.
  if (!wanted.minVersion && !wanted.maxVersion) return [];
  return partners(stack, wanted).flatMap((partner) => {
    if (partner.version === undefined || !within(partner.version, wanted)) return [];
    return packError(
      "PackNotSupported",
      inStack(layer, "name"),
      `"${layer.name}" does not support ${calling(partner)}`,
      `The pack ${calling(layer)} does not support "${partner.pack}"${rangeWords(wanted)}, and the layer is ${partner.version}. Remove one of them, or choose another version.`,
    );
  });
}

/** Undocumented but for its name; real packs bound the versions of themselves from which they take over. */
function upgrade(layer: PlannedLayer, wanted: PackConstraint): PackProblem[] {
  const from = layer.before;
  if (from?.version === undefined || layer.version === undefined || from.pack !== wanted.packName) return [];
  if (from.version === layer.version || within(from.version, wanted)) return [];
  // A downgrade, and a Kubernetes release left out, are told by rules of their own.
  if (layer.kind === "k8s" || (from.pack === layer.pack && versionCompare(layer.version, from.version) < 0)) return [];
  return [
    packWarning(
      "UnsupportedUpgrade",
      inStack(layer, "tag"),
      `"${layer.name}" may not upgrade from ${from.version} to ${layer.version}`,
      `The pack ${calling(layer)} is made to take over from "${wanted.packName}"${rangeWords(wanted)}, and the layer is ${from.version}: the upgrade of clusters may fail. Go through a version in between.`,
    ),
  ];
}

function partners({ layers }: Stack, wanted: PackConstraint): PlannedLayer[] {
  return layers.filter(
    ({ pack, kind }) =>
      pack === wanted.packName && (wanted.layer === undefined || kind === undefined || kind === wanted.layer),
  );
}

function within(version: string, { minVersion, maxVersion }: PackConstraint): boolean {
  if (minVersion && versionCompare(version, minVersion) < 0) return false;
  return !maxVersion || versionCompare(version, maxVersion) <= 0;
}

function rangeWords({ minVersion, maxVersion }: PackConstraint): string {
  if (minVersion && maxVersion) return ` from ${minVersion} to ${maxVersion}`;
  if (minVersion) return ` from ${minVersion} on`;
  return maxVersion ? ` up to ${maxVersion}` : "";
}
