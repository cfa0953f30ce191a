import { isSecretName } from "@palette-profiles/profiles";
import { isPlaceholder } from "../placeholder";
import { decodedBase64 } from "./base64";
import type { HashValue } from "./hash-value";
import { type Hit, NeedleIndex } from "./needle-index";
import { isPhrase, isPlain, isPlainName } from "./plain-words";
import { secretForms } from "./secret-forms";
import { type Certainty, certaintyOf, findTextSecrets } from "./text-secrets";

/** Shorter ones are masked where they stand, and nowhere else: they would be found all over. */
const SHORTEST = 6;
/** From here on, words that are a secret are masked everywhere, too: a passphrase. */
const PHRASE = 12;
const SHORTEST_GUESS = 8;
/** A value may hold others in base 64 and JSON, as registry credentials do, so far down. */
const DEPTH = 4;
/** Of images and checksums. */
const DIGEST = /\bsha\d{1,3}[:-][\w+/=-]+/g;
const HEX = /^[^A-Za-z0-9]*[0-9a-f-]+[^A-Za-z0-9]*$/i;
const MORE_THAN_A_WORD = /[\s:=,]/;
const REFERENCE = /^\s*\{\{[^{}"'`]*\}\}\s*$/;

/** All secrets of a review, and where they turn up again, in whatever form. */
export class SecretBook {
  private readonly index = new NeedleIndex();
  /** Words that are somebody's secret: told only where a value is nothing else. */
  private readonly words = new Set<string>();
  private readonly known = new Map<string, Certainty>();
  private readonly shown = new Set<string>();

  constructor(private readonly hash: HashValue) {}

  /** A value that the configuration shows: no secret, unless something declares it one. */
  show(value: string): void {
    this.shown.add(value.trim());
  }

  /** Takes a secret in, and what is secret inside of it. */
  add(value: unknown, certainty: Certainty, depth = 0): void {
    if (typeof value === "number") this.add(String(value), certainty, depth);
    else if (value !== null && typeof value === "object") {
      for (const inner of Object.values(value)) this.add(inner, certainty, depth);
    } else if (typeof value === "string") this.addText(value.trim(), certainty, depth);
  }

  /** The places in a text where a secret stands. */
  find(text: string): Hit[] {
    return this.index.find(text);
  }

  /** Whether a value is a secret, or holds one, also across its lines. */
  holds(value: string): boolean {
    if (this.words.size > 0 && this.words.has(value.trim())) return true;
    if (this.index.isEmpty) return false;
    return this.find(value).length > 0 || (/\s/.test(value) && this.find(value.replace(/\s+/g, "")).length > 0);
  }

  get isEmpty(): boolean {
    return this.index.isEmpty && this.words.size === 0;
  }

  private addText(text: string, certainty: Certainty, depth: number): void {
    if (text.length < SHORTEST || REFERENCE.test(text) || isPlaceholder(text)) return;
    if (certainty !== "declared" && this.shown.has(text)) return;
    const before = this.known.get(text);
    if (before === certainty || before === "declared") return;
    this.known.set(text, certainty);
    if (text.includes("\n")) this.addLines(text, certainty);
    if (spreads(text, certainty)) {
      const hash = this.hash(text);
      for (const form of secretForms(text)) this.index.add(form, hash);
    } else if (certainty === "declared") this.words.add(text);
    if (depth < DEPTH) this.addInner(text, certainty, depth + 1);
  }

  /** Of a long text, each word that is none: the lines of a key, what stands behind a colon. */
  private addLines(text: string, certainty: Certainty): void {
    for (const word of text.replace(DIGEST, "").split(/[\s"']+/)) {
      const isOpen = isPlainName(word) || word.startsWith("-----") || (certainty === "guessed" && HEX.test(word));
      if (word.length >= SHORTEST_GUESS && !isOpen) this.addText(word, certainty, DEPTH);
    }
  }

  private addInner(text: string, certainty: Certainty, depth: number): void {
    const decoded = decodedBase64(text);
    if (decoded !== undefined) {
      this.add(decoded, certainty, depth);
      const password = /^[\w.@+-]+:(\S+)$/.exec(decoded)?.[1];
      if (password !== undefined) this.add(password, certainty, depth);
    }
    if (MORE_THAN_A_WORD.test(text)) findTextSecrets(text, (value, inner) => this.add(value, inner, depth));
    if (/^[{[]/.test(text)) this.addJson(text, depth);
  }

  private addJson(text: string, depth: number): void {
    const visit = (value: unknown, name: string): void => {
      if (value !== null && typeof value === "object") {
        for (const [key, inner] of Object.entries(value)) visit(inner, Array.isArray(value) ? name : key);
      } else if (name === "auth" || isSecretName(name)) this.add(value, certaintyOf(name), depth);
    };
    try {
      visit(JSON.parse(text), "");
    } catch {
      // What only looks like JSON is searched as text.
    }
  }
}

/** Whether a secret is masked wherever it stands as part of a text. Words are not: "default" is the value of many keys. */
function spreads(text: string, certainty: Certainty): boolean {
  if (certainty === "declared" || certainty === "named") {
    return !isPlain(text) || (text.length >= PHRASE && isPhrase(text));
  }
  return text.length >= SHORTEST_GUESS && !text.includes("\n") && !isPlainName(text);
}
