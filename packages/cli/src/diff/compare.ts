import type { DetectedInput, Review, TextComparison } from "@palette-profiles/review";
import { UserError } from "../failure";
import { loadConfig } from "../review/config-file";
import { newSalt, today } from "../review/of-this-run";
import type { Pair } from "./pairs";
import type { Side } from "./side";

/** What two sides come to: a review of profiles, changes of a text, or nothing but lines, where they are no YAML. */
export type Compared = { review: Review } | { comparison: TextComparison } | { isPlain: true };

const salt = newSalt();

export async function compare({ name, before, after, plain, isPlain }: Pair): Promise<Compared> {
  if (isPlain === true) return { isPlain };
  try {
    return (await reviewOf(before, after)) ?? { comparison: await comparisonOf(before, after) };
  } catch (error) {
    if (plain !== undefined) return { isPlain: true };
    throw new UserError(`${name}: ${(error as Error).message}`);
  }
}

/** The review of two profiles or two configurations; undefined where they are neither. */
async function reviewOf(before: Side | undefined, after: Side | undefined): Promise<Compared | undefined> {
  const sides = [before, after].filter((side) => side !== undefined);
  if (!sides.every(mayBeProfile)) return undefined;
  const { buildReview, compareInputs } = await import("@palette-profiles/review");
  const detected = await Promise.all([before, after].map((side) => side && detect(side)));
  if (sides.length > detected.filter((it) => it !== undefined).length) return undefined;
  const input = compareInputs(detected[0], detected[1]);
  return { review: buildReview(input, { config: await loadConfig(undefined), today: today(), salt }) };
}

/** Quick: long values are not parsed to find that they are no profile. */
function mayBeProfile(side: Side): boolean {
  return "profile" in side || /^\s*\{/.test(side.text) || (/^metadata:/m.test(side.text) && /^spec:/m.test(side.text));
}

/** Undefined where a text is neither a profile nor a configuration, such as a Kubernetes manifest. */
async function detect(side: Side): Promise<DetectedInput | undefined> {
  if ("profile" in side) return { form: "profile", profile: side.profile };
  const { detectInput } = await import("@palette-profiles/review");
  try {
    return detectInput(side.text);
  } catch {
    return undefined;
  }
}

async function comparisonOf(before: Side | undefined, after: Side | undefined): Promise<TextComparison> {
  const { compareTexts } = await import("@palette-profiles/review");
  const { mask, show } = await loadConfig(undefined);
  return compareTexts(textOf(before), textOf(after), { salt, masking: { mask, show } });
}

function textOf(side: Side | undefined): string | undefined {
  if (side === undefined || "text" in side) return side?.text;
  throw new Error("the one side is a profile that Palette has, and the other none: give a file that Palette exported");
}
