import { type People, read, signInEverybody } from "../../procedure.ts";
import type { ConsoleWorld } from "../world.ts";

/** Who works in the world of the console, and what is there. */
export interface Office extends ConsoleWorld {
  readonly url: string;
  readonly people: People;
  setClock(instant: string): Promise<void>;
}

export async function openOffice(world: Omit<Office, "people">): Promise<Office> {
  return { ...world, people: await signInEverybody(world.url) };
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
