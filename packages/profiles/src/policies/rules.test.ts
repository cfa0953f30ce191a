import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "./rules";

test("the guide tells every rule, with its level and its options", () => {
  const guide = readFileSync(join(__dirname, "../../../../docs/pulumi/policies.md"), "utf8");
  const rows = guide.split("\n").flatMap((line) => {
    const [, code, level, , , , options = ""] = line.split("|").map((cell) => cell.trim());
    return code?.startsWith("`palette-") ? [[code.slice(1, -1), level, options] as const] : [];
  });
  expect(rows.map(([code, level]) => [code, level])).toEqual(
    Object.entries(rules).map(([code, { level }]) => [code, level]),
  );
  for (const [code, , options] of rows) {
    for (const option of Object.keys(rules[code as keyof typeof rules].schema))
      expect(options).toContain(`\`${option}`);
  }
});
