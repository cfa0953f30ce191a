import fc from "fast-check";
import { sameYaml } from "../yaml/equal";
import { yamlErrors } from "../yaml/errors";
import { type ContainerModel, containerObject, containerValues } from "./container";
import { containerOf } from "./container-of";
import { readValues, recordOf } from "./read-values";

const service = (container: ContainerModel) => recordOf(readValues(containerValues(container))!.containerService);

const arbitraryContainer: fc.Arbitrary<ContainerModel> = fc.record(
  {
    image: fc.stringMatching(/^[a-z]{1,8}(?::[0-9.a-z]{1,5})?$/),
    registryUrl: fc.constant("https://registry.example.com"),
    replicas: fc.integer({ min: 1, max: 10 }),
    ports: fc.array(fc.integer({ min: 1, max: 65535 }), { minLength: 1, maxLength: 3 }),
    access: fc.constantFrom("private" as const, "public" as const),
    env: fc.dictionary(fc.stringMatching(/^[A-Z_]{1,6}$/), fc.string({ maxLength: 8 }), { minKeys: 1, maxKeys: 3 }),
    volumes: fc.array(
      fc.record({
        name: fc.stringMatching(/^[a-z]{1,5}$/),
        size: fc.integer({ min: 1, max: 99 }),
        mountPath: fc.constant("/data"),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    command: fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 3 }),
    args: fc.array(fc.constantFrom("yes", "1e3", "--port=80", "#", "{{.spectro.macro.a}}"), {
      minLength: 1,
      maxLength: 3,
    }),
    serviceName: fc.constant("web"),
    serviceType: fc.constant("NodePort"),
  },
  { requiredKeys: ["image"] },
);

describe("containerValues", () => {
  test("writes what Palette's own samples write", () => {
    const container = {
      image: "alpine",
      access: "public" as const,
      ports: [8080],
      args: ["$TEST"],
      command: ["sh"],
      env: { TEST: "true" },
    };
    expect(service(container)).toEqual({
      serviceName: "{{.spectro.system.appdeployment.tiername}}-svc",
      registryUrl: "",
      image: "alpine",
      access: "public",
      ports: ["8080"],
      serviceType: "LoadBalancer",
      command: ["sh"],
      args: ["$TEST"],
      env: [{ name: "TEST", value: "true" }],
    });
  });

  test("offers the outputs that the container has", () => {
    const outputs = (container: ContainerModel) =>
      (containerObject(container).postReadinessHooks as { outputParameters: { name: string }[] }).outputParameters.map(
        ({ name }) => name,
      );
    expect(outputs({ image: "a" })).toEqual(["CONTAINER_NAMESPACE", "CONTAINER_SVC"]);
    expect(outputs({ image: "a", access: "public", ports: [80] })).toEqual([
      "CONTAINER_NAMESPACE",
      "CONTAINER_SVC",
      "CONTAINER_SVC_EXTERNALHOSTNAME",
      "CONTAINER_SVC_EXTERNALIP",
      "CONTAINER_SVC_PORT",
    ]);
  });

  test("writes one volume as the samples do, and more as a list", () => {
    const volume = (name: string) => ({ name, size: 2, mountPath: `/${name}` });
    expect(service({ image: "a", volumes: [volume("x")] })).toMatchObject({
      volumeName: "x",
      volumeSize: 2,
      pathToMount: "/x",
    });
    expect(service({ image: "a", volumes: [volume("x"), volume("y")] })?.volumes).toEqual([volume("x"), volume("y")]);
  });

  test("puts tokens and outputs in their place as they are", () => {
    const token = { token: 1 } as unknown as string;
    const port = { token: 2 } as unknown as number;
    const object = containerObject({ image: token, env: { A: token }, ports: [port] }, (it) => it);
    expect(object.containerService).toMatchObject({ image: token, env: [{ name: "A", value: token }], ports: [port] });
  });
});

describe("containerOf", () => {
  test("reads back what containerValues writes, so that nothing is lost", () => {
    fc.assert(
      fc.property(arbitraryContainer, (container) => {
        const values = containerValues(container);
        expect(yamlErrors(values)).toEqual([]);
        const read = containerOf(values)!;
        expect(read).toEqual({ access: "private", ...container });
        expect(sameYaml(containerValues(read), values)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("reads what the public samples of the official provider have", () => {
    const sample = `containerService: {serviceName: x, registryUrl: "", image: alpine, access: public, ports: ["8080"],
      serviceType: LoadBalancer, env: [{name: TEST, value: "true"}], volumeName: v, volumeSize: 10, pathToMount: /pack}`;
    expect(containerOf(sample)).toEqual({
      image: "alpine",
      access: "public",
      ports: [8080],
      env: { TEST: "true" },
      volumes: [{ name: "v", size: 10, mountPath: "/pack" }],
      serviceName: "x",
    });
  });

  test("gives nothing where there is no container, or one that the model cannot hold", () => {
    const cannot = [
      "",
      "a: [",
      "pack: {}",
      "containerService: {access: public}",
      "containerService: {image: a, ports: ['{{.spectro.macro.p}}']}",
      "containerService: {image: a, env: [{name: A, value: 1}, {name: A, value: 2}]}",
      "containerService: {image: a, volumeName: v}",
      "containerService: {image: a, access: other}",
      "containerService: {image: a, command: sh}",
    ];
    for (const values of cannot) expect([values, containerOf(values)]).toEqual([values, undefined]);
  });
});
