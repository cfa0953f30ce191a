import { createHmac } from "node:crypto";
import { createTokens } from "./tokens";

const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    const { status, code } = error as { status: number; code: string };
    return `${status} ${code}`;
  }
};
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a token is a JWT that says whose it is and lives 15 minutes", () => {
  let now = 1_000_000;
  const tokens = createTokens(() => now);
  const token = tokens.issue("root@example.com");
  expect(tokens.verify(token)).toMatchObject({
    email: "root@example.com",
    isSystemAdministrator: true,
    iat: 1000,
    exp: 1900,
  });
  now = 1_899_999;
  expect(tokens.verify(token).email).toBe("root@example.com");
  now = 1_900_000;
  expect(codeOf(() => tokens.verify(token))).toBe("401 TokenExpired");
  expect(codeOf(() => tokens.refresh(token))).toBe("401 TokenExpired");
});

test("a refreshed token is another one of the same session, and lives its own 15 minutes", () => {
  let now = 0;
  const tokens = createTokens(() => now);
  const first = tokens.issue("root@example.com");
  now = 600_000;
  const second = tokens.refresh(first);
  expect(second).not.toBe(first);
  expect(tokens.verify(second)).toMatchObject({ sessionUid: tokens.verify(first).sessionUid, exp: 1500 });
});

test("all tokens can be ended at once; those made later are good", () => {
  const tokens = createTokens();
  const token = tokens.issue("root@example.com");
  tokens.expireAll();
  expect(codeOf(() => tokens.verify(token))).toBe("401 TokenExpired");
  expect(tokens.verify(tokens.issue("root@example.com")).email).toBe("root@example.com");
});

test("a forged token is refused: changed, unsigned, of another key or another server, or none at all", () => {
  const tokens = createTokens();
  const [header, payload, signature] = tokens.issue("root@example.com").split(".") as [string, string, string];
  const claims = { email: "me@example.com", isSystemAdministrator: true, exp: 9e9, era: 0 };
  const other = `${header}.${encode(claims)}`;
  const forged = [
    `${header}.${encode(claims)}.${signature}`,
    `${encode({ alg: "none" })}.${payload}.`,
    `${encode({ alg: "none", typ: "JWT" })}.${payload}.${signature}`,
    `${other}.${createHmac("sha256", "").update(other).digest("base64url")}`,
    createTokens().issue("root@example.com"),
    `${header}.${payload}.${signature}.${signature}`,
    "a-key-without-dots",
  ];
  expect(forged.map((token) => codeOf(() => tokens.verify(token)))).toEqual(forged.map(() => "401 InvalidToken"));
});
