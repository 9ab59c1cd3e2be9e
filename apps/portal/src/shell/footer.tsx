import { Link, type Page } from "../router.tsx";
import { texts } from "../texts.ts";

const pages = [
  "home",
  "articles",
  "notices",
  "platforms",
  "complaints",
  "receipts",
  "matters",
  "reminders",
  "accessibility",
] as const;
const names = {
  home: texts.site.home,
  articles: texts.titles.articles,
  notices: texts.titles.notices,
  platforms: texts.titles.platforms,
  complaints: texts.titles.complaints,
  receipts: texts.titles.receipts,
  matters: texts.titles.matters,
  reminders: texts.titles.reminders,
  accessibility: texts.titles.accessibility,
};

/** The foot of every public page. */
export function Footer({ page }: { page: Page | null }) {
  return (
    <footer className="site-footer">
      <nav aria-label={texts.site.navigation}>
        <ul>
          {pages.map((to) => (
            <li key={to}>
              <Link to={to} current={page === to}>
                {names[to]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p>{texts.footer.basis}</p>
      <p>{texts.footer.limits}</p>
    </footer>
  );
}
