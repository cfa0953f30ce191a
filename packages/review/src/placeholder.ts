/** What stands in a profile for a secret that an engine does not show: YAML reads both as plain texts. */
export const HIDDEN = "(secret)";
export const HIDDEN_AND_CHANGED = "(another secret)";

/** What Palette shows in place of a sensitive variable's default. */
const PALETTES = /^\*+$/;

/** Whether a text is Palette's mask, which can be held against nothing. */
export function isPalettesMask(value: unknown): boolean {
  return typeof value === "string" && PALETTES.test(value);
}

/** Whether a value only stands for one that nobody told: two of them say nothing of each other. */
export function isPlaceholder(value: unknown): boolean {
  return value === HIDDEN || value === HIDDEN_AND_CHANGED || isPalettesMask(value);
}
