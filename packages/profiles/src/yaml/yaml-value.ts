import { parse } from "yaml";

/** The value of a YAML text as {@link yamlText} writes it. @throws where the text does not parse. */
export function yamlValue(text: string): unknown {
  return parse(text, { version: "1.1" });
}
