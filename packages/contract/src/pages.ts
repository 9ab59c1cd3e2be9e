/** The addresses of the portal's pages: the portal shows them, and the server answers them with the portal's document. */
export const portalPages = {
  home: "/",
  chat: "/chat",
  result: "/result",
  articles: "/articles",
  platforms: "/platforms",
  certificates: "/certificates",
  notices: "/notices",
  complaints: "/complaints",
  receipts: "/receipts",
  accessibility: "/accessibility",
  forgotPassword: "/forgot-password",
  reminders: "/reminders",
  matters: "/my-matters",
  upload: "/upload",
} as const;

export type PortalPage = keyof typeof portalPages;

/**
 * Pages under which each record has an address of its own: the number that a certificate's QR code holds, a notice, the platform that a complaint
 * is to be about, a link of a few minutes by which papers are handed in. Receipts have none: their number opens a matter, and an address is kept in histories and logs.
 */
const pagesOfRecords: ReadonlySet<PortalPage> = new Set(["certificates", "notices", "complaints", "upload"]);

/** The page of an address path, with the record that it names; null where there is no page. A slash at the end does not matter. */
export function portalPageOf(path: string): { page: PortalPage; record: string | null } | null {
  const plain = path.replace(/\/+$/, "") || "/";
  for (const [page, address] of Object.entries(portalPages) as [PortalPage, string][]) {
    if (plain === address) return { page, record: null };
    const rest = plain.startsWith(`${address}/`) ? plain.slice(address.length + 1) : "";
    if (rest !== "" && !rest.includes("/") && pagesOfRecords.has(page)) return { page, record: decoded(rest) };
  }
  return null;
}

/** What somebody typed into the address bar need not be well-formed; it then stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
