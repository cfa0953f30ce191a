import { type Review, type ReviewResource, type Risk, SEVERITIES, type Severity } from "../../model";
import { printable } from "../printable";
import { label } from "../verdict";
import { riskPlace, riskText } from "./risk-text";

export interface JunitOptions {
  /** Risks from this severity on are failures. Default: `high`. */
  failOn?: Severity;
}

/**
 * The review as JUnit XML: a suite for each stack, in it a case for each profile that the plan touches, and one for each risk, which fails
 * where it is grave enough.
 */
export function renderJunit(review: Review, { failOn = "high" }: JunitOptions = {}): string {
  const fails = ({ severity }: Risk) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
  const touched = review.resources.filter(({ impact }) => impact !== "no-op");
  const stacks = [...new Set(touched.map(({ stack }) => stack))];
  const suites = stacks.map((stack) => {
    const resources = touched.filter((resource) => resource.stack === stack);
    const risks = review.risks.filter((risk) => risk.stack === stack);
    const cases = resources.flatMap((resource) => [
      caseOf(label(resource), resource.impact, ""),
      ...risks.filter((risk) => isOf(risk, resource)).map((risk) => riskCase(risk, resource, fails(risk))),
    ]);
    const failures = risks.filter(fails).length;
    return element("testsuite", { name: stack ?? "palette-profiles", tests: cases.length, failures }, cases.join(""));
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "palette-profiles" }, suites.join(""))}`;
}

function isOf(risk: Risk, { stack, address }: ReviewResource): boolean {
  return risk.stack === stack && risk.address === address;
}

function riskCase(risk: Risk, resource: ReviewResource, fails: boolean): string {
  const text = riskText(risk);
  const told = fails
    ? element("failure", { type: risk.severity, message: risk.message }, xmlText(text))
    : element("system-out", {}, xmlText(`${risk.severity}: ${text}`));
  return caseOf(label(resource), `${risk.rule}: ${riskPlace(risk)}`, told);
}

function caseOf(classname: string, name: string, inside: string): string {
  return element("testcase", { classname, name }, inside);
}

function element(name: string, attributes: Record<string, string | number>, inside: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return inside === "" ? `<${name}${given.join("")}/>\n` : `<${name}${given.join("")}>${lines(inside)}</${name}>\n`;
}

/** Elements stand on lines of their own, texts where they are. */
function lines(inside: string): string {
  return inside.startsWith("<") ? `\n${inside}` : inside;
}

/** XML has no escapes for control characters, so that they are written as text first. */
function xmlText(text: string): string {
  return printable(text)
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
