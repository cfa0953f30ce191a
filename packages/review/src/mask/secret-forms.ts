import { base64Forms } from "./base64";

/** A way to write a secret. What is encoded may go on at both ends with what belongs to it. */
export interface SecretForm {
  text: string;
  encoded: boolean;
}

const SHORTEST = 6;

/** The ways a secret of 6 characters or more may be written elsewhere: as it is, within JSON or YAML, in a URL, and in base 64. */
export function secretForms(secret: string): SecretForm[] {
  const forms: SecretForm[] = [{ text: secret, encoded: false }];
  if (!/^[\w.-]*$/.test(secret)) {
    for (const text of new Set([...quotedForms(secret), ...urlForms(secret)])) {
      if (text !== secret) forms.push({ text, encoded: false });
    }
  }
  for (const text of base64Forms(secret)) if (text.length >= SHORTEST) forms.push({ text, encoded: true });
  return forms;
}

/** Within JSON, JSON in JSON, and single quotes of YAML. */
function quotedForms(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [json, JSON.stringify(json).slice(1, -1), secret.replace(/'/g, "''")];
}

/** As `encodeURIComponent` writes it, as strict encoders and as forms do, with capital and with small hex digits. */
function urlForms(secret: string): string[] {
  let component: string;
  try {
    component = encodeURIComponent(secret);
  } catch {
    // Half of a surrogate pair has no place in a URL.
    return [];
  }
  const strict = component.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [component, strict, strict.replace(/%20/g, "+"), encodeURI(secret)];
  return [...forms, ...forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()))];
}
