/** Forms that secrets are known by, whatever they are called. */
const FORMS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(?:ghp|gho|ghs|ghr|github_pat|glpat|xox[abprs]|sk|hvs)[_-][\w-]{16,}/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/i,
  /(?:password|passwd|passphrase|secret|token|api[-_]?key|secret[-_]?key|access[-_]?key|private[-_]?key)["']?\s*[:=]\s*["']?[^\s"'{}]/i,
  /^\s*kind:\s*["']?Secret\b/m,
];

/** Whether a text holds a secret by its form: a private key, a token, a password in a URL, `--password=...`, a Secret. */
export function isSecretText(text: string): boolean {
  return FORMS.some((form) => form.test(text));
}
