import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * What the README of an example runs through npm, in order, as the words for `cdktf`: `npm run diff -- prod` is
 * `["diff", "prod"]`. All of them start the embedded server, which tests have already.
 */
export function readmeCommands(example: string): string[][] {
  const folder = resolve(__dirname, "../../examples", example);
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const blocks = readFileSync(join(folder, "README.md"), "utf8").matchAll(/```sh\n(.*?)```/gs);
  const lines = [...blocks].flatMap(([, block = ""]) => block.split("\n"));
  return lines.flatMap((line) => {
    const [, name = "", words = ""] = /^npm run (\w+)(?: -- ([^#]*))?/.exec(line) ?? [];
    if (name === "") return [];
    const [, command] = /^palette-profiles run (?:--seed \S+ )?-- cdktf (.*)$/.exec(scripts[name] ?? "") ?? [];
    if (command === undefined) throw new Error(`"${line}" of ${example}/README.md runs no cdktf against the server`);
    return [`${command} ${words}`.trim().split(" ")];
  });
}
