import { decodedBase64 } from "./base64";
import { holdsRandomToken } from "./random-token";

/** Forms that secrets are known by, whatever they are called. */
const FORMS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[\w-]{35}/,
  /\bAGE-SECRET-KEY-1\w{20,}/,
  /\b(?:ghp|gho|ghs|ghr|github_pat|glpat|xox[abprs]|sk|npm|dckr_pat|pul|hvs)[_.-][\w-]{16,}/,
  // Hashes of passwords: whoever has one can try out the short ones.
  /\$(?:2[abxy]|[156]|y|argon2\w*)\$[\w./=,+$-]{16,}/,
  /[a-z0-9]:\/\/[^\s/:@]*:[^\s/@]+@/i,
  /(?:password|passwd|passphrase|secret|token|api[-_]?key|secret[-_]?key|access[-_]?key|account[-_]?key|private[-_]?key)["']?\s*[:=]\s*["']?[^\s"'{}]/i,
  /--[\w-]{0,60}?(?:password|passwd|passphrase|secret|token|api[-_]?key)["']?(?:\s*,\s*|\s+)["']?[^\s"'{}-]/i,
  /^\s*["']?kind["']?\s*:\s*["']?Secret\b/m,
  /[{,]\s*["']?(?:kind["']?\s*:\s*["']?Secret\b|auths["']?\s*:)/,
];
/** `auth` of a registry, `user:password`. */
const BASIC = /^[\w.@+-]+:\S+$/;

/**
 * Whether a text holds a secret by its form: a private key, a token, a password in a URL, `--password=...`, a Secret, a random token; or
 * base 64 of any of these.
 */
export function isSecretText(text: string): boolean {
  if (FORMS.some((form) => form.test(text)) || holdsRandomToken(text)) return true;
  const decoded = decodedBase64(text);
  return decoded !== undefined && (BASIC.test(decoded) || FORMS.some((form) => form.test(decoded)));
}
