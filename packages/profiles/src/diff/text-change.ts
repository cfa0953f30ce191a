import { type CertificateFacts, certificatesOf } from "./certificates";
import { diffLines, type TextHunk } from "./diff-lines";

/** How a long text changed, told by what it is. */
export type TextChange =
  | { kind: "certificates"; before: CertificateFacts[]; after: CertificateFacts[] }
  | { kind: "lines"; hunks: TextHunk[] };

/**
 * How one value of a change became the other, where both are texts of several lines, or certificates; undefined of
 * any other values. It is made from the values and not carried beside them, so that what is masked has none.
 */
export function textChange(before: unknown, after: unknown): TextChange | undefined {
  if (typeof before !== "string" || typeof after !== "string") return undefined;
  const left = certificatesOf(before);
  const right = left && certificatesOf(after);
  if (left && right) return { kind: "certificates", before: left, after: right };
  if (!before.includes("\n") && !after.includes("\n")) return undefined;
  return { kind: "lines", hunks: diffLines(before, after) };
}
