import type { Log, ReportingDescriptor, Result, Run } from "sarif";
import { type IgnoredRisk, type Review, type Risk, SEVERITIES } from "../../model";
import type { RiskRule } from "../../risks/risk-rule";
import { RISK_RULES } from "../../risks/rules";
import { DEFAULT_FILE, fingerprints, type MachineOptions, riskPlace, riskText, type SeverityWords } from "./risk-text";

export interface SarifOptions extends MachineOptions {
  /** The rules that were held to. Default: all. */
  rules?: readonly RiskRule[];
  /** The version of the command. */
  version?: string;
}

const LEVELS: SeverityWords<"error" | "warning" | "note"> = { high: "error", medium: "warning", low: "note" };
/** GitHub's word for findings that are not about security. */
const PROBLEMS: SeverityWords<string> = { high: "error", medium: "warning", low: "recommendation" };
/** GitHub keeps as many of a run. */
const KEPT = 5000;

/**
 * The risks as SARIF 2.1.0, for code scanning: one run, a result a risk, the gravest first. Ignored ones are there as suppressed.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; limits: GitHub's page on SARIF support.
 */
export function renderSarif(review: Review, options: SarifOptions = {}): string {
  const { file = DEFAULT_FILE, rules = RISK_RULES, version } = options;
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  const all: (Risk | IgnoredRisk)[] = [...review.risks, ...review.ignoredRisks];
  const known = fingerprints(all);
  const dropped = all.length - KEPT;
  const run: Run = {
    tool: {
      driver: {
        name: "palette-profiles",
        ...(version === undefined ? {} : { semanticVersion: version }),
        rules: rules.map(describeRule),
      },
    },
    results: all.slice(0, KEPT).map((risk, at) => describeRisk(risk, known[at]!, places, file)),
    ...(dropped > 0
      ? {
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [
                { level: "warning", message: { text: `${dropped} less grave results are left out.` } },
              ],
            },
          ],
        }
      : {}),
  };
  const log: Log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeRule({ id, title, severity, about, why, fix }: RiskRule): ReportingDescriptor {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: { text: `${about}\n\n${why}\n\n${fix}`, markdown: `${about}\n\n**Why:** ${why}\n\n**What to do:** ${fix}` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ["palette", severity], "problem.severity": PROBLEMS[severity] },
  };
}

function describeRisk(
  risk: Risk | IgnoredRisk,
  fingerprint: string,
  places: ReadonlyMap<string, number>,
  file: string,
): Result {
  const index = places.get(risk.rule);
  return {
    ruleId: risk.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[risk.severity],
    rank: 100 - 40 * SEVERITIES.indexOf(risk.severity),
    message: { text: `${riskPlace(risk)}: ${riskText(risk)}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: `${risk.address}: ${riskPlace(risk)}`, kind: "resource" }],
      },
    ],
    // The one name that GitHub goes by. Without it all risks of a rule were one, since its upload then takes the line's hash.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...("reason" in risk ? { suppressions: [{ kind: "external", justification: risk.reason }] } : {}),
  };
}
