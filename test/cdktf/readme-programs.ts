import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The programs of the package's README in a section, in order; without one, those before the first. */
export function readmePrograms(section?: string): string[] {
  const readme = readFileSync(resolve(__dirname, "../../packages/cdktf/README.md"), "utf8");
  const [head = "", ...sections] = readme.split(/^## /m);
  const text = section === undefined ? head : sections.find((each) => each.startsWith(`${section}\n`));
  if (text === undefined) throw new Error(`The README has no section "${section}"`);
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
}
