import { isMap, isScalar, isSeq } from "yaml";
import { isPlainText } from "./compose";
import { isNull, keyText } from "./rewrite-node";
import { plainKind } from "./scalar";
import { showTemplates } from "./templates";

/** Equal exactly where two nodes without aliases mean the same to every reader. */
export function nodeMeaning(node: unknown): string {
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => `${JSON.stringify(keyText(key))}:${nodeMeaning(value)}`);
    return `${node.tag ?? ""}{${entries.sort().join(",")}}`;
  }
  if (isSeq(node)) return `${node.tag ?? ""}[${node.items.map(nodeMeaning).join(",")}]`;
  if (isNull(node) || !isScalar(node)) return "null";
  const text = String(node.value);
  // An unquoted template may become a number, a quoted one stays text: it keeps its hidden spelling here.
  if (node.tag !== undefined || !isPlainText(node)) return `${node.tag ?? ""}${JSON.stringify(text)}`;
  const kind = plainKind(showTemplates(text));
  if (kind === "true" || kind === "false") return kind;
  return kind === "string" ? JSON.stringify(text) : `=${text}`;
}
