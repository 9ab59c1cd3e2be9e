import { type ReactNode, useEffect } from "react";
import type { Page } from "../router.tsx";
import { texts } from "../texts.ts";
import { DemonstrationBanner } from "./demonstration.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

type PageFrameProps = {
  page: Page | null;
  title: string;
  /** The page shows its h1 itself. */
  ownHeading?: boolean;
  className?: string;
  children: ReactNode;
};

/** Skip link, header, one h1, content, footer: what every page is made of. */
export function PageFrame({ page, title, ownHeading = false, className = "", children }: PageFrameProps) {
  useEffect(() => {
    document.title = page === "home" ? texts.site.name : `${title} - ${texts.site.name}`;
  }, [page, title]);
  return (
    <>
      <a className="skip-link" href="#main">
        {texts.site.skip}
      </a>
      <DemonstrationBanner />
      <Header page={page} />
      <main id="main" className={`site-main ${className}`} tabIndex={-1}>
        {ownHeading ? null : <h1 tabIndex={-1}>{title}</h1>}
        {children}
      </main>
      <Footer page={page} />
    </>
  );
}
