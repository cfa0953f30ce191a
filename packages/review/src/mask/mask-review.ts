import type { ProfileChange } from "@palette-profiles/profiles";
import type { Review, ReviewChange, ReviewInput, ReviewResource, ReviewValue, Risk } from "../model";
import { collectSecrets, TextReader } from "./collect-secrets";
import { hashUnder } from "./hash-value";
import { markedLayerTest } from "./marked-layers";
import { hideMarks, isMasked, type MaskContext, maskChange, masked, maskSides } from "./mask-change";
import { type Masking, placeTest } from "./masking";
import { SecretBook } from "./secret-book";

export interface MaskOptions {
  /** Random, of 16 bytes or more, new for each review and nowhere in its output. Default: none, and masked values have no hash. */
  salt?: string;
  masking?: Masking;
}

/** A review in which changes still hold their values. */
export interface OpenReview extends Omit<Review, "resources"> {
  resources: (Omit<ReviewResource, "changes" | "drift"> & { changes: ProfileChange[]; drift: ProfileChange[] })[];
}

/**
 * Masks all that is text in a review, the one place where that is done: each change by where it stands and what it looks like, and then
 * each secret so found, in whatever form, wherever it turns up.
 */
export function maskReview(review: OpenReview, input: ReviewInput, options: MaskOptions = {}): Review {
  const mask = new Mask(options);
  const resources = review.resources.map((resource) => ({
    ...resource,
    changes: mask.changes(resource.changes),
    drift: mask.changes(resource.drift),
  }));
  collectSecrets(input, mask.book);
  const isInMarked = markedLayerTest(input);
  const risk = <T extends Risk>(each: T): T => mask.fields(isInMarked(each) ? withoutMarks(each) : each, OURS);
  return {
    ...review,
    resources: resources.map((resource) => ({
      ...mask.fields(resource, OURS),
      changes: mask.again(resource.changes),
      drift: mask.again(resource.drift),
    })),
    risks: review.risks.map(risk),
    ignoredRisks: review.ignoredRisks.map(risk),
    notes: mask.fields(review.notes),
  };
}

function withoutMarks<T extends Risk>(risk: T): T {
  const { path, message } = risk;
  return { ...risk, ...(path === undefined ? {} : { path: hideMarks(path) }), message: hideMarks(message) };
}

/** Words of our own that programs know a review by, and what is masked on its own. */
const OURS: ReadonlySet<string> = new Set(["type", "kind", "impact", "rule", "severity", "within", "changes", "drift"]);
const OURS_AND_SIDES: ReadonlySet<string> = new Set([...OURS, "before", "after"]);
const NONE: ReadonlySet<string> = new Set();

/** Masks changes that are of no profile; `texts` are those that they are of. */
export function maskChanges(
  changes: readonly ProfileChange[],
  texts: readonly string[],
  options: MaskOptions = {},
): ReviewChange[] {
  const mask = new Mask(options);
  const taken = mask.changes(changes);
  const reader = new TextReader(mask.book);
  for (const text of texts) reader.take(text);
  return mask.again(taken);
}

/** A change that is masked by what it says of itself, with what was there before. */
interface Taken {
  change: ReviewChange;
  from: ProfileChange;
}

class Mask {
  readonly book: SecretBook;
  private readonly context: MaskContext;

  constructor({ salt, masking = {} }: MaskOptions) {
    const hash = hashUnder(salt);
    const book = new SecretBook(hash);
    this.book = book;
    const [mask, show] = [placeTest(masking.mask), placeTest(masking.show)];
    this.context = {
      hash,
      ...(mask === undefined ? {} : { mask }),
      ...(show === undefined ? {} : { show }),
      found: (value, certainty) => this.later.push(() => book.add(value, certainty)),
      shown: (value) => book.show(value),
    };
  }

  /** What is shown has to be known before anything is a secret. */
  private later: (() => void)[] = [];

  changes(changes: readonly ProfileChange[]): Taken[] {
    return changes.map((from) => ({ change: maskChange(from, this.context), from }));
  }

  /** The second time over: with all secrets known, in every text that a change holds. */
  again(changes: readonly Taken[]): ReviewChange[] {
    this.settle();
    if (this.book.isEmpty) return changes.map(({ change }) => change);
    return changes.map(({ change, from }) => this.changeAgain(change, from));
  }

  /** Any part of a review, with each secret in its texts replaced, but for some fields. */
  fields<T extends object>(part: T, except: ReadonlySet<string> = NONE): T {
    this.settle();
    return this.book.isEmpty ? part : (this.hideIn(part, except) as T);
  }

  private settle(): void {
    for (const add of this.later) add();
    this.later = [];
  }

  private changeAgain(change: ReviewChange, from: ProfileChange): ReviewChange {
    const told = change.kind === "move" || change.kind === "rename";
    const result = this.fields(change, told ? OURS : OURS_AND_SIDES);
    if (!told && change.before !== undefined) result.before = this.value(change.before);
    if (!told && change.after !== undefined) result.after = this.value(change.after);
    const isNew = change.sensitive !== true && (isMasked(result.before) || isMasked(result.after));
    return isNew ? maskSides(result, from.before, from.after, this.context.hash) : result;
  }

  /** A value that is or holds a secret is masked as a whole. */
  private value(value: ReviewValue): ReviewValue {
    if (typeof value === "string" || typeof value === "number") {
      return this.book.holds(String(value)) ? masked(value, this.context.hash) : value;
    }
    if (value === null || typeof value !== "object" || isMasked(value)) return value;
    if ("yaml" in value && typeof value.yaml === "string" && this.book.holds(value.yaml)) {
      return masked(value, this.context.hash);
    }
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [this.text(key), this.value(inner as ReviewValue)]),
    );
  }

  private hideIn(value: unknown, except: ReadonlySet<string> = NONE): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.hideIn(item));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) =>
        except.has(key) ? [key, inner] : [this.text(key), this.hideIn(inner)],
      ),
    );
  }

  /** A text in which each secret is replaced by a mark. */
  private text(text: string): string {
    const hits = this.book.find(text);
    if (hits.length === 0) return text;
    let result = "";
    let end = 0;
    for (const hit of hits) {
      result += `${text.slice(end, hit.start)}(masked${hit.hash === undefined ? "" : ` ${hit.hash}`})`;
      end = hit.end;
    }
    return result + text.slice(end);
  }
}
