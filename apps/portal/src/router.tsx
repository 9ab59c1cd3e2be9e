import { type PortalPage, portalPageOf, portalPages } from "@shifan/contract/pages";
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

/** What an address shows: a page, and the record that it names. */
export type Place = { page: Page | null; record: string | null };

/** The place of an address path. */
export function placeOf(path: string): Place {
  return portalPageOf(path) ?? { page: null, record: null };
}

export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => window.location.pathname));
}

/** The address of a page, or of one record under it. */
function addressOf(page: Page, record?: string): string {
  return record === undefined ? portalPages[page] : `${portalPages[page]}/${encodeURIComponent(record)}`;
}

/** Goes to a page, or to one record under it, without loading the document anew. */
export function navigate(page: Page, { fragment = "", record }: { fragment?: string; record?: string } = {}): void {
  cameByHistory = false;
  window.history.pushState(null, "", addressOf(page, record) + fragment);
  for (const listener of listeners) listener();
}

type LinkProps = {
  to: Page;
  /** One record under the page. */
  record?: string;
  /** "#…", the part of the page to show. */
  fragment?: string;
  className?: string | undefined;
  current?: boolean;
  children: ReactNode;
};

/** A real link, so that it opens in a new tab, is copied and works from the keyboard like any other. */
export function Link({ to, record, fragment = "", className, current, children }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to, record === undefined ? { fragment } : { fragment, record });
  };
  return (
    <a
      href={addressOf(to, record) + fragment}
      className={className}
      onClick={follow}
      {...(current === true ? { "aria-current": "page" as const } : {})}
    >
      {children}
    </a>
  );
}
