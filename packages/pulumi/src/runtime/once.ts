import type { Warn } from "./engine-log";

/** Says each warning of a resource once, though a replacement is planned twice. */
export function once(warn: Warn): Warn {
  const said = new Set<string>();
  return async (message, urn) => {
    const key = `${urn} ${message}`;
    if (said.has(key)) return;
    said.add(key);
    await warn(message, urn);
  };
}
