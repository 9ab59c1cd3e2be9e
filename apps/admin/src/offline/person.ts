import type { Me } from "@shifan/contract";

const key = "shifan.person-on-device";

/** Who was signed in last on this device, for opening without a connection; nobody once they signed out. */
export function rememberOnDevice(me: Me | null): void {
  try {
    if (me === null) localStorage.removeItem(key);
    else localStorage.setItem(key, me.user.id);
  } catch {
    // Where the page may keep nothing, it opens with a connection alone.
  }
}

export function personOnDevice(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
