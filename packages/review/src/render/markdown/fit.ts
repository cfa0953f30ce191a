import { count } from "../value";

/** A piece of a text that is shown whole or not at all. */
export interface Part {
  text: string;
  /** What it is called where it is left out. */
  kind: "risk" | "section" | "ignored risk" | "note";
  /** Changes in it. */
  changes?: number;
  /** How many of its kind it tells; 1 by default. */
  of?: number;
}

/** As many parts as have room, in their order, and those that are left. */
export function fit(parts: readonly Part[], room: number): { text: string; left: Part[] } {
  const left: Part[] = [];
  const texts: string[] = [];
  let free = room;
  for (const part of parts) {
    if (part.text.length > free) left.push(part);
    else {
      texts.push(part.text);
      free -= part.text.length;
    }
  }
  return { text: texts.join(""), left };
}

/** What is left out: `3 risks and 2 sections with 40 changes`. */
export function leftOutText(left: readonly Part[]): string {
  const sum = (kind: Part["kind"]) =>
    left.reduce((total, part) => total + (part.kind === kind ? (part.of ?? 1) : 0), 0);
  const changes = left.reduce((total, part) => total + (part.changes ?? 0), 0);
  const words = (["risk", "section", "ignored risk", "note"] as const).flatMap((kind) => {
    if (sum(kind) === 0) return [];
    return [`${count(sum(kind), kind)}${kind === "section" && changes > 0 ? ` with ${count(changes, "change")}` : ""}`];
  });
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? "");
}
