import type { ReviewInput } from "../model";
import { compareConfigs } from "./cdktf";
import { compareProfiles } from "./compare-profiles";
import type { DetectedInput } from "./detect-input";

/**
 * Compares two inputs of one form: two configurations, or two profiles. One that is undefined is not there.
 * @throws Error where they have nothing to compare
 */
export function compareInputs(before: DetectedInput | undefined, after: DetectedInput | undefined): ReviewInput {
  const forms = [before, after].map((it) => it?.form);
  if (forms.every((form) => form === undefined || form === "configuration")) {
    const [left, right] = [before, after].map((it) => (it?.form === "configuration" ? it.configuration : undefined));
    return compareConfigs(left, right);
  }
  if (forms.every((form) => form === undefined || form === "profile")) {
    const [left, right] = [before, after].map((it) => (it?.form === "profile" ? it.profile : undefined));
    return compareProfiles(left, right);
  }
  const [one, other] = forms.map((form) => (form === undefined ? "nothing" : WORDS[form]));
  throw new Error(
    `the first is ${one} and the second ${other}: give two profiles, or two configurations; a plan is reviewed on its own`,
  );
}

const WORDS = { changes: "a plan", configuration: "a configuration", profile: "a profile" } as const;
