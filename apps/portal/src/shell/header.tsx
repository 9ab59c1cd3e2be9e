import { Link, type Page } from "../router.tsx";
import { texts } from "../texts.ts";
import { useLargeText } from "./large-text.ts";

/** The band on top of every page: where one is, the way home, and larger text. */
export function Header({ page }: { page: Page | null }) {
  const [large, setLarge] = useLargeText();
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <Link to="home" className="site-name" current={page === "home"}>
          <img src="/mark.svg" alt="" width="36" height="36" />
          <span>{texts.site.short}</span>
        </Link>
        <button type="button" className="header-button" aria-pressed={large} onClick={() => setLarge(!large)}>
          {texts.site.largeText}
        </button>
      </div>
    </header>
  );
}
