import type { Person } from "../person.ts";

/** A record as it was last answered: where it is, what it says, and in which state it was. */
export type Kept<Body> = { readonly path: string; readonly body: Body; readonly etag: string };

async function asked<Body>(
  person: Person,
  path: string,
  asking: Parameters<Person["ask"]>[1],
): Promise<{ body: Body; etag: string }> {
  const told = await person.ask(path, asking);
  if (told.status >= 300) throw new Error(`${path}: ${told.status} ${JSON.stringify(told.body)}`);
  return { body: told.body as Body, etag: told.headers.get("etag") ?? "" };
}

/**
 * Makes a record, or finds the one that the same key has made, as it is now.
 *
 * @throws Error when it is refused
 */
export async function begin<Body extends { id: string }>(
  person: Person,
  collection: string,
  body: unknown,
  key: string,
  home = collection,
): Promise<Kept<Body>> {
  const made = await asked<Body>(person, collection, { body, headers: { "idempotency-key": key } });
  return { ...made, path: `${home}/${made.body.id}` };
}

/** A record as it stands now. @throws Error when there is no such record for this reader */
export async function look<Body>(person: Person, path: string): Promise<Kept<Body>> {
  return { path, ...(await asked<Body>(person, path, {})) };
}

/** Does an act on a record as it was last answered. @throws Error when it is refused */
export async function step<Body>(
  person: Person,
  { path, etag }: Omit<Kept<unknown>, "body">,
  act: string,
  body: unknown = {},
  method: "POST" | "PUT" = "POST",
): Promise<Kept<Body>> {
  const asking = { method, body, headers: { "if-match": etag } };
  return { ...(await asked<Body>(person, `${path}/${act}`, asking)), path };
}
