/** A document that a schema takes, and what is known of its parts. Shapes are paths with `#` for each place in a list. */
export interface KnownDocument {
  readonly document: unknown;
  readonly takes: (document: unknown) => boolean;
  /** Shapes of what may be left out. */
  readonly optional: ReadonlySet<string>;
  /** Whether an object has keys of the document's own, such as ids. */
  readonly isOpen: (shape: string) => boolean;
  /** Whether a place takes values of several types. */
  readonly isLoose: (shape: string) => boolean;
}

export type Path = readonly (string | number)[];
type Holder = Record<string | number, unknown>;

const shapeOf = (path: Path): string => path.map((step) => (typeof step === "number" ? "#" : step)).join(".");

/** A copy of a document with one place changed. */
export function changedAt(document: unknown, path: Path, change: (holder: Holder, key: string | number) => void) {
  const copy: unknown = structuredClone(document);
  let holder = copy as Holder;
  for (const step of path.slice(0, -1)) holder = holder[step] as Holder;
  change(holder, path.at(-1) as string | number);
  return copy;
}

function* everyPlace(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    yield { path: at, value: inner };
    yield* everyPlace(inner, at);
  }
}

/** Every place of a document, once where several are alike. */
function placesOf(document: unknown): { path: Path; value: unknown }[] {
  const seen = new Set<string>();
  return [...everyPlace(document)].filter(({ path }) => {
    const isNew = !seen.has(shapeOf(path));
    seen.add(shapeOf(path));
    return isNew;
  });
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** The shapes of what may be left out although it is needed, and of what may not although it is optional. */
export function leftOutWrongly({ document, takes, optional, isOpen }: KnownDocument): string[] {
  const places = placesOf(document).filter(
    ({ path }) => typeof path.at(-1) !== "number" && !isOpen(shapeOf(path.slice(0, -1))),
  );
  const wrong = places.filter(({ path }) => {
    const without = changedAt(document, path, (holder, key) => delete holder[key]);
    return takes(without) !== optional.has(shapeOf(path));
  });
  return wrong.map(({ path }) => shapeOf(path));
}

/** The shapes of the objects to which something may be added. */
export function addedWrongly({ document, takes, isOpen }: KnownDocument): string[] {
  const objects = [{ path: [], value: document }, ...placesOf(document)].filter(
    ({ path, value }) => isObject(value) && !Array.isArray(value) && !isOpen(shapeOf(path)),
  );
  const wrong = objects.filter(({ path }) =>
    takes(
      changedAt(document, [...path, "surplus"], (holder, key) => {
        holder[key] = 1;
      }),
    ),
  );
  return wrong.map(({ path }) => shapeOf(path));
}

/** The shapes of what may be of another type. */
export function mistypedWrongly({ document, takes, isLoose }: KnownDocument): string[] {
  const wrong = placesOf(document).filter(({ path, value }) => {
    const mistyped = changedAt(document, path, (holder, key) => {
      holder[key] = isObject(value) ? 5 : { odd: 1 };
    });
    return !isLoose(shapeOf(path)) && takes(mistyped);
  });
  return wrong.map(({ path }) => shapeOf(path));
}
