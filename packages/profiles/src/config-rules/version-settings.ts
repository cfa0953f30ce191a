import { error, type Problem } from "../rules/problem";

/** What a program says of the versions of a profile, where a plan may not know it yet. */
export interface VersionSettings {
  versionPolicy?: unknown;
  retainVersions?: unknown;
  immutableVersions?: unknown;
}

const POLICIES = ["new", "in_place"];

/** The settings that say what a new version does: their words, numbers, and which of them exclude each other. */
export function checkVersionSettings(settings: VersionSettings): Problem[] {
  const { versionPolicy, retainVersions, immutableVersions } = settings;
  const problems: Problem[] = [];
  if (typeof versionPolicy === "string" && !POLICIES.includes(versionPolicy)) {
    const message = `The version policy is "${versionPolicy}": write "new" (a new version stands beside the old one) or "in_place" (the version is renamed, and keeps its uid).`;
    problems.push(error("UnknownVersionPolicy", ["versionPolicy"], message));
  }
  if (typeof retainVersions === "number" && !(Number.isInteger(retainVersions) && retainVersions >= 1)) {
    const message = `The number of versions to keep is ${retainVersions}, but the current one is always kept: write a whole number from 1, or leave it out to keep all.`;
    problems.push(error("InvalidRetention", ["retainVersions"], message));
  }
  if (versionPolicy === "in_place" && immutableVersions === true) {
    const message =
      'The version policy "in_place" puts a new version in the place of the one there is, but versions are said to be immutable. Leave one of the two out.';
    problems.push(error("ImmutableInPlace", ["versionPolicy"], message));
  }
  return problems;
}
