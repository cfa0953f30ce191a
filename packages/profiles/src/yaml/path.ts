const BARE_KEY = /^[^\s.[\]"'>=]+$/;
const BARE_MARK = /^[\w./:@-]+$/;

/** A key behind a path: `server.replicas`, `annotations["a.b/c"]`. */
export function keyPath(parent: string, key: string): string {
  if (!BARE_KEY.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" || parent.endsWith(" > ") ? `${parent}${key}` : `${parent}.${key}`;
}

/** A list entry by its place, from 0 as in any YAML path: `args[2]`. */
export function indexPath(parent: string, index: number): string {
  return `${parent}[${index}]`;
}

/** A list entry by the field that tells it apart: `env[name=FOO]`. */
export function markPath(parent: string, field: string, mark: string): string {
  return `${parent}[${field}=${BARE_MARK.test(mark) ? mark : JSON.stringify(mark)}]`;
}

/** What is inside a document of a stream, `Deployment default/web > spec.replicas`, or inside a text, `data["a.yaml"] > b`. */
export function documentPath(document: string): string {
  return `${document} > `;
}

/** A step of a path. */
export type PathStep = { key: string } | { index: number } | { field: string; mark: string } | { document: string };

const STEP = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\[([^\]=]+)=("(?:[^"\\]|\\.)*"|[^\]]*)\]|\.?([^.[\]]+)/gy;

/** The steps of a path as the functions above write it; those inside a text that holds YAML follow those to the text. */
export function pathSteps(path: string): PathStep[] {
  const parts = partsOf(path);
  return parts.flatMap((part, index) =>
    index < parts.length - 1 && isDocument(part) ? [{ document: part }] : stepsOf(part),
  );
}

/** What stands between ` > `, outside of quotes. */
function partsOf(path: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { 0: found, index } of path.matchAll(/"(?:[^"\\]|\\.)*"| > /g)) {
    if (found !== " > ") continue;
    parts.push(path.slice(start, index));
    start = index + found.length;
  }
  return [...parts, path.slice(start)];
}

/** A document's name holds a space, a path only in quotes. */
function isDocument(part: string): boolean {
  return !part.includes('"') && part.includes(" ");
}

function stepsOf(path: string): PathStep[] {
  return [...path.matchAll(STEP)].map(([, index, quoted, field, mark, key]): PathStep => {
    if (index !== undefined) return { index: Number(index) };
    if (quoted !== undefined) return { key: JSON.parse(quoted) as string };
    if (field !== undefined) return { field, mark: mark!.startsWith('"') ? (JSON.parse(mark!) as string) : mark! };
    return { key: key! };
  });
}
