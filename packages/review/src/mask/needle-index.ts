import { isPlainName } from "./plain-words";
import type { SecretForm } from "./secret-forms";

/** A part of a text, from `start` up to `end`, and the secret's hash. */
export interface Hit {
  start: number;
  end: number;
  hash?: string;
}

/** A piece of a form by which it is found: all of it, or of a long one each stretch, so that broken lines are found too. */
interface Needle {
  form: SecretForm;
  at: number;
  length: number;
  /** Where in the form the characters stand that are hashed. */
  key: number;
  hash: string | undefined;
  /** Another one with the same key, and how many of them there are. */
  next: Needle | undefined;
  others: number;
}

/** Characters that are hashed; no form is shorter. */
const KEY = 6;
const PIECE = 12;
const LONG = 2 * PIECE;
/** Of a very long form, the first stretches; it is found as a whole, too. */
const MOST_PIECES = 2000;
const BASE = 0x01000193;
const BASE_KEY = Array.from({ length: KEY - 1 }).reduce((power: number) => Math.imul(power, BASE), 1);
const TOKEN = /[A-Za-z0-9+/_=-]/;

/** Finds any of many thousand texts in another one, in one pass over it (Rabin and Karp's way). */
export class NeedleIndex {
  private readonly needles = new Map<number, Needle>();
  /** By the lower bits of a hash, whether there is any such needle: most places of a text end here. */
  private readonly filter = new Uint8Array(1 << 20);

  get isEmpty(): boolean {
    return this.needles.size === 0;
  }

  add(form: SecretForm, hash: string | undefined): void {
    this.push(form, 0, form.text.length, hash);
    if (form.text.length < LONG) return;
    const last = Math.min(form.text.length, MOST_PIECES * PIECE) - PIECE;
    for (let at = 0; at <= last; at += PIECE) {
      if (isTelling(form.text.slice(at, at + PIECE))) this.push(form, at, PIECE, hash);
    }
  }

  /** The places, in the order of the text, brought together where they touch. */
  find(text: string): Hit[] {
    const hits: Hit[] = [];
    if (text.length < KEY || this.isEmpty) return hits;
    let hash = keyOf(text, 0);
    for (let at = 0; ; at++) {
      if (this.filter[hash & 0xfffff] === 1) {
        const hit = this.hitAt(text, at, hash);
        if (hit !== undefined) {
          addHit(hits, hit);
          if (hit.end - KEY > at) {
            at = hit.end - KEY;
            if (at + KEY > text.length) break;
            hash = keyOf(text, at);
          }
        }
      }
      if (at + KEY >= text.length) break;
      hash = (Math.imul(hash - Math.imul(text.charCodeAt(at), BASE_KEY), BASE) + text.charCodeAt(at + KEY)) | 0;
    }
    return hits;
  }

  /** Goes by the beginning, the end or the middle: many secrets begin alike. */
  private push(form: SecretForm, at: number, length: number, hash: string | undefined): void {
    const spare = length - KEY;
    let best: { key: number; code: number; next: Needle | undefined } | undefined;
    for (const key of [at, at + spare, at + (spare >> 1)]) {
      const code = keyOf(form.text, key);
      const next = this.needles.get(code);
      if (best === undefined || countOf(next) < countOf(best.next)) best = { key, code, next };
      if (next === undefined) break;
    }
    const { key, code, next } = best!;
    this.needles.set(code, { form, at, length, key, hash, next, others: countOf(next) });
    this.filter[code & 0xfffff] = 1;
  }

  /** The longest stretch of any secret at a place. */
  private hitAt(text: string, at: number, key: number): Hit | undefined {
    let longest: Hit | undefined;
    for (let needle = this.needles.get(key); needle !== undefined; needle = needle.next) {
      const from = needle.form.text;
      let start = at - (needle.key - needle.at);
      if (start < 0 || !text.startsWith(from.slice(needle.at, needle.at + needle.length), start)) continue;
      let end = start + needle.length;
      for (let i = needle.at; i > 0 && start > 0 && text[start - 1] === from[i - 1]; i--) start--;
      for (let i = needle.at + needle.length; i < from.length && text[end] === from[i]; i++) end++;
      if (needle.form.encoded) {
        while (start > 0 && TOKEN.test(text[start - 1]!)) start--;
        while (end < text.length && TOKEN.test(text[end]!)) end++;
      }
      if (longest === undefined || end - start > longest.end - longest.start) {
        longest = { start, end, ...(needle.hash === undefined ? {} : { hash: needle.hash }) };
      }
    }
    return longest;
  }
}

function countOf(needle: Needle | undefined): number {
  return needle === undefined ? 0 : needle.others + 1;
}

function keyOf(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + KEY; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

function addHit(hits: Hit[], hit: Hit): void {
  let { start } = hit;
  while (hits.length > 0 && hits.at(-1)!.end >= start) start = Math.min(start, hits.pop()!.start);
  hits.push({ ...hit, start });
}

/** A stretch of words may stand anywhere. */
function isTelling(piece: string): boolean {
  return !isPlainName(piece) && new Set(piece).size >= 6;
}
