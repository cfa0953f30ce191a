/**
 * The Palette that a host or URL names, so that two spellings of one are the same. On this machine it is one and the same:
 * the embedded server takes another port with each start.
 */
export function placeOf(host: string): string {
  const text = /^https?:\/\//i.test(host) ? host : `https://${host}`;
  if (!URL.canParse(text)) return host;
  const url = new URL(text);
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname) ? "this machine" : url.host;
}
