import { useEffect, useRef } from "react";
import { hasComeByHistory, type Place } from "../router.tsx";

/** Takes the reader to the part of the page that the address names. False when the page has no such part (yet). */
export function landAtFragment(): boolean {
  const name = decodeURIComponent(window.location.hash.slice(1));
  const named = name === "" ? null : document.getElementById(name);
  named?.scrollIntoView();
  named?.focus({ preventScroll: true });
  return named !== null;
}

/**
 * After going to another page, or to another record of one, without a load, puts the reader where a load would have: at the part the
 * address names, else at the page's heading. The first page of a visit, and the way back, are left to the browser. Stands beside the
 * page, so that it comes when the page does.
 */
export function Landing({ page, record }: Place): null {
  const here = `${page} ${record ?? ""}`;
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    if (!hasComeByHistory()) {
      if (landAtFragment()) return;
      window.scrollTo(0, 0);
    }
    const landing = document.querySelector<HTMLElement>("[data-landing]") ?? document.querySelector("h1");
    landing?.focus({ preventScroll: true });
  }, [here]);
  return null;
}
