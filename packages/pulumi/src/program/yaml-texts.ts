import * as pulumi from "@pulumi/pulumi";
import { profilesPackage } from "../profiles-package";

/**
 * The same arguments with the objects at `paths` written as YAML. Lists on the way are passed through. What is not known
 * yet, or a secret, within an object makes all of its YAML so.
 */
export function yamlTexts(args: unknown, paths: readonly string[]): unknown {
  return paths.reduce((written, path) => writtenAt(written, path.split(".")), args);
}

function writtenAt(value: unknown, path: readonly string[]): unknown {
  if (value === undefined || value === null || typeof value === "string") return value;
  const [name, ...rest] = path;
  // Waits for what is inside too.
  if (name === undefined || pulumi.Output.isInstance(value) || value instanceof Promise) {
    return pulumi.output(value).apply((known) => (name === undefined ? written(known) : writtenAt(known, path)));
  }
  if (Array.isArray(value)) return value.map((item) => writtenAt(item, path));
  if (typeof value !== "object" || !(name in value)) return value;
  return { ...value, [name]: writtenAt((value as Record<string, unknown>)[name], rest) };
}

/** Anything but an object is left to the check of its type. */
function written(value: unknown): unknown {
  return typeof value === "object" && value !== null ? profilesPackage().yamlText(value) : value;
}
