import { packageSchema } from "./package-schema";

/** The package schema as the file `schema.json` of this package holds it. */
export function schemaText(): string {
  return `${JSON.stringify(packageSchema(), null, 2)}\n`;
}
