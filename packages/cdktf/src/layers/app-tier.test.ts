import { Container } from "./container";
import { Manifest } from "./manifest";
import { OperatorService } from "./operator-service";

const outputOf = (name: string) => `{{.spectro.app.$appDeploymentName.it.${name}}}`;
const some = { name: "it", databaseName: "a", userName: "a", password: "YQ==", rootPassword: "YQ==", volumeSize: 1 };
const service = (kind: "postgres" | "mysql" | "mongodb" | "redis" | "vault" | "minio") => OperatorService[kind](some);

test("A tier's output is the reference that Palette puts its value into", () => {
  expect(new Manifest({ name: "it", content: "kind: Role" }).output("ANY_NAME")).toBe(
    "{{.spectro.app.$appDeploymentName.it.ANY_NAME}}",
  );
});

test("The documented outputs of a container have names of their own", () => {
  const it = new Container({ name: "it", image: "a:1" });
  expect([it.service, it.port, it.namespace, it.externalHostname, it.externalIp]).toEqual(
    [
      "CONTAINER_SVC",
      "CONTAINER_SVC_PORT",
      "CONTAINER_NAMESPACE",
      "CONTAINER_SVC_EXTERNALHOSTNAME",
      "CONTAINER_SVC_EXTERNALIP",
    ].map(outputOf),
  );
});

test.each([
  ["postgres", "service", "POSTGRESMSTR_SVC"],
  ["postgres", "port", "POSTGRESMSTR_SVC_PORT"],
  ["postgres", "userName", "USERNAME"],
  ["postgres", "password", "PASSWORD"],
  ["mysql", "password", "ROOT_PASSWORD"],
  ["mysql", "namespace", "MYSQLMSTR_SVC_NAMESPACE"],
  ["mongodb", "uri", "MONGO_URI"],
  ["redis", "service", "REDISMSTR_SVC"],
  ["vault", "rootToken", "VAULT_ROOT_TOKEN"],
  ["vault", "port", "VAULTMSTR_SVC_PORT"],
] as const)("Of %s, %s is %s", (kind, what, name) => {
  expect(service(kind)[what]).toBe(outputOf(name));
});

test("What a service is not known to tell is an error that names what it does", () => {
  expect(() => service("mongodb").port).toThrow(
    'UnknownOutput: tier "it" has no known output variable for "port": it has USERNAME, PASSWORD, MONGO_URI, MONGO_URI_SRV; take one of these, or another one by output(NAME)',
  );
  expect(() => service("minio").service).toThrow(
    'tier "it" has no known output variable for "service": none of this service is documented; where it has one, take it by output(NAME)',
  );
  expect(service("minio").output("SVC")).toBe(outputOf("SVC"));
});
