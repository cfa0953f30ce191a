/** Letters, or a number with a unit. */
const WORD = /^(?:[A-Za-z]+|\d{1,4}[A-Za-z]{0,2})$/;
/** The same with a short number behind, `postgres14`, `r4`; a version, `v1beta1`; `k8s` and `i18n`. */
const NUMBERED =
  /^(?:[A-Za-z]+\d{0,3}|\d{1,5}[A-Za-z]{0,2}|v?\d{0,2}(?:alpha|beta|rc)\d{0,2}|[A-Za-z]\d{1,2}[A-Za-z])$/;

/** Whether a text reads like words, names, versions or amounts: `postgres`, `my-release.default.svc`, `1.31.1`, `500m`. */
export function isPlain(text: string): boolean {
  return partsOf(text).every((part) => WORD.test(part));
}

/** Whether it reads like a name with numbers in it, too: `docker.io/web:v2-r4`. */
export function isPlainName(text: string): boolean {
  return partsOf(text).every((part) => NUMBERED.test(part));
}

/** Whether it is a word or a name of several, with nothing of an address in it. */
export function isPhrase(text: string): boolean {
  return !/[/:.@]/.test(text);
}

function partsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
}
