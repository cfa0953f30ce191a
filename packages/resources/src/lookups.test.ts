import { type At, type Call, type PaletteClient, PaletteError } from "@palette-profiles/palette-api";
import { createLookups } from "./lookups";

const at = (uid: string): At => ({ scope: { kind: "project", uid }, signal: new AbortController().signal });

/** A client that answers by path, and keeps what was asked of it. */
function clientOf(answers: Record<string, unknown>): { client: PaletteClient; asked: string[] } {
  const asked: string[] = [];
  const send = async <T>({ path, scope }: Call): Promise<T> => {
    asked.push(`${scope.kind === "project" ? scope.uid : "tenant"} ${path}`);
    const answer = answers[path];
    if (typeof answer !== "number") return answer as T;
    throw new PaletteError({ status: answer, code: "Refused", message: "no", call: `GET ${path}` });
  };
  return { client: { url: "", send }, asked };
}

describe("macros", () => {
  it("are asked for once a scope, however many want them, and named without their prefix", async () => {
    const answer = { macros: [{ name: "region" }, { name: "{{.spectro.macro.dns}}" }, {}] };
    const { client, asked } = clientOf({ "/v1/clusterprofiles/macros": answer });
    const lookups = createLookups(client);
    const all = await Promise.all([at("a"), at("a"), at("b"), at("a")].map((each) => lookups.macros(each)));
    expect(all).toEqual(Array(4).fill(["region", "dns"]));
    expect(asked).toEqual(["a /v1/clusterprofiles/macros", "b /v1/clusterprofiles/macros"]);
  });

  it("that a key may not read are not there, and are not asked for again; a failure is, and tells", async () => {
    const refusing = clientOf({ "/v1/clusterprofiles/macros": 403 });
    const lookups = createLookups(refusing.client);
    expect([await lookups.macros(at("a")), await lookups.macros(at("a"))]).toEqual([undefined, undefined]);
    expect(refusing.asked).toHaveLength(1);
    const failing = createLookups(clientOf({ "/v1/clusterprofiles/macros": 500 }).client);
    await expect(failing.macros(at("a"))).rejects.toThrow("no");
  });

  it("of the project, the tenant and the system are read from their own lists, as far as the key may", async () => {
    const { client } = clientOf({
      "/v1/users/info": { tenantUid: "t" },
      "/v1/tenants/t/macros": { macros: [{ name: "dns" }] },
      "/v1/projects/a/macros": 403,
      "/v1/users/system/macros": { macros: [{ name: "proxy" }] },
    });
    expect(await createLookups(client).definedMacros(at("a"))).toEqual(["dns", "proxy"]);
  });
});
