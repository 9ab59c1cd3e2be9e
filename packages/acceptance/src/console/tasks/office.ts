import type { Session } from "../../browser-session.ts";
import { act, make, type People, read, signInEverybody } from "../../procedure.ts";
import type { ConsoleWorld } from "../world.ts";

/** Who works in the world of the console, and what is there. */
export interface Office extends ConsoleWorld {
  readonly url: string;
  readonly people: People;
  setClock(instant: string): Promise<void>;
  /** Another number at each call, from 1. */
  next(): number;
}

export async function openOffice(world: Omit<Office, "people" | "next">): Promise<Office> {
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  return { ...world, next, people: await signInEverybody(world.url) };
}

/** Makes a record. Its path. @throws Error when it is refused */
export async function makeRecord(session: Session, path: string, json: object): Promise<string> {
  const { status, body } = await make(session, path, json);
  if (status !== 201) throw new Error(`${path} is refused: ${JSON.stringify(body)}`);
  return `${path}/${(body as { id: string }).id}`;
}

/** Does an act on a record. Its path. @throws Error when it is refused */
export async function doOn(session: Session, path: string, name: string, json: object = {}): Promise<string> {
  const { status, body } = await act(session, path, name, json);
  if (status !== 200) throw new Error(`${name} of ${path} is refused: ${JSON.stringify(body)}`);
  return path;
}

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly name: string;
}

/** The path in the API of the first record that fits, as somebody lists it. @throws Error when there is none */
export async function find(
  { people }: Office,
  resource: string,
  fits: (record: Listed) => boolean,
  by: keyof People = "city",
): Promise<string> {
  const { body } = await read<readonly Listed[]>(people[by], `/api/v1/${resource}?range=[0,99]`);
  const found = body.find(fits);
  if (found === undefined) throw new Error(`none of ${resource} fits`);
  return `/api/v1/${resource}/${found.id}`;
}
