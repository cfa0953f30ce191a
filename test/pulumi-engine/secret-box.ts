import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";

export interface SecretBox {
  salt: string;
  close(text: string): string;
  /** @throws where the passphrase is another one. */
  open(closed: string): string;
}

/** AES-256-GCM under a key derived from the passphrase. */
export function createSecretBox(passphrase: string, salt = randomBytes(16).toString("base64")): SecretBox {
  const key = scryptSync(passphrase, Buffer.from(salt, "base64"), 32, { N: 4096 });
  return {
    salt,
    close(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const closed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [nonce, cipher.getAuthTag(), closed].map((part) => part.toString("base64")).join(".");
    },
    open(closed) {
      const [nonce, tag, text] = closed.split(".").map((part) => Buffer.from(part, "base64"));
      const decipher = createDecipheriv("aes-256-gcm", key, nonce!);
      decipher.setAuthTag(tag!);
      return Buffer.concat([decipher.update(text!), decipher.final()]).toString("utf8");
    },
  };
}
