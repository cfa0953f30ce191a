import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

test("The API reference is what the sources say", () => {
  const script = resolve(__dirname, "../../packages/cdktf/scripts/generate-api-docs.mjs");
  const run = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect(run).toMatchObject({ status: 0, stdout: "", stderr: "" });
}, 30_000);
