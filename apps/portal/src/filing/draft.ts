import type { ReceiptIssued } from "@shifan/contract/client";

/** What this tab keeps of something to be filed. It ends with the tab, because the device may be anybody's. */
export type Draft = {
  /** What is written, by the name of the field. */
  values: Readonly<Record<string, string>>;
  /** What was sent last, and under which key: sent again unchanged, it is not filed twice. */
  sent: { text: string; key: string };
  /** What came of it; the number is given only once, so that it stays until the reader puts it away. */
  receipt: ReceiptIssued | null;
};

export const noDraft: Draft = { values: {}, sent: { text: "", key: "" }, receipt: null };

/** The part of sessionStorage we use; a browser may refuse it altogether. */
type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export type Drafts = {
  read(name: string): Draft;
  write(name: string, draft: Draft): void;
  forget(name: string): void;
  /** False where the browser keeps nothing: then a draft lasts only as long as the page. */
  lasts(): boolean;
};

/** Keeps drafts on a shelf; where that is refused, in this page alone. */
export function draftsOn(shelf: () => Shelf): Drafts {
  const inPage = new Map<string, Draft>();
  let refused = false;
  const attempt = (use: (shelf: Shelf) => void): void => {
    try {
      use(shelf());
    } catch {
      refused = true;
    }
  };
  const keyOf = (name: string) => `shifan.filing.${name}`;
  return {
    read: (name) => {
      let text: string | null = null;
      attempt((store) => {
        text = store.getItem(keyOf(name));
      });
      return inPage.get(name) ?? parseDraft(text);
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

/** The drafts of this tab. */
export const tabDrafts: Drafts = draftsOn(() => window.sessionStorage);

function parseDraft(text: string | null): Draft {
  try {
    const value: Partial<Draft> | null = JSON.parse(text ?? "null");
    if (value === null || typeof value !== "object") return noDraft;
    const written = Object.entries(value.values ?? {}).filter(([, each]) => typeof each === "string");
    return {
      values: Object.fromEntries(written),
      sent: { text: String(value.sent?.text ?? ""), key: String(value.sent?.key ?? "") },
      receipt: typeof value.receipt?.receiptNumber === "string" ? value.receipt : null,
    };
  } catch {
    return noDraft;
  }
}
