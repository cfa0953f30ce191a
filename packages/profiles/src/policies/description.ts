import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";

/** A profile says what it is for: whoever picks one for a cluster sees the description beside the name. */
export function requireDescription({ description }: ProfileProperties): Finding[] {
  if (typeof description === "symbol" || (typeof description === "string" && description.trim() !== "")) return [];
  return [
    {
      code: "palette-description",
      path: "description",
      message: "The profile has no description.",
      fix: "Say in a sentence what it is for and who keeps it.",
    },
  ];
}
