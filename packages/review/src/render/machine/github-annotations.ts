import { type Review, SEVERITIES } from "../../model";
import { DEFAULT_FILE, type MachineOptions, riskPlace, riskText, type SeverityWords } from "./risk-text";

const COMMANDS: SeverityWords<"error" | "warning" | "notice"> = { high: "error", medium: "warning", low: "notice" };
/** GitHub shows as many of a kind and step. */
const SHOWN = 10;

/**
 * The risks as workflow commands, which GitHub Actions shows as annotations of a run. At most ten of a kind, as GitHub shows no
 * more; the last one says how many others there are.
 */
export function renderGithubAnnotations(review: Review, { file = DEFAULT_FILE }: MachineOptions = {}): string {
  return SEVERITIES.map((severity) => {
    const risks = review.risks.filter((risk) => risk.severity === severity);
    const shown = risks.length > SHOWN ? risks.slice(0, SHOWN - 1) : risks;
    const command = (title: string, text: string) =>
      `::${COMMANDS[severity]} file=${property(file)},title=${property(title)}::${data(text)}\n`;
    const lines = shown.map((risk) => command(risk.rule, `${riskPlace(risk)}: ${riskText(risk)}`));
    const rest = risks.length - shown.length;
    if (rest > 0) lines.push(command("palette-profiles", `${rest} more of severity ${severity}: see the review.`));
    return lines.join("");
  }).join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
