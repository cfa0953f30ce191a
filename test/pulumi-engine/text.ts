import type { EngineDiagnostic, OperationResult, PropertyChange, Step } from "./types";

const SIGNS: Record<Step["op"], string> = {
  same: " ",
  create: "+",
  update: "~",
  replace: "±",
  delete: "-",
  read: ">",
  import: "=",
  refresh: "~",
  gone: "-",
};
const DONE: Record<Step["op"], string> = {
  same: "unchanged",
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  read: "read",
  import: "imported",
  refresh: "differs from the state",
  gone: "is gone",
};
const PLANNED: Partial<Record<Step["op"], string>> = {
  create: "create",
  update: "update",
  replace: "replace",
  delete: "delete",
  import: "import",
};

/** One line for a step, and below it one for each property that differs. */
export function stepText(step: Step, dryRun: boolean): string {
  const word = (dryRun ? PLANNED[step.op] : undefined) ?? DONE[step.op];
  const type = step.type.split(":").at(-1);
  const changes = step.op === "update" || step.op === "replace" || step.op === "refresh" ? step.diff : [];
  return [`  ${SIGNS[step.op]} ${type} ${step.name}: ${word}`, ...changes.flatMap(changeLines)].join("\n");
}

export function diagnosticText({ severity, message, urn }: EngineDiagnostic): string {
  const name = urn?.split("::").at(-1);
  return `  ${severity}: ${name === undefined ? "" : `${name}: `}${message}`;
}

/** `2 created, 1 unchanged` */
export function summaryText(result: OperationResult, dryRun: boolean): string {
  const counts = new Map<string, number>();
  for (const { op } of result.steps) {
    const word = dryRun ? (PLANNED[op] === undefined ? DONE[op] : `to ${PLANNED[op]}`) : DONE[op];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(", ") || "nothing to do";
}

function changeLines({ path, kind, before, after }: PropertyChange): string[] {
  if (typeof before === "string" && typeof after === "string" && `${before}${after}`.includes("\n")) {
    return [`      ${path}:`, ...lineDiff(before, after).map((line) => `        ${line}`)];
  }
  if (kind === "add") return [`      ${path}: + ${brief(after)}`];
  if (kind === "delete") return [`      ${path}: - ${brief(before)}`];
  return [`      ${path}: ${brief(before)} -> ${brief(after)}`];
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The lines that went and came, without those that both texts begin and end with. */
function lineDiff(before: string, after: string): string[] {
  const [olds, news] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < olds.length && start < news.length && olds[start] === news[start]) start++;
  let end = 0;
  while (end < olds.length - start && end < news.length - start && olds.at(-1 - end) === news.at(-1 - end)) end++;
  return [
    ...olds.slice(start, olds.length - end).map((line) => `- ${line}`),
    ...news.slice(start, news.length - end).map((line) => `+ ${line}`),
  ];
}
