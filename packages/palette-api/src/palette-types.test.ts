import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const packageDir = resolve(__dirname, "..");

test("the checked-in types are those the API description gives", () => {
  const run = spawnSync(process.execPath, ["scripts/generate-types.mjs", "--check"], {
    cwd: packageDir,
    encoding: "utf8",
  });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
});

test("the generator says where it looked when the API description is missing", () => {
  const run = spawnSync(process.execPath, ["scripts/generate-types.mjs", "--check"], {
    cwd: packageDir,
    encoding: "utf8",
    env: { ...process.env, PALETTE_OPENAPI: "/nowhere/palette.json" },
  });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain("/nowhere/palette.json");
});
