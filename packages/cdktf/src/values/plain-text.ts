import { Token } from "cdktf";

/** The text of a number, a truth value or a text. Terraform makes one of whatever a token turns out to be. */
export function plainText(value: unknown): string {
  return Token.isUnresolved(value) ? Token.asString(value) : String(value);
}
