import type { ProfileModel } from "../model/profile";
import type { DeepFields } from "../model/unknown";
import { type PackSetting, packBlock, packSettings } from "./pack-block";
import { error, type Problem } from "./problem";
import { type ProfileText, profileTexts } from "./texts";

const PRIORITY = "spectrocloud.com/install-priority";
const NAMESPACE = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** What is right at a glance, so that most blocks need no parser. */
const PLAINLY_RIGHT =
  /^[^\S\n]+(?:namespace:[^\S\n]*(?:(["']?)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?\1|""|'')|(["']?)spectrocloud\.com\/install-priority\2:[^\S\n]*(["']?)-?\d+\3)[^\S\n]*(?:#.*)?\r?$/gm;
const CHECKED = /(?:\bnamespace|additionalNamespaces|install-priority)["']?\s*:/;

/**
 * V9: the install priority is a whole number. V10: namespaces match Palette's expression. What holds a reference is
 * known only when a cluster is deployed; what is empty is not set.
 */
export function checkPackSettings(profile: DeepFields<ProfileModel>): Problem[] {
  return profileTexts(profile).flatMap((text) => (text.kind === "manifest" ? [] : packSettingProblems(text)));
}

/** What is wrong with the settings of one layer or tier. */
export function packSettingProblems(text: ProfileText): Problem[] {
  if (!text.text.includes("amespace") && !text.text.includes(PRIORITY)) return [];
  const block = packBlock(text.text);
  if (!block || !CHECKED.test(block.source.replace(PLAINLY_RIGHT, ""))) return [];
  return packSettings(block).flatMap((setting) => checkSetting(text, setting));
}

function checkSetting({ path, what }: ProfileText, setting: PackSetting): Problem[] {
  const [key = "", ...rest] = setting.path;
  const { text, line, column } = setting;
  if (text === "" || text === "~" || text === "null" || text.includes("{{")) return [];
  const place = `(line ${line}, column ${column})`;
  if (key === PRIORITY && rest.length === 0 && !/^[-+]?\d+$/.test(text)) {
    const message = `${what} set the install priority "${text}" ${place}, which is not a whole number; write one in quotes, such as "10": lower ones are deployed first`;
    return [error("InvalidInstallPriority", path, message, { line, column })];
  }
  const isNamespace =
    (key === "namespace" && rest.length === 0) || (key === "additionalNamespaces" && rest.length === 1);
  if (isNamespace && !NAMESPACE.test(text)) {
    const meant = suggestion(text);
    const message = `${what} set the namespace "${text}" ${place}, which Kubernetes does not take; use small letters, digits and "-" inside${meant ? `, such as "${meant}"` : ""}`;
    return [error("InvalidNamespace", path, message, { line, column })];
  }
  return [];
}

function suggestion(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
