// Writes docs/review/risks from the rules' own texts; after `npx tsc -b packages/review`. With --check it writes nothing, and fails
// where a page is not what it would write.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(here, "../../../docs/review/risks");
const { riskPages } = createRequire(import.meta.url)("../dist/risks/risk-pages.js");

const pages = riskPages();
mkdirSync(folder, { recursive: true });
const stale = Object.entries(pages).filter(([file, text]) => {
  const target = path.join(folder, file);
  return !existsSync(target) || readFileSync(target, "utf8") !== text;
});
const left = readdirSync(folder).filter((file) => !(file in pages));

if (process.argv.includes("--check")) {
  for (const file of [...stale.map(([name]) => name), ...left])
    console.error(`docs/review/risks/${file} is not current.`);
  process.exitCode = stale.length + left.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(path.join(folder, file), text);
  for (const file of left) rmSync(path.join(folder, file));
}
