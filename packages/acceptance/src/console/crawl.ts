import { openSession, type Session } from "../browser-session.ts";
import { read } from "../procedure.ts";
import type { Traffic } from "./traffic.ts";

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly enum?: readonly string[]; readonly example?: string };
}

/** Ids of each resource, whoever may read them. */
export type Ids = ReadonlyMap<string, readonly string[]>;

/** The ids of all that these people may read together. */
export async function idsOf(url: string, readers: readonly Session[]): Promise<Ids> {
  const { paths } = await describe(url);
  const ids = new Map<string, string[]>();
  const collect = async (resource: string, query: string) => {
    for (const reader of readers) {
      const { status, body } = await reader.call(`/api/v1/${resource}?range=[0,24]${query}`);
      if (status !== 200 || !Array.isArray(body)) continue;
      const found = (body as { id?: string }[]).flatMap(({ id }) => (id === undefined ? [] : [id]));
      ids.set(resource, [...new Set([...(ids.get(resource) ?? []), ...found])]);
    }
  };
  for (const path of Object.keys(paths)) {
    const [, resource] = /^\/api\/v1\/([a-z-]+)$/.exec(path) ?? [];
    if (resource !== undefined && paths[path]?.get !== undefined) await collect(resource, "");
  }
  // Notes are listed by the record that they are about.
  for (const recordId of ids.get("certifications") ?? []) {
    const about = JSON.stringify({ resource: "certifications", recordId });
    await collect("staff-notes", `&filter=${encodeURIComponent(about)}`);
  }
  return ids;
}

const describe = async (url: string) => (await read<Description>(openSession(url), "/api/openapi.json")).body;

/**
 * Asks for everything that the description of the API has an address for, with every id that there is, and tries every act in a state long past, so
 * that it is refused: whatever is answered, papers and refusals alike, is searched.
 */
export async function crawl(url: string, session: Session, ids: Ids, traffic: Traffic): Promise<void> {
  const { paths } = await describe(url);
  for (const [path, operations] of Object.entries(paths)) {
    if (!path.startsWith("/api/v1/") || path.startsWith("/api/v1/auth/")) continue;
    for (const method of ["get", "post"] as const) {
      const operation = operations[method];
      if (operation === undefined || (method === "post" && !path.includes("/{id}/"))) continue;
      for (const address of addressesOf(path, operation.parameters ?? [], ids)) {
        const sent = method === "get" ? {} : { json: {}, headers: { "if-match": '"999999"' } };
        const { body } = await session.call(address, { ...sent, asBytes: true });
        session.answers.length = 0;
        await traffic.search(`${url}${address}`, body as Buffer);
      }
    }
  }
}

/** Every address of a described path: with each id, and each value that a parameter may have. */
function addressesOf(path: string, parameters: readonly Parameter[], ids: Ids): string[] {
  const [, resource = ""] = /^\/api\/v1\/(?:public\/)?([a-z-]+)/.exec(path) ?? [];
  let addresses = [path];
  for (const [whole, name = ""] of path.matchAll(/\{(\w+)\}/g)) {
    const described = parameters.find((each) => each.in === "path" && each.name === name)?.schema;
    const values =
      name === "id" ? (ids.get(resource) ?? ["nothing"]) : (described?.enum ?? namedIn(name, described?.example));
    addresses = addresses.flatMap((address) =>
      values.map((value) => address.replace(whole, encodeURIComponent(value))),
    );
  }
  // Each paper in one of its forms: they are drawn from one description.
  const formats = parameters.find((each) => each.in === "query" && each.name === "format")?.schema?.enum ?? [];
  return formats.includes("docx") ? addresses.map((address) => `${address}?format=docx`) : addresses;
}

/** Values of parameters that the description leaves open. */
function namedIn(name: string, example: string | undefined): readonly string[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    list: ["served", "staff", "partners"],
    section: ["cover", "basics"],
  };
  return known[name] ?? [example ?? "nothing"];
}
