import { jsonOrYaml } from "@palette-profiles/profiles";
import type { ReviewInput } from "../model";
import { isConfiguration } from "./cdktf";
import { type LoneProfile, readExportedProfile } from "./exported-profile";
import { isJsonObject, type JsonObject } from "./json";
import { jsonLines } from "./json-lines";
import { readLiveProfile } from "./live-profile";
import { readPulumiEvents, readPulumiPreview, readPulumiSummary } from "./pulumi";
import { refuseBroken, refuseByStart, refuseText, refuseValue } from "./refuse-input";
import { readTerraformPlan } from "./terraform";
import { readTerraformStream } from "./terraform-stream";

/** What a text turned out to be: changes, which are reviewed as they are, or one side of a comparison. */
export type DetectedInput =
  | { form: "changes"; source: "terraform" | "pulumi"; input: ReviewInput }
  | { form: "configuration"; configuration: JsonObject }
  | { form: "profile"; profile: LoneProfile };

/**
 * Tells which input a text is, and reads it: a Terraform or OpenTofu plan as JSON or as streamed messages, a preview of Pulumi as document,
 * events or summary, CDKTF's `cdk.tf.json`, or a profile as Palette exports it or as its API has it.
 *
 * @throws Error that says what the text looks like instead, and what to give
 */
export function detectInput(text: string): DetectedInput {
  const plain = text.replace(/^\uFEFF/, "").trim();
  refuseByStart(plain);
  const json = parse(plain);
  if (json !== undefined) return ofJson(json, plain);
  const { values, cut } = jsonLines(plain);
  const stream = ofStream(values);
  if (stream !== undefined) {
    const note = "The last line of the stream is cut off.";
    return cut ? { ...stream, input: { ...stream.input, notes: [note, ...(stream.input.notes ?? [])] } } : stream;
  }
  const inner = documentIn(plain);
  if (inner !== undefined) return ofJson(parse(inner), inner);
  return { form: "profile", profile: ofYaml(plain) };
}

/** Wrappers of CI systems print their own lines around a document. */
function documentIn(text: string): string | undefined {
  const [start, end] = [text.indexOf("\n{") + 1, text.lastIndexOf("}") + 1];
  const document = text.slice(start, end);
  return document !== text && document.startsWith("{") && parse(document) !== undefined ? document : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ofJson(json: unknown, text: string): DetectedInput {
  if (!isJsonObject(json)) return refuseValue(json, "JSON");
  if ("format_version" in json) return { form: "changes", source: "terraform", input: readTerraformPlan(json) };
  if (Array.isArray(json.steps) || ("changeSummary" in json && "duration" in json)) {
    return { form: "changes", source: "pulumi", input: readPulumiPreview(json) };
  }
  if ("result" in json && "duration" in json) {
    return { form: "changes", source: "pulumi", input: readPulumiSummary(json) };
  }
  const stream = ofStream([json]);
  if (stream !== undefined) return stream;
  if (isJsonObject(json.metadata) && isJsonObject(json.spec)) {
    const isLive = isJsonObject(json.spec.published) || isJsonObject(json.spec.draft);
    return { form: "profile", profile: isLive ? readLiveProfile({ profile: json }) : readExportedProfile(text) };
  }
  if (isJsonObject(json.resource) && isConfiguration(json)) return { form: "configuration", configuration: json };
  return refuseValue(json, "JSON");
}

type Stream = Extract<DetectedInput, { form: "changes" }>;

function ofStream(values: readonly unknown[]): Stream | undefined {
  const objects = values.filter(isJsonObject);
  if (objects.some((it) => "@level" in it || "@module" in it)) {
    return { form: "changes", source: "terraform", input: readTerraformStream(objects) };
  }
  if (objects.some((it) => typeof it.sequence === "number" && typeof it.timestamp === "number")) {
    return { form: "changes", source: "pulumi", input: readPulumiEvents(objects) };
  }
  return undefined;
}

function ofYaml(text: string): LoneProfile {
  if (text.startsWith("{") || text.startsWith("[")) return refuseBroken(text);
  const found = jsonOrYaml(text);
  // A profile whose YAML is broken is told with the line.
  if (!("value" in found)) return /^metadata:/m.test(text) ? readExportedProfile(text) : refuseText(text);
  if (isJsonObject(found.value) && "metadata" in found.value && "spec" in found.value) return readExportedProfile(text);
  return refuseValue(found.value, "YAML");
}
