import type { ParsedYaml } from "./parse";

const PRESET_LINE = /^[^\S\n]*#[^\S\n]*spectrocloud\.com\/enabled-presets:([^\n]*)$/gm;

/**
 * The presets that a layer's values name in Palette's comment, sorted and without repeats:
 * `# spectrocloud.com/enabled-presets: Group:preset,Group2:preset2`. Palette keeps the choice of presets nowhere else,
 * so this one comment is meaning. A line of the same text inside a block scalar is not a comment.
 *
 * @param parsed gives the positions of scalars, where the caller has parsed the text already
 */
export function presetsIn(text: string, parsed: () => ParsedYaml): string[] {
  if (!text.includes("spectrocloud.com/enabled-presets:")) return [];
  const found = new Set<string>();
  for (const { names } of presetLines(text, (offset) => parsed().isContent(offset))) {
    for (const preset of names.split(",")) if (preset.trim() !== "") found.add(preset.trim());
  }
  return [...found].sort();
}

/** Palette's comments in a text: where each line starts, the line, and what stands behind the colon. */
export function presetLines(
  text: string,
  isContent: (offset: number) => boolean,
): { start: number; line: string; names: string }[] {
  return [...text.matchAll(PRESET_LINE)]
    .map((match) => ({ start: match.index, line: match[0], names: match[1]! }))
    .filter(({ start, line }) => isLeading(text.slice(0, start)) || !isContent(start + line.indexOf("#")));
}

/** Nothing but comments, blank lines and document markers come before. */
function isLeading(before: string): boolean {
  return before.split("\n").every((line) => /^\s*(?:#.*|---.*)?$/.test(line));
}
