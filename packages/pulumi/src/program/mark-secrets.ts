import * as pulumi from "@pulumi/pulumi";

/**
 * The same arguments with the values at `paths` made secrets. Lists on the way are passed through.
 * A promise or an output on the way becomes a secret as a whole, since what it will hold cannot be seen yet.
 */
export function markSecrets(args: unknown, paths: readonly string[]): unknown {
  return paths.reduce((marked, path) => markAt(marked, path.split(".")), args);
}

function markAt(value: unknown, path: readonly string[]): unknown {
  if (value === undefined || value === null) return value;
  const [name, ...rest] = path;
  if (name === undefined || pulumi.Output.isInstance(value) || value instanceof Promise) return pulumi.secret(value);
  if (Array.isArray(value)) return value.map((item) => markAt(item, path));
  if (typeof value !== "object" || !(name in value)) return value;
  return { ...value, [name]: markAt((value as Record<string, unknown>)[name], rest) };
}
