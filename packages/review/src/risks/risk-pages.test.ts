import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { riskPages } from "./risk-pages";

const FOLDER = path.resolve(__dirname, "../../../../docs/review/risks");

test("The pages are current: else run packages/review/scripts/generate-risk-pages.mjs after a build", () => {
  const files = readdirSync(FOLDER);
  const written = Object.fromEntries(files.map((file) => [file, readFileSync(path.join(FOLDER, file), "utf8")]));
  expect(written).toEqual(riskPages());
});
