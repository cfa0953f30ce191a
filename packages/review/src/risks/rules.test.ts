import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { SEVERITIES } from "../model";
import { contextOf } from "./example";
import { RISK_RULES } from "./rules";
import { setRiskRules } from "./set-rules";

const FOLDER = path.join(__dirname, "rules");

test("No two rules have the same id, and each file of a rule is in the list", () => {
  const ids = RISK_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  expect(files.map((file) => path.basename(file, ".ts")).sort()).toEqual([...ids].sort());
});

describe.each(RISK_RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("It has an id in small letters, a severity, texts that are sentences, and a test beside it", () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(SEVERITIES).toContain(rule.severity);
    expect(rule.title).toMatch(/^\S.*[^.]$/);
    const options = Object.values(rule.options ?? {}).map(({ about }) => about);
    for (const text of [rule.about, rule.why, rule.fix, ...options]) expect(text).toMatch(/^[A-Z`].*\.$/s);
    for (const source of rule.sources ?? []) expect(source).toMatch(/^https:\/\//);
    expect(existsSync(path.join(FOLDER, `${id}.test.ts`))).toBe(true);
  });

  test("It finds something in its example, in sentences", () => {
    const found = setRiskRules([rule]).flatMap((set) => rule.find(contextOf(rule.example), set.options));
    expect(found).not.toEqual([]);
    for (const { message } of found) expect(message).toMatch(/^[A-Z"`][^\n]*\.$/);
  });
});
