import { type Diagnostic, isUnknown } from "@palette-profiles/resource-kit";
import type { PlannedLineage } from "../state";

const POLICIES = ["new", "in_place"];

/** The settings that say what a new version does: their words, numbers, and which of them exclude each other. */
export function versionSettings(config: PlannedLineage): Diagnostic[] {
  const { versionPolicy, retainVersions, immutableVersions } = config;
  const told: Diagnostic[] = [];
  if (versionPolicy !== undefined && !isUnknown(versionPolicy) && !POLICIES.includes(versionPolicy)) {
    told.push({
      severity: "error",
      code: "UnknownVersionPolicy",
      summary: "The version policy is unknown",
      detail: `The version policy is "${versionPolicy}": write "new" (a new version stands beside the old one) or "in_place" (the version is renamed, and keeps its uid).`,
      path: ["versionPolicy"],
    });
  }
  if (typeof retainVersions === "number" && !(Number.isInteger(retainVersions) && retainVersions >= 1)) {
    told.push({
      severity: "error",
      code: "InvalidRetention",
      summary: "The number of versions to keep is wrong",
      detail: `The number of versions to keep is ${retainVersions}, but the current one is always kept: write a whole number from 1, or leave it out to keep all.`,
      path: ["retainVersions"],
    });
  }
  if (versionPolicy === "in_place" && immutableVersions === true) {
    told.push({
      severity: "error",
      code: "ImmutableInPlace",
      summary: "Two settings exclude each other",
      detail:
        'The version policy "in_place" puts a new version in the place of the one there is, but versions are said to be immutable. Leave one of the two out.',
      path: ["versionPolicy"],
    });
  }
  return told;
}
