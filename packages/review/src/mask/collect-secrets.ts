import { isSecretName } from "@palette-profiles/profiles";
import type { AnyProfile, ReviewInput } from "../model";
import type { SecretBook } from "./secret-book";
import { type Certainty, findTextSecrets } from "./text-secrets";

type Fields = Readonly<Record<string, unknown>>;

const TEXTS = ["values", "overrides", "content"];
const DEFAULTS = ["defaultValue", "defaultValueWo"];

/**
 * Writes down all secrets of a review's profiles, whether they change or not: what engines have marked, sensitive variables, a tier's
 * sensitive properties, data of Secrets, and what is called or looks like a password.
 */
export function collectSecrets(input: ReviewInput, book: SecretBook): void {
  const texts = new TextReader(book);
  for (const { before, after, base } of input.resources) {
    for (const profile of [before, after, base]) collectFrom(profile, book, texts);
  }
}

/** Reads each text once, in however many profiles it stands. */
export class TextReader {
  private readonly read = new Set<string>();

  constructor(private readonly book: SecretBook) {}

  /** Where an engine `marked` the text, any word in it may be the secret that it was marked for. */
  take(text: string, marked = false): void {
    if (marked) this.book.add(text, "marked");
    if (this.read.has(text)) return;
    this.read.add(text);
    findTextSecrets(text, (value, certainty) => this.book.add(value, certainty));
  }
}

function collectFrom(profile: AnyProfile | undefined, book: SecretBook, texts: TextReader): void {
  const fields = fieldsOf(profile);
  collectMarked(fields, book, texts);
  for (const variable of listOf(fields.variables)) {
    const certainty = certaintyOfVariable(variable);
    collectMarked(variable, book, texts);
    if (certainty !== undefined) for (const name of DEFAULTS) book.add(variable[name], certainty);
  }
  for (const layer of [...listOf(fields.packs), ...listOf(fields.tiers)]) {
    collectMarked(layer, book, texts);
    book.add(layer.sensitiveProperties, "declared");
    for (const [name, value] of Object.entries(fieldsOf(layer.properties))) {
      if (isSecretName(name)) book.add(value, "named");
    }
    for (const manifest of listOf(layer.manifests)) collectMarked(manifest, book, texts);
  }
}

/** What is not yet known to be open is taken for sensitive. */
function certaintyOfVariable({ name, isSensitive }: Fields): Certainty | undefined {
  if (isSensitive === true || typeof isSensitive === "symbol") return "declared";
  return typeof name === "string" && isSecretName(name) ? "named" : undefined;
}

/** The attributes that an engine has marked, and all texts. A name that is marked stands in the model no more. */
function collectMarked(fields: Fields, book: SecretBook, texts: TextReader): void {
  const marked = new Set(Array.isArray(fields.sensitive) ? (fields.sensitive as unknown[]) : []);
  for (const name of TEXTS) {
    const text = fields[name];
    if (typeof text === "string" && text !== "") texts.take(text, marked.has(name));
  }
  for (const name of marked) {
    if (typeof name !== "string" || name === "name" || TEXTS.includes(name)) continue;
    const value = fields[name];
    if (typeof value !== "symbol") book.add(value, "declared");
  }
}

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === "object" ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
