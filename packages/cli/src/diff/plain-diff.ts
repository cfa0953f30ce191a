import { spawnSync } from "node:child_process";

/** Two files line by line, as git tells them, under the name that the user knows. `/dev/null` is a file that is not there. */
export function plainDiff(name: string, before: string, after: string, color: boolean): string {
  const words = ["diff", "--no-index", "--no-ext-diff", `--color=${color ? "always" : "never"}`, "--", before, after];
  const { stdout = "" } = spawnSync("git", words, { encoding: "utf8", maxBuffer: 1 << 30 });
  const [head = "", ...hunks] = stdout.split(/^(?=\S*@@ )/m);
  // Files that git has put aside for the comparison mean nothing to the reader.
  const aside = [before, after].flatMap((file) =>
    ["a", "b"].map((side) => [side, `${side}/${file.replace(/^\//, "")}`]),
  );
  return [aside.reduce((text, [side, path]) => text.replaceAll(path!, `${side}/${name}`), head), ...hunks].join("");
}
