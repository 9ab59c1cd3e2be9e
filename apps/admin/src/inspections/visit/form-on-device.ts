import type { DescribedAct } from "../../acts/use-act-description.ts";

const key = "shifan.visit-form";

/** Keeps the description of the form on the device: the same for everybody, with nothing of any case. */
export function keepFormOnDevice(description: DescribedAct): void {
  try {
    localStorage.setItem(key, JSON.stringify(description));
  } catch {
    // Where the page may keep nothing, the form comes with a connection alone.
  }
}

/** The form as it was when it was last open on this device; null where it never was. */
export function formOnDevice(): DescribedAct | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as DescribedAct);
  } catch {
    return null;
  }
}
