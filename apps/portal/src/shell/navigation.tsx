import { Link, type Page } from "../router.tsx";
import { texts } from "../texts.ts";

/** The main pages, in the order in which people need them. */
const mainPages = ["chat", "articles", "notices", "platforms", "complaints", "matters"] as const;

/** Under which main page a page stands. */
const within: Partial<Record<Page, (typeof mainPages)[number]>> = {
  result: "chat",
  certificates: "platforms",
  receipts: "complaints",
  reminders: "matters",
  upload: "matters",
};

/** The ways to the main pages. */
export function Navigation({ page, id }: { page: Page | null; id: string }) {
  const under = page === null ? undefined : (within[page] ?? page);
  return (
    <nav className="site-navigation" id={id} aria-label={texts.site.mainNavigation}>
      <ul>
        {mainPages.map((to) => (
          <li key={to}>
            <Link to={to} current={under === to}>
              {texts.navigation[to]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
