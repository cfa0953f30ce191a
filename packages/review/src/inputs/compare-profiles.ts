import { diffProfiles, type ProfileModel, sameVersion, type VariableModel } from "@palette-profiles/profiles";
import type { Impact, ReviewInput } from "../model";
import { comparableBase } from "./drift";
import type { LoneProfile } from "./exported-profile";

/**
 * Compares two profiles: two exports, or an export and what Palette has. Whom the change reaches is told where one of them says so. Another
 * version counts as a new one, since Palette keeps versions side by side.
 *
 * @param before undefined for a profile that is new; `after` likewise for one that goes
 */
export function compareProfiles(before: LoneProfile | undefined, after: LoneProfile | undefined): ReviewInput {
  const some = after ?? before;
  if (some === undefined) return { resources: [] };
  const [left, right] = comparable(before?.profile, after?.profile);
  const reach = before?.reach ?? after?.reach;
  return {
    resources: [
      {
        address: some.profile.name,
        type: "cluster profile",
        kind: some.profile.type === "system" ? "system" : "cluster",
        impact: impactOf(left, right),
        ...(left === undefined ? {} : { before: left }),
        ...(right === undefined ? {} : { after: right }),
        ...(reach === undefined ? {} : { reach }),
      },
    ],
  };
}

function impactOf(before: ProfileModel | undefined, after: ProfileModel | undefined): Impact {
  if (before === undefined) return "create";
  if (after === undefined) return "destroy";
  const { changes, formattingOnly } = diffProfiles(before, after);
  if (changes.length + formattingOnly.length === 0) return "no-op";
  return sameVersion(before.version ?? "1.0.0", after.version ?? "1.0.0") ? "update" : "new-version";
}

/** Both in the same words: an export tells neither scope nor project, leaves defaults out, and knows a registry by name. */
function comparable(
  before: ProfileModel | undefined,
  after: ProfileModel | undefined,
): [ProfileModel | undefined, ProfileModel | undefined] {
  if (before === undefined || after === undefined) return [before, after];
  const scopes = before.context === undefined || after.context === undefined;
  const plain = (profile: ProfileModel): ProfileModel => ({
    ...profile,
    version: profile.version ?? "1.0.0",
    ...(scopes ? { context: undefined } : {}),
    variables: profile.variables.map(withDefaults),
  });
  const [left, right] = [plain(before), plain(after)];
  // What one side masks cannot be held against the other.
  return [comparableBase(left, right), comparableBase(right, left)] as [ProfileModel, ProfileModel];
}

function withDefaults(variable: VariableModel): VariableModel {
  return { ...variable, format: variable.format ?? "string", inputType: variable.inputType ?? "text" };
}
