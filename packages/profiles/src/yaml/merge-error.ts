import { showTemplates } from "./templates";

/** Defaults or overrides that cannot be laid over each other. */
export class YamlMergeError extends Error {
  override readonly name = "YamlMergeError";

  constructor(
    readonly side: "defaults" | "overrides",
    message: string,
  ) {
    super(message);
  }
}

/** What fails while a side is read is that side's fault. */
export function guarded<T>(side: YamlMergeError["side"], act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new YamlMergeError(side, showTemplates((error as Error).message));
  }
}
