#!/usr/bin/env node
// What `tsc -b` made of packages/cdktf/src with the types of cdktn still asks for "cdktf"; this makes it ask for "cdktn".
// Run after each build; does nothing the second time.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const dist = resolve(import.meta.dirname, "../dist");
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|d\.ts)$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const text = readFileSync(file, "utf8");
  const renamed = text.replace(/(\brequire\(|\bfrom |\bimport\()(["'])cdktf\2/g, "$1$2cdktn$2");
  if (renamed !== text) writeFileSync(file, renamed);
}
