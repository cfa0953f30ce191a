import type { Risk, Severity } from "../model";
import { failsOn } from "./fails-on";

const reviewWith = (...severities: Severity[]) => ({ risks: severities.map((severity) => ({ severity }) as Risk) });

test("A review fails on a risk as grave as said, and on a graver one", () => {
  expect(failsOn(reviewWith("low", "medium"), "medium")).toBe(true);
  expect(failsOn(reviewWith("high"), "low")).toBe(true);
});

test("It does not fail on risks that are less grave, nor without any", () => {
  expect(failsOn(reviewWith("low", "medium"), "high")).toBe(false);
  expect(failsOn(reviewWith(), "low")).toBe(false);
});
