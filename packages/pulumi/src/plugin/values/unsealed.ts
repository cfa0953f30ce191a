import { DiagnosticError, formatPath, isObject, type Path, UNKNOWN } from "@palette-profiles/resource-kit";
import type { Properties } from "../../runtime/wire";
import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWNS } from "../../runtime/wire-marks";
import { UNSUPPORTED } from "./unsupported";

/** Properties without Pulumi's envelopes, and where there was a secret one. */
export interface Unsealed {
  /** What is unknown is the kit's UNKNOWN. */
  properties: Properties;
  secrets: Path[];
}

/**
 * Takes secrets out of their envelopes.
 * @throws {DiagnosticError} `UnsupportedValue` for an asset, an archive or a resource, with the property.
 */
export function unsealed(properties: Properties): Unsealed {
  const secrets: Path[] = [];
  return { properties: plain(properties, [], secrets) as Properties, secrets };
}

function plain(value: unknown, path: Path, secrets: Path[]): unknown {
  if (typeof value === "string") return UNKNOWNS.has(value) ? UNKNOWN : value;
  if (Array.isArray(value)) return value.map((item, index) => plain(item, [...path, index], secrets));
  if (!isObject(value)) return value ?? undefined;
  const signature = value[SIGNATURE_KEY];
  if (signature === SECRET_SIGNATURE) {
    secrets.push(path);
    return plain(value.value, path, secrets);
  }
  if (typeof signature === "string") throw unsupported(signature, path);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, plain(inner, [...path, name], secrets)]),
  );
}

function unsupported(signature: string, path: Path): DiagnosticError {
  return new DiagnosticError({
    code: "UnsupportedValue",
    path,
    summary: `The property is ${UNSUPPORTED[signature] ?? "a value of a kind that is not known here"}`,
    detail: `${formatPath(path)} takes plain values alone. Give text in place of an asset (readFileSync in TypeScript, fn::readFile in YAML), and an output such as uid in place of a resource.`,
  });
}
