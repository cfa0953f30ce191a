import { invalid } from "./errors";

/** A JSON object of which nothing is known yet. */
export type Json = Record<string, unknown>;

function wrongType(path: string, wanted: string, value: unknown): never {
  const found = isAbsent(value) ? "absent" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
  throw invalid("InvalidRequestBody", `${path || "The request body"} must be ${wanted}, not ${found}`);
}

/** Palette's clients send `null` where they mean "absent", so both read as undefined. */
function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

export function readObject(value: unknown, path: string): Json | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) return wrongType(path, "an object", value);
  return value as Json;
}

/** The body of a request that cannot do without one. */
export function readBody(body: unknown): Json {
  return readObject(body, "") ?? wrongType("", "an object", body);
}

export function readList(value: unknown, path: string): unknown[] | undefined {
  if (isAbsent(value)) return undefined;
  return Array.isArray(value) ? value : wrongType(path, "a list", value);
}

export function readString(value: unknown, path: string): string | undefined {
  if (isAbsent(value)) return undefined;
  return typeof value === "string" ? value : wrongType(path, "a string", value);
}

export function readBoolean(value: unknown, path: string): boolean | undefined {
  if (isAbsent(value)) return undefined;
  return typeof value === "boolean" ? value : wrongType(path, "true or false", value);
}

export function readStrings(value: unknown, path: string): string[] | undefined {
  return readList(value, path)?.map((item, index) => readString(item, `${path}[${index}]`) ?? "");
}

export function readStringMap(value: unknown, path: string): Record<string, string> | undefined {
  const object = readObject(value, path);
  if (!object) return undefined;
  const entries = Object.entries(object).map(([key, item]) => [key, readString(item, `${path}.${key}`) ?? ""]);
  return Object.fromEntries(entries) as Record<string, string>;
}

export function readOneOf<const T extends readonly string[]>(
  value: unknown,
  path: string,
  allowed: T,
): T[number] | undefined {
  const text = readString(value, path);
  if (text === undefined || text === "") return undefined;
  if (!allowed.includes(text)) {
    throw invalid("InvalidRequestBody", `${path} must be one of ${allowed.join(", ")}, not "${text}"`);
  }
  return text;
}

/** A map whose keys are all known. */
export function readMap(value: unknown, path: string, keys: readonly string[]): Json {
  const map = readObject(value, path) ?? {};
  const unknown = Object.keys(map).find((key) => !keys.includes(key));
  if (unknown === undefined) return map;
  throw invalid(
    "InvalidRequestBody",
    `${path || "The request body"} has the unknown key ${JSON.stringify(unknown)}; there are ${keys.join(", ")}`,
  );
}

export function readText(value: unknown, path: string): string {
  const text = readString(value, path)?.trim() ?? "";
  if (text === "") throw invalid("InvalidRequestBody", `${path} must be a text that is not empty`);
  return text;
}
