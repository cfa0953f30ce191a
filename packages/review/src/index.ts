export { buildReview } from "./build";
export { readTerraformPlan } from "./inputs/terraform";
export {
  IMPACTS,
  type Impact,
  type ResourceInput,
  type Review,
  type ReviewChange,
  type ReviewInput,
  type ReviewResource,
  type ReviewValue,
} from "./model";
export { renderJson } from "./render/json";
export { type MarkdownOptions, renderMarkdown } from "./render/markdown";
export { renderText, type TextOptions } from "./render/text";
