import { useEffect, useId, useRef, useState } from "react";
import { Link, type Page } from "../router.tsx";
import { texts } from "../texts.ts";
import { useLargeText } from "./large-text.ts";
import { Navigation } from "./navigation.tsx";
import { Phrases } from "./phrases.tsx";

/** The band on top of every page: whose it is, the way to the main pages, and larger text. On a phone the pages lie behind one button. */
export function Header({ page }: { page: Page | null }) {
  const [large, setLarge] = useLargeText();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [openedOn, setOpenedOn] = useState(page);
  // Whoever has come to another page is done with the menu.
  if (openedOn !== page) {
    setOpenedOn(page);
    setOpen(false);
  }
  useEffect(() => {
    if (!open) return;
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      setOpen(false);
      menu.current?.focus();
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, [open]);
  return (
    <header className={`site-header${open ? " open" : ""}`}>
      <div className="site-header-inner">
        <Link to="home" className="site-name" current={page === "home"}>
          <img src="/mark.svg" alt="" width="36" height="36" />
          <span className="full-name">{texts.site.name}</span>
          <span className="short-name">
            <Phrases of={texts.site.shortPhrases} />
          </span>
        </Link>
        <div className="header-tools">
          <button type="button" className="header-button" aria-pressed={large} onClick={() => setLarge(!large)}>
            {texts.site.largeText}
          </button>
          <button
            type="button"
            className="header-button menu-button"
            ref={menu}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {texts.site.menu}
          </button>
        </div>
      </div>
      <Navigation page={page} id={id} />
    </header>
  );
}
