import { type PortalPage, portalPages } from "@shifan/contract/pages";
import { type MouseEvent, type ReactNode, useSyncExternalStore } from "react";

/** A page of the portal. Its address stands in the contract, because the server answers it with our document. */
export type Page = PortalPage;

const listeners = new Set<() => void>();

/** Whether the reader came by going back or forward; the browser then finds the place on the page itself. */
let cameByHistory = false;
export const hasComeByHistory = (): boolean => cameByHistory;

function subscribe(listener: () => void): () => void {
  const onPopState = () => {
    cameByHistory = true;
    listener();
  };
  listeners.add(listener);
  window.addEventListener("popstate", onPopState);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", onPopState);
  };
}

/** The page of an address path; null when there is none. */
export function pageOf(path: string): Page | null {
  const plain = path.length > 1 ? path.replace(/\/+$/, "") : path;
  const found = Object.entries(portalPages).find(([, address]) => address === (plain === "" ? "/" : plain));
  return found === undefined ? null : (found[0] as Page);
}

export function usePage(): Page | null {
  return pageOf(useSyncExternalStore(subscribe, () => window.location.pathname));
}

/** Goes to a page without loading the document anew. */
export function navigate(page: Page, fragment = ""): void {
  cameByHistory = false;
  window.history.pushState(null, "", portalPages[page] + fragment);
  for (const listener of listeners) listener();
}

type LinkProps = {
  to: Page;
  /** "#…", the part of the page to show. */
  fragment?: string;
  className?: string | undefined;
  current?: boolean;
  children: ReactNode;
};

/** A real link, so that it opens in a new tab, is copied and works from the keyboard like any other. */
export function Link({ to, fragment = "", className, current, children }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to, fragment);
  };
  return (
    <a
      href={portalPages[to] + fragment}
      className={className}
      onClick={follow}
      {...(current === true ? { "aria-current": "page" as const } : {})}
    >
      {children}
    </a>
  );
}
