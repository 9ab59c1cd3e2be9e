/** The part of sessionStorage that is used; a browser may refuse it altogether. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export type Drafts<Draft> = {
  read(name: string): Draft;
  write(name: string, draft: Draft): void;
  forget(name: string): void;
  /** False where the browser keeps nothing: then a draft lasts only as long as the page. */
  lasts(): boolean;
};

/**
 * Keeps what is not sent yet on a shelf; where that is refused, in this page alone.
 *
 * @param prefix of the names under which drafts stand on the shelf
 * @param parse a draft from what stands there; whatever is none is read as an empty one
 */
export function keepDrafts<Draft>(
  shelf: () => Shelf,
  { prefix, parse }: { prefix: string; parse: (value: unknown) => Draft },
): Drafts<Draft> {
  const inPage = new Map<string, Draft>();
  let refused = false;
  const attempt = (use: (shelf: Shelf) => void): void => {
    try {
      use(shelf());
    } catch {
      refused = true;
    }
  };
  const keyOf = (name: string) => `${prefix}${name}`;
  return {
    read: (name) => {
      let text: string | null = null;
      attempt((store) => {
        text = store.getItem(keyOf(name));
      });
      return inPage.get(name) ?? parse(readKept(text));
    },
    write: (name, draft) => {
      inPage.set(name, draft);
      attempt((store) => store.setItem(keyOf(name), JSON.stringify(draft)));
    },
    forget: (name) => {
      inPage.delete(name);
      attempt((store) => store.removeItem(keyOf(name)));
    },
    lasts: () => !refused,
  };
}

function readKept(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
