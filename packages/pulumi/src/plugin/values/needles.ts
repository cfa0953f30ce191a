import { isObject } from "@palette-profiles/resource-kit";

/** Shorter ones stand in many texts by chance. */
const SHORTEST = 4;
const COMMON = new Set(["true", "false", "null", "none"]);

/** The texts by which a secret would be known again: itself and, since it may be YAML, the values in its lines. */
export function needlesIn(value: unknown): string[] {
  if (typeof value === "string") {
    return [value, ...value.split("\n").flatMap((line) => [line, line.replace(/^[\s-]*[^\s:]+:\s+/, "")])]
      .map((text) => text.replace(/^[\s"'-]+|[\s"']+$/g, ""))
      .filter((text) => text.length >= SHORTEST && !COMMON.has(text.toLowerCase()) && !text.endsWith(":"));
  }
  if (typeof value === "number") return needlesIn(String(value));
  if (Array.isArray(value)) return value.flatMap(needlesIn);
  return isObject(value) ? Object.values(value).flatMap(needlesIn) : [];
}

/** True where the value holds one of them. */
export function hides(needles: readonly string[], value: unknown): boolean {
  if (typeof value === "string") return needles.some((needle) => value.includes(needle));
  if (Array.isArray(value)) return value.some((item) => hides(needles, item));
  return isObject(value) && Object.values(value).some((inner) => hides(needles, inner));
}

/** A text for people, without secrets. */
export function redacted(needles: readonly string[], text: string): string {
  const longestFirst = [...needles].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((told, needle) => told.replaceAll(needle, "[secret]"), text);
}
