import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const PLANS = path.resolve(__dirname, "plans");

/** A plan in the format of `terraform show -json`, by name. */
export function readPlan(name: string): unknown {
  return JSON.parse(readSample(`${name}.plan.json`));
}

/** What an engine wrote, by the file's name. */
export function readSample(file: string): string {
  return readFileSync(path.join(PLANS, file), "utf8");
}

/** What a rendering should be, from the file beside the plan. `UPDATE_GOLDEN=1` writes it anew, to be read before it is committed. */
export function golden(file: string, actual: string): string {
  const target = path.join(PLANS, file);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(target, actual);
  return existsSync(target) ? readFileSync(target, "utf8") : "";
}
