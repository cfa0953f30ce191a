import fc from "fast-check";
import { isSecretText } from "./secret-text";

test.each([
  "docker.io/library/nginx@sha256:9b1f0c3bd2f4a8a2b1a7e5d6c4f3029187e6d5c4b3a2918f7e6d5c4b3a291807",
  "5f2c9a8e7b6d4c3f2a1e0d9c8b7a6f5e4d3c2b1a",
  "b36183dd42dca86aa1c437de",
  "4d1f7a52-8f0c-4f2c-9d3e-7a6b5c4d3e2f",
  "checksum/config: 01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b",
  "https://github.com/torvalds/linux/commit/89e5c58fc1e2857ccdaae506fb8bc5fed57ee063",
  "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAfuCHKVTjquxvt6CM6tdG4SLp1Btn/nOeHHE5UOzRdf",
  "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDPtJ6mMAYmCq9s4Ls",
  "my-release-postgresql-headless.default.svc.cluster.local:5432",
  "controllerManagerResyncDuration30Seconds",
  "web-7f9c6d5b8z-x2x4z9q",
  "arn:aws:iam::123456789012:role/prod2a-node4-Role1B2c3D",
  "spec.template.metadata.annotations.rollme",
  "/var/lib/kubelet/plugins/kubernetes.io/csi/pv/pvc-7f9c6d5b8/globalmount",
  "2026-11-23T06:00:00Z",
  "1.31.1-rke2r1-build20261110",
  "node-role.kubernetes.io/control-plane:NoSchedule",
  "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384",
  "user@example.com",
])("%s is no secret", (text) => {
  expect(isSecretText(text)).toBe(false);
  expect(isSecretText(`some text with ${text} in it`)).toBe(false);
});

test.each([
  ["a private key", "-----BEGIN RSA PRIVATE KEY-----\nabc"],
  ["a private key in base 64", Buffer.from("-----BEGIN PRIVATE KEY-----\nabc\n").toString("base64")],
  ["a JWT", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk"],
  ["an access key", "AKIAIOSFODNN7EXAMPLE"],
  ["a hash of a password", "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"],
  ["a Vault token", "hvs.CAESIJ1234567890abcdefghij"],
  ["a login in base 64", Buffer.from("robot:hunter2hunter2").toString("base64")],
  ["Docker's login", '{"auths":{"ghcr.io":{"auth":"eA=="}}}'],
  ["an argument", "run --db-password hunter2"],
  ["a connection string", "Server=db;Password=hunter2;"],
  ["a URL without a user", "redis://:hunter2@db/0"],
])("%s is a secret", (_, text) => {
  expect(isSecretText(text)).toBe(true);
});

test("Random tokens of 32 characters are seen, nine of ten, and random hex digits are not", () => {
  const sample = (characters: string, length: number) =>
    fc
      .sample(fc.array(fc.constantFrom(...characters), { minLength: length, maxLength: length }), {
        numRuns: 300,
        seed: 9,
      })
      .map((list) => list.join(""));
  const small = "abcdefghijklmnopqrstuvwxyz";
  const share = (tokens: string[]) => tokens.filter(isSecretText).length / tokens.length;
  expect(share(sample(`${small}${small.toUpperCase()}0123456789+/`, 32))).toBeGreaterThan(0.9);
  expect(share(sample(`${small}0123456789`, 32))).toBeGreaterThan(0.85);
  expect(share(sample("0123456789abcdef", 40))).toBe(0);
});
