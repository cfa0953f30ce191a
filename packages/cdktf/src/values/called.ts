import { Token } from "cdktf";

/** For errors: `project "Payments"`, or `project` alone where a token stands for the name. */
export function called(what: string, name: string | undefined): string {
  return Token.isUnresolved(name) ? what : `${what} "${name}"`;
}
