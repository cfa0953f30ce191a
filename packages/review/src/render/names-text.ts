import { cut } from "./cut";

/** Characters of a name that are told. */
const NAME = 120;

/** Names in a row, as many as have room, and how many more there are: `a, b and 3 more`. At least one is told. */
export function namesText(names: readonly string[], room: number): string {
  let [text, told] = [cut(names[0] ?? "", NAME), 1];
  for (; told < names.length; told++) {
    const longer = `${text}, ${cut(names[told]!, NAME)}`;
    if (longer.length > room) break;
    text = longer;
  }
  return told < names.length ? `${text} and ${names.length - told} more` : text;
}
