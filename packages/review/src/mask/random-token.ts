/** What looks random and may be read by all: certificates, public keys, digests, pictures. */
const PUBLIC =
  /-----BEGIN ((?:TRUSTED )?CERTIFICATE(?: REQUEST)?|(?:RSA )?PUBLIC KEY|PGP PUBLIC KEY BLOCK)-----[\s\S]*?(?:-----END \1-----|$)|\bLS0tLS1CRUdJTiBDRVJUSUZJQ0FUR[\w+/=]*|\bsha(?:1|224|256|384|512)[-:][\w+/=-]+|\b(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-[\w-]+)\s+[\w+/=]+|\bdata:[\w./+-]+;base64,[\w+/=]+/gi;
const TOKEN = /[A-Za-z0-9+/_=-]{20,}/g;
/** Commits, digests and the parts of UUIDs. */
const HEX = /(?<![A-Za-z0-9])[0-9a-f]{7,}(?![A-Za-z0-9])/gi;

const SHORTEST = 20;
/** Names of pods and paths have more than one part, and none so long. */
const SHORTEST_PART = 13;
/** Bits a character: English words in camel case stay below as long as they are short. */
const ENTROPY = 3.2;
/** How often neighbours are of different kinds (capital, small, digit): random base 64 has 0.64, camel case about 0.2. */
const TURNS = 0.22;

/** Whether a text holds a token of 20 characters or more that no person would write: an API key, a session, a seed. */
export function holdsRandomToken(text: string): boolean {
  if (text.length < SHORTEST || text.search(TOKEN) === -1) return false;
  return (text.replace(PUBLIC, " ").match(TOKEN) ?? []).some(isRandom);
}

function isRandom(token: string): boolean {
  const text = token.replace(HEX, "");
  if (text.length < SHORTEST || !text.split(/[-_/]/).some((part) => part.length >= SHORTEST_PART)) return false;
  return hasTurns(text) && entropyOf(text) >= ENTROPY;
}

/** Digits in two places at least, and enough turns. */
function hasTurns(text: string): boolean {
  let turns = 0;
  let digits = 0;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === DIGIT && last !== DIGIT) digits++;
    if (kind !== last && kind !== OTHER && last !== OTHER) turns++;
    last = kind;
  }
  return digits >= 2 && turns >= TURNS * (text.length - 1);
}

const OTHER = 0;
const DIGIT = 1;

function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return DIGIT;
  if (code >= 97 && code <= 122) return 2;
  return code >= 65 && code <= 90 ? 3 : OTHER;
}

/** Shannon's, in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
