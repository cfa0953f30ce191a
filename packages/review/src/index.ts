export { buildReview, type ReviewOptions } from "./build";
export { compareTexts, type TextComparison } from "./compare-texts";
export { compareConfigs } from "./inputs/cdktf";
export { combineInputs, type StackInput } from "./inputs/combine-inputs";
export { compareInputs } from "./inputs/compare-inputs";
export { compareProfiles } from "./inputs/compare-profiles";
export { type DetectedInput, detectInput } from "./inputs/detect-input";
export { type LoneProfile, readExportedProfile } from "./inputs/exported-profile";
export { type LiveAnswers, readLiveProfile, readReach } from "./inputs/live-profile";
export { readPulumiEvents, readPulumiPreview, readPulumiSummary } from "./inputs/pulumi";
export { readTerraformPlan } from "./inputs/terraform";
export { readTerraformStream } from "./inputs/terraform-stream";
export { type MaskOptions, maskChanges } from "./mask/mask-review";
export type { Masking } from "./mask/masking";
export {
  type AnyProfile,
  type IgnoredRisk,
  IMPACTS,
  type Impact,
  KINDS,
  type Kind,
  type ManagedLayers,
  type Reach,
  type ResourceInput,
  type Review,
  type ReviewChange,
  type ReviewInput,
  type ReviewResource,
  type ReviewValue,
  type Risk,
  SEVERITIES,
  type Severity,
} from "./model";
export { renderComparison } from "./render/comparison";
export { type HtmlOptions, renderHtml } from "./render/html/render-html";
export { renderJson } from "./render/json";
export { renderGithubAnnotations } from "./render/machine/github-annotations";
export { renderGitlabCodeQuality } from "./render/machine/gitlab-code-quality";
export { type JunitOptions, renderJunit } from "./render/machine/junit";
export type { MachineOptions } from "./render/machine/risk-text";
export { renderSarif, type SarifOptions } from "./render/machine/sarif";
export { type MarkdownOptions, renderMarkdown } from "./render/markdown";
export { renderText, type TextOptions } from "./render/text";
export type { IgnoreEntry, ReviewConfig, RuleSetting } from "./risks/config";
export { explainRule } from "./risks/explain-rule";
export { failsOn } from "./risks/fails-on";
export type { LayerPair, RiskLayer } from "./risks/layer-pairs";
export { ReviewConfigError, readConfig } from "./risks/read-config";
export type { RiskContext, RiskExample, RiskFinding, RiskRule } from "./risks/risk-rule";
export { RISK_RULES } from "./risks/rules";
