import { containerValues } from "../app/container";
import { api, container, only, told } from "./test-app-profile.test-support";

const MESSAGE = (service: string) => only(container(service)).message;

describe("checkContainers", () => {
  test("takes what the builder makes", () => {
    const values = containerValues({
      image: "ghcr.io/spectrocloud/hello-universe:1.0.12",
      replicas: 10,
      ports: [1, 65535],
      access: "public",
      env: { A: "1", B: "{{.spectro.macro.b}}" },
      volumes: [
        { name: "a", size: 1, mountPath: "/a" },
        { name: "b", size: 0.5, mountPath: "/b/" },
      ],
    });
    expect(told(api({ values }))).toEqual([]);
  });

  test("takes what the public samples of the official provider have", () => {
    const sample = `{serviceName: x, registryUrl: "", image: alpine, access: public, ports: ["8080"],
      serviceType: LoadBalancer, args: [$TEST], command: [sh, ./start.sh], env: [{name: TEST, value: "true"}],
      volumeName: TestVolume, volumeSize: 10, pathToMount: /pack}`;
    expect(told(container(sample))).toEqual([]);
  });

  test("looks at containers only, and not at what does not parse", () => {
    expect(told(api({ type: "helm", values: "pack: {namespace: web}\ncontainerService: {}" }))).toEqual([]);
    expect(told(api({ values: "containerService: [" }))).toEqual(["error InvalidYaml tiers.0.values"]);
    expect(told(api({ values: undefined }))).toEqual([]);
  });

  test("a container has an image", () => {
    expect(told(api({ values: "pack: {namespace: web}" }))).toEqual(["error NoContainer tiers.0.values"]);
    for (const image of ['""', "null", "' '"])
      expect(told(container(`{image: ${image}}`))).toEqual(["error NoImage tiers.0.values"]);
    expect(MESSAGE("{access: public}")).toBe(
      'the values of tier "api" name no image; set containerService.image, such as "nginx:1.27", with the registry\'s address unless it is Docker Hub',
    );
  });

  test("Palette runs 1 to 10 of a container", () => {
    for (const replicas of ["1", "10", '"3"', "'{{.spectro.macro.n}}'"])
      expect(told(container(`{image: a, replicas: ${replicas}}`))).toEqual([]);
    for (const replicas of ["0", "11", "1.5", "many", "-1"])
      expect(told(container(`{image: a, replicaCount: ${replicas}}`))).toEqual([
        "error InvalidReplicas tiers.0.values",
      ]);
    expect(MESSAGE("{image: a, replicas: 12}")).toBe(
      'the values of tier "api" set containerService.replicas to "12"; Palette runs 1 to 10 of a container: write a whole number among these',
    );
  });

  test("ports are whole numbers from 1 to 65535, each once, as numbers or texts", () => {
    expect(told(container('{image: a, ports: [80, "443", "{{.spectro.macro.p}}"]}'))).toEqual([]);
    for (const port of ["0", "65536", "http", "80.5", "{a: 1}"])
      expect(told(container(`{image: a, ports: [${port}]}`))).toEqual(["error InvalidPort tiers.0.values"]);
    expect(MESSAGE('{image: a, ports: [80, "80"]}')).toBe(
      'the values of tier "api" list the port 80 twice; remove one',
    );
    expect(MESSAGE("{image: a, ports: 80}")).toContain('is no list; write one, such as ["8080"]');
  });

  test("access is private or public", () => {
    for (const access of ["private", "public"]) expect(told(container(`{image: a, access: ${access}}`))).toEqual([]);
    expect(MESSAGE("{image: a, access: Public}")).toBe(
      'the values of tier "api" set containerService.access to "Public", which is unknown; use private or public; did you mean "public"?',
    );
  });

  test("environment variables have names, each once, and their values are not shown", () => {
    expect(told(container("{image: a, env: [{name: A, value: 1}, {name: B}]}"))).toEqual([]);
    expect(MESSAGE("{image: a, env: [{name: A, value: hunter2}, {name: A, value: hunter3}]}")).toBe(
      'the values of tier "api" set the environment variable "A" twice; remove one',
    );
    expect(MESSAGE("{image: a, env: [{value: hunter2}]}")).toBe(
      'the values of tier "api": the environment variable 1 has no name; give it one',
    );
    expect(MESSAGE("{image: a, env: {A: 1}}")).toContain("containerService.env is no list");
  });

  test("volumes have a name, a size above 0 and a place from / on, and share neither name nor place", () => {
    const volumes = (...list: string[]) => container(`{image: a, volumes: [${list.join(", ")}]}`);
    const good = "{name: a, size: 2, mountPath: /a}";
    expect(told(volumes(good, '{name: b, size: "2", mountPath: "{{.spectro.macro.p}}"}'))).toEqual([]);
    const wrong = [
      "{size: 2, mountPath: /b}",
      "{name: a, size: 2, mountPath: /b}",
      "{name: b, size: 0, mountPath: /b}",
      "{name: b, size: 2Gi, mountPath: /b}",
      "{name: b, mountPath: /b}",
      "{name: b, size: 2, mountPath: b}",
      "{name: b, size: 2, mountPath: /a/}",
    ];
    for (const volume of wrong) expect(told(volumes(good, volume))).toEqual(["error InvalidVolume tiers.0.values"]);
    expect(only(volumes("{name: b, size: 2, mountPath: data}")).message).toBe(
      'the values of tier "api": the volume "b" is mounted at "data"; write the whole path, from "/" on',
    );
    expect(MESSAGE("{image: a, volumeName: v, volumeSize: 0, pathToMount: /v}")).toBe(
      'the values of tier "api": the volume "v" has the size "0"; write a number of GiB above 0',
    );
  });
});
