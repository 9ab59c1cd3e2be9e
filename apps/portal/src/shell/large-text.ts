import { useSyncExternalStore } from "react";

const key = "shifan.large-text";
const listeners = new Set<() => void>();

const isLarge = (): boolean => document.documentElement.dataset.text === "large";

function show(large: boolean): void {
  if (large) document.documentElement.dataset.text = "large";
  else delete document.documentElement.dataset.text;
}

/** Applies what this device chose before; called once, before anything is drawn. */
export function restoreLargeText(): void {
  try {
    show(window.localStorage.getItem(key) === "on");
  } catch {
    // A browser that keeps nothing starts with ordinary text.
  }
}

function setLarge(large: boolean): void {
  show(large);
  try {
    window.localStorage.setItem(key, large ? "on" : "off");
  } catch {
    // It holds for this page, then.
  }
  for (const listener of listeners) listener();
}

/** Whether the page is shown large, and the switch. */
export function useLargeText(): [boolean, (large: boolean) => void] {
  const large = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isLarge);
  return [large, setLarge];
}
