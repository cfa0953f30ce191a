import { existsSync } from "node:fs";
import type { ReviewConfig } from "@palette-profiles/review";
import { UserError } from "../failure";
import { readText } from "./read-inputs";

const DEFAULT = "palette-review.yaml";

/** The configuration that is named, or `palette-review.yaml` of the folder, where there is one. */
export async function loadConfig(named: string | undefined): Promise<ReviewConfig> {
  const { readConfig, ReviewConfigError } = await import("@palette-profiles/review");
  const file = named ?? DEFAULT;
  const text = named !== undefined || existsSync(file) ? readText(file) : "";
  try {
    return readConfig(text, file);
  } catch (error) {
    if (error instanceof ReviewConfigError) throw new UserError(error.message);
    throw error;
  }
}
