import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

test("The generated classes are what the provider's schema gives", () => {
  const script = resolve(__dirname, "../scripts/generate-l1.mjs");
  const run = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect(run).toMatchObject({ status: 0, stdout: "", stderr: "" });
});
