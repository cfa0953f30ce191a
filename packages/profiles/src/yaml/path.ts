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

/** A document of a stream, and what is inside it: `Deployment default/web > spec.replicas`. */
export function documentPath(document: string): string {
  return `${document} > `;
}

/** A step of a path. */
export type PathStep = { key: string } | { index: number } | { field: string; mark: string } | { document: string };

const STEP = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\[([^\]=]+)=("(?:[^"\\]|\\.)*"|[^\]]*)\]|\.?([^.[\]]+)/gy;

/** The steps of a path as the functions above write it. */
export function pathSteps(path: string): PathStep[] {
  const steps: PathStep[] = [];
  // A quoted key may hold the same characters, a document's name holds no quotes.
  const separator = path.indexOf(" > ");
  const quote = path.indexOf('"');
  const split = quote !== -1 && quote < separator ? -1 : separator;
  if (split !== -1) steps.push({ document: path.slice(0, split) });
  for (const [, index, quoted, field, mark, key] of path.slice(split === -1 ? 0 : split + 3).matchAll(STEP)) {
    if (index !== undefined) steps.push({ index: Number(index) });
    else if (quoted !== undefined) steps.push({ key: JSON.parse(quoted) as string });
    else if (field !== undefined)
      steps.push({ field, mark: mark!.startsWith('"') ? (JSON.parse(mark!) as string) : mark! });
    else steps.push({ key: key! });
  }
  return steps;
}
