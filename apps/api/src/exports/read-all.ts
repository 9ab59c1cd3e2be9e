import { mostExportedRows } from "@shifan/contract";
import { largestPage } from "../http/list.ts";

/** Answers a request as the app would answer it from outside. */
export type AskApp = (request: Request) => Response | Promise<Response>;

export type ListRow = Readonly<Record<string, unknown>>;

/**
 * All rows of a list for whoever calls, page by page through the list's own address: its filters, its order, its rights.
 *
 * @param asked the caller's request, of which cookies and address go on
 * @param list where the list is, with the caller's `sort` and `filter`
 * @returns the rows, how many there are where there are too many, or the list's own refusal
 */
export async function readAll(
  ask: AskApp,
  asked: Request,
  list: URL,
): Promise<{ rows: ListRow[] } | { tooMany: true } | { refused: Response }> {
  const rows: ListRow[] = [];
  list.searchParams.set("range", JSON.stringify([0, largestPage - 1]));
  for (;;) {
    const answer = await ask(new Request(list, { headers: asked.headers }));
    if (!answer.ok) return { refused: answer };
    const total = /\/(\d+|\*)$/.exec(answer.headers.get("content-range") ?? "")?.[1];
    if (total === "*" || Number(total ?? 0) > mostExportedRows) return { tooMany: true };
    rows.push(...((await answer.json()) as ListRow[]));
    const next = answer.headers.get("next-cursor");
    if (next === null) return { rows };
    // Rows may have come while pages were read.
    if (rows.length > mostExportedRows) return { tooMany: true };
    list.searchParams.set("cursor", next);
  }
}
