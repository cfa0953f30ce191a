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
