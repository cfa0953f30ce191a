import { isNotFound } from "@palette-profiles/palette-api";

/** What is asked for, or `undefined` where Palette has nothing there. */
export function orGone<T>(ask: Promise<T>): Promise<T | undefined> {
  return ask.catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
}
