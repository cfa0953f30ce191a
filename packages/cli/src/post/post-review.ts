import { appendFileSync } from "node:fs";
import type { CiEnvironment, Forge, ForgeTarget } from "./forge";
import { githubTarget } from "./github";
import { gitlabTarget } from "./gitlab";
import { ForgeError } from "./http";

/** The forges that a review can be posted to, and how each is found from what CI sets. */
export const FORGES: Readonly<Record<"github" | "gitlab", (environment: CiEnvironment) => ForgeTarget>> = {
  github: githubTarget,
  gitlab: gitlabTarget,
};
export type ForgeName = keyof typeof FORGES;

export interface PostedReview {
  /** Markdown that begins with the marker's comment. */
  markdown: string;
  marker: string;
  /** Whether there is something to tell: without it no comment is made, though one that is there says so. */
  isNews: boolean;
}

/**
 * Writes the review as one comment, which each later run edits in place. Where the forge does not let it, the review goes into the job's
 * summary on GitHub, and the sentence that is returned says why.
 * @returns what was done, for the log
 * @throws ForgeError where the forge fails in another way; the review is in the summary then, too
 */
export async function postReview(name: ForgeName, review: PostedReview, environment: CiEnvironment): Promise<string> {
  const target = FORGES[name](environment);
  if ("refusal" in target) return summarize(review, environment, target.refusal);
  const { forge, commit } = target;
  try {
    return (
      (await writeComment(forge, review, commit)) ??
      summarize(review, environment, "the pull request has newer commits")
    );
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    if ([401, 403, 404].includes(error.status ?? 0)) {
      return summarize(review, environment, `the token may not do that (${error.message}): ${forge.permission}`);
    }
    summarize(review, environment, error.message);
    throw error;
  }
}

/** Undefined where the review is of an older commit than the pull request is at. */
async function writeComment(
  forge: Forge,
  { markdown, marker, isNews }: PostedReview,
  commit: string | undefined,
): Promise<string | undefined> {
  const own = (await forge.comments()).filter(({ isOwn, body }) => isOwn && body.startsWith(`<!-- ${marker} -->`));
  const [kept, ...more] = own;
  // As late as can be: a newer run may have begun meanwhile.
  if (commit !== undefined && (await forge.head()) !== commit) return undefined;
  if (kept === undefined) {
    if (!isNews) return `Nothing changes, and ${forge.name} has no review to correct.`;
    await forge.create(markdown);
    return `The review is a new comment on ${forge.name}.`;
  }
  if (kept.body !== markdown) await forge.update(kept.id, markdown);
  // Two runs at once may each have made one.
  for (const { id } of more) await removed(forge, id);
  return `The review's comment on ${forge.name} is up to date.`;
}

/** Another run may have removed it meanwhile. */
async function removed(forge: Forge, id: string): Promise<void> {
  try {
    await forge.remove(id);
  } catch (error) {
    if (!(error instanceof ForgeError && error.status === 404)) throw error;
  }
}

/** A summary on GitHub takes 1,024 KiB, and a review that fits a comment is far below. */
function summarize({ markdown }: PostedReview, { GITHUB_STEP_SUMMARY }: CiEnvironment, why: string): string {
  if (!GITHUB_STEP_SUMMARY) return `The review is not posted: ${why}.`;
  appendFileSync(GITHUB_STEP_SUMMARY, `${markdown}\n`);
  return `The review is in the job's summary and not posted: ${why}.`;
}
