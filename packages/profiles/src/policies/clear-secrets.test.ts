import { forbidClearSecrets } from "./clear-secrets";

const CANARY = "canary-7f3a";
const told = (profile: object, ignore: string[] = []) =>
  forbidClearSecrets({ ...profile }, { ignore }).map(({ path, within }) => (within ? `${path} > ${within}` : path));

test("a password in values is told by its place, never by its value", () => {
  const values = `auth:\n  adminPassword: ${CANARY}\n  env:\n    - {name: DB_PASSWORD, value: ${CANARY}}\n    - {name: PORT, value: "80"}\n`;
  const findings = forbidClearSecrets({ packs: [{ name: "web", values }] }, { ignore: [] });
  expect(findings.map(({ within }) => within)).toEqual(["auth.adminPassword", "auth.env[name=DB_PASSWORD].value"]);
  expect(JSON.stringify(findings)).not.toContain(CANARY);
  expect(told({ packs: [{ overrides: { auth: { adminPassword: CANARY } } }] })).toEqual([
    "packs[0].overrides > auth.adminPassword",
  ]);
});

test("all data of a Kubernetes Secret counts, in whatever document it stands", () => {
  const content = `kind: Namespace\nmetadata: {name: a}\n---\nkind: Secret\nmetadata: {name: b}\nstringData: {url: ${CANARY}}\n`;
  expect(told({ packs: [{ manifests: [{ name: "m", content }] }] })).toEqual([
    "packs[0].manifests[0].content > Secret b > stringData.url",
  ]);
});

test("references, names of secrets, switches and ignored places are none", () => {
  const values = [
    'password: "{{.spectro.var.password}}"',
    "existingSecret: regcred",
    "imagePullSecrets: [{name: regcred}]",
    "pullSecrets: [regcred]",
    "credentials: {secretName: regcred, key: token, username: admin}",
    "mountToken: true",
    'token: ""',
    "auth: {token: public}",
  ].join("\n");
  expect(told({ packs: [{ values }] }, ["auth.token"])).toEqual([]);
});

test("a service's readable password and a variable that is not sensitive are told", () => {
  const variables = [
    { name: "db_password", defaultValue: CANARY },
    { name: "api_token", defaultValue: CANARY, isSensitive: true },
    { name: "region", defaultValue: "eu" },
  ];
  expect(told({ profileVariables: { variables } })).toEqual(["profileVariables.variables[0].defaultValue"]);
  expect(told({ variables })).toEqual(["variables[0].defaultValue"]);
  expect(told({ tiers: [{ properties: { password: CANARY, databaseName: "shop" } }] })).toEqual([
    "tiers[0].properties.password",
  ]);
});
