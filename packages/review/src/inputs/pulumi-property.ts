import { isJsonObject, textOf } from "./json";
import type { MarkedObject } from "./marked-object";

/** Stands for a value that a preview does not know yet. Source: `computedValuePlaceholder`, pkg/resource/stack of Pulumi. */
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** The key that says of an object what else it is, and its value for a secret. Source: sdk/go/common/resource/sig of Pulumi. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
/** What `pulumi preview --json` writes in place of a secret. */
const SECRET_TEXT = "[secret]";

/** A property with what Pulumi says of it. */
export type Property = Omit<MarkedObject, "value"> & { value: unknown };

/** How keys are named, and which maps have keys of the user's. */
export interface Naming {
  keyOf: (key: string) => string;
  isUsers: (key: string) => boolean;
}

/**
 * Reads a property as Pulumi writes it into previews.
 * @param hidden is told the path of each secret that is not shown, `packs[0].values`, and answers what stands for it
 */
export function readProperty(it: unknown, naming: Naming, path: string, hidden: (path: string) => string): Property {
  if (it === UNKNOWN_TEXT) return { value: null, unknown: true, sensitive: undefined };
  if (it === SECRET_TEXT) return { value: hidden(path), unknown: undefined, sensitive: true };
  if (Array.isArray(it)) {
    const items = it.map((item, index) => readProperty(item, naming, `${path}[${index}]`, hidden));
    return {
      value: items.map(({ value }) => value),
      unknown: items.map(({ unknown }) => unknown),
      sensitive: items.map(({ sensitive }) => sensitive),
    };
  }
  if (!isJsonObject(it)) return { value: it, unknown: undefined, sensitive: undefined };
  if (it[SIGNATURE] === SECRET) return { ...shown(it.plaintext, naming, path, hidden), sensitive: true };
  const entries = Object.entries(it).flatMap(([key, value]) => {
    // Pulumi's own, such as the provider's code.
    if (key.startsWith("__")) return [];
    const within = naming.isUsers(key) ? { ...naming, keyOf: (name: string) => name } : naming;
    return [[naming.keyOf(key), readProperty(value, within, path === "" ? key : `${path}.${key}`, hidden)] as const];
  });
  const all = (part: keyof Property) => Object.fromEntries(entries.map(([key, property]) => [key, property[part]]));
  return { value: all("value"), unknown: all("unknown"), sensitive: all("sensitive") };
}

/** A secret's text is JSON, where somebody asked for it. */
function shown(plaintext: unknown, naming: Naming, path: string, hidden: (path: string) => string): Property {
  const text = textOf(plaintext);
  if (text === undefined) return { value: hidden(path), unknown: undefined, sensitive: true };
  try {
    return readProperty(JSON.parse(text), naming, path, hidden);
  } catch {
    return { value: hidden(path), unknown: undefined, sensitive: true };
  }
}
