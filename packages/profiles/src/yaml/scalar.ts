/** How any reader, of YAML 1.1 or 1.2, may take an unquoted scalar. */
export type PlainKind = "null" | "true" | "false" | "string" | "number" | "ambiguous";

const NULLS = /^(?:|~|null|Null|NULL)$/;
const TRUES = /^(?:true|True|TRUE)$/;
const FALSES = /^(?:false|False|FALSE)$/;
/** Booleans of YAML 1.1 only, its merge and default keys, and the special floats. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|<<|=|[-+]?\.(?:inf|nan))$/i;
const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** Wider than either specification: signs, underscores, other bases, base 60, exponents (some readers take a lone `e3`). */
const NUMBER_LIKE =
  /^[-+]?(?:0[bB][01_]+|[eE][-+]?[0-9]+|0[oO]?[0-7_]+|0[xX][0-9a-fA-F_]+|[0-9][0-9_,]*(?:\.[0-9_]*)*(?:[eE][-+]?[0-9_]+)?|\.[0-9_.]*(?:[eE][-+]?[0-9_]+)?|[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?)$/;
const DATE_LIKE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?$/;

/**
 * Kinds that readers agree on are `null`, `true`, `false`, `string`; the rest compare as they are written, since a
 * reader may see `012` as 10 or 12, `1e3` as text or number, and a typed Go field keeps `1.20` apart from `1.2`.
 */
export function plainKind(source: string): PlainKind {
  if (NULLS.test(source)) return "null";
  if (TRUES.test(source)) return "true";
  if (FALSES.test(source)) return "false";
  const first = source.charCodeAt(0);
  const digitLike = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e;
  const numberLike = digitLike || first === 0x65 || first === 0x45;
  if (numberLike) {
    if (DECIMAL.test(source)) return "number";
    if (NUMBER_LIKE.test(source) || DATE_LIKE.test(source)) return "ambiguous";
  }
  return source.length <= 5 && WORDS.test(source) ? "ambiguous" : "string";
}

/** An unquoted scalar whose meaning depends on the reader, or on more than a JavaScript number holds, as written. */
export interface WrittenScalar {
  yaml: string;
}

/** The value to show for an unquoted scalar. */
export function plainValue(source: string): string | number | boolean | null | WrittenScalar {
  switch (plainKind(source)) {
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
    case "string":
      return source;
    case "number":
      return String(Number(source)) === source ? Number(source) : { yaml: source };
    case "ambiguous":
      return { yaml: source };
  }
}
