import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The program that these tests start: `terraform`, or what PALETTE_TERRAFORM names, a path or a command on the PATH. */
export const TERRAFORM = process.env.PALETTE_TERRAFORM ?? "terraform";

export const isOpenTofu =
  TERRAFORM !== "terraform" && /^OpenTofu/m.test(spawnSync(TERRAFORM, ["version"], { encoding: "utf8" }).stdout);

/** The same program, and OpenTofu where it is on the PATH. */
export function binaries(): string[] {
  const tofu = spawnSync("tofu", ["version"]).status === 0 ? ["tofu"] : [];
  return [...new Set([TERRAFORM, ...tofu])];
}

/** A PATH on which `terraform` is the program under test, for what starts it by that name. Links lie in `folder`. */
export function pathWithTerraform(folder: string): string {
  const path = process.env.PATH ?? "";
  if (TERRAFORM === "terraform") return path;
  const found = execFileSync("sh", ["-c", `command -v "${TERRAFORM}"`], { encoding: "utf8" }).trim();
  const links = join(folder, "bin");
  mkdirSync(links, { recursive: true });
  symlinkSync(found, join(links, "terraform"));
  return [links, path].join(delimiter);
}
