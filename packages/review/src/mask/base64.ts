const SHORTEST = 12;
const NO_BASE64 = /[^\w+/=\n\r-]|=[^=\n\r]/;
/** Text as people write it: no control characters but white space. */
const READABLE = /^[\t\n\r\x20-\x7e\u00a0-\uffef]+$/;

/** What stands behind base 64, also where lines are wrapped; undefined where it is no base 64, or nothing that can be read. */
export function decodedBase64(text: string): string | undefined {
  if (text.length < SHORTEST || NO_BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64");
  const decoded = bytes.toString("utf8");
  return !decoded.includes("\ufffd") && READABLE.test(decoded) ? decoded : undefined;
}

/**
 * What base 64 makes of a text at whichever place it stands: the characters that do not depend on its neighbours, of the three ways to
 * begin, in both alphabets.
 */
export function base64Forms(text: string): string[] {
  const forms = ["", "a", "aa"].map((lead) => {
    const shift = lead.length;
    const shifted = Buffer.from(lead + text);
    const bits = shifted.length * 8;
    return shifted.toString("base64").slice(Math.ceil((shift * 8) / 6), Math.floor(bits / 6));
  });
  return forms.flatMap((form) => (/[+/]/.test(form) ? [form, form.replace(/\+/g, "-").replace(/\//g, "_")] : [form]));
}
