import { createHash } from "node:crypto";
import { BoundedCache } from "../bounded-cache";
import { type ParsedYaml, parseYaml } from "./parse";
import { presetsIn } from "./presets";
import { normalizeText } from "./text";

/** A text by meaning. `digest` is missing when the text does not parse. */
export interface YamlReading {
  digest?: string;
  presets: string[];
}

/** Readings are small whatever the text's size, so some thousand of them may stay. */
const readings = new BoundedCache<string, YamlReading>(8192);

/** Parses a text once and remembers what it means, by the hash of the text. */
export function readYaml(text: string): YamlReading {
  const key = createHash("sha256").update(text).digest("base64");
  return readings.get(key, () => {
    const normal = normalizeText(text);
    return meaningOf(normal, parseYaml(normal));
  });
}

/** The meaning of a normalised text that is parsed already. */
export function meaningOf(text: string, parsed: ParsedYaml): YamlReading {
  const presets = presetsIn(text, () => parsed);
  if (parsed.errors.length > 0) return { presets };
  return { digest: parsed.documents.map((tree) => `${tree.digest.length}:${tree.digest}`).join(""), presets };
}
