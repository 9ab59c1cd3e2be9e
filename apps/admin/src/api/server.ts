import { type Call, exchange, Problem, type ServerAnswer } from "@shifan/contract/client";

type Listener = () => void;

let waiting: Promise<boolean> | null = null;
let settle: ((isSignedIn: boolean) => void) | null = null;
const listeners = new Set<Listener>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Whether a call waits for the person to sign in again, for the dialog that asks them. */
export const sessionLoss = {
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isLost: () => waiting !== null,
  /** Ends the waiting: calls go on when the person is back, and are refused when they gave up. */
  settle: (isSignedIn: boolean) => {
    settle?.(isSignedIn);
    waiting = null;
    settle = null;
    tell();
  },
};

function waitForSignIn(): Promise<boolean> {
  waiting ??= new Promise((resolve) => {
    settle = resolve;
  });
  tell();
  return waiting;
}

/**
 * The one way to the server. Each call says for whom the page is open: where somebody else has signed in in another tab since, it is refused like one
 * without a session. A call that finds the session gone waits until the person has signed in again and is then sent once more, so that nothing that
 * was typed is lost.
 *
 * @throws Problem when the server refused
 */
export async function ask<Body>(call: Call): Promise<ServerAnswer<Body>> {
  try {
    return await exchange<Body>({ baseUrl: "" }, { ...call, headers: { ...call.headers, ...inTheNameOf(call) } });
  } catch (cause) {
    const isLost = cause instanceof Problem && cause.code === "not_signed_in" && personKnown !== null;
    if (!isLost || !(await waitForSignIn())) throw cause;
    return ask(call);
  }
}

let personKnown: string | null = null;

/** Says who has signed in in this tab, null for nobody: without, a session that is gone is nothing to go on with. */
export function rememberPerson(userId: string | null): void {
  personKnown = userId;
}

/** Signing in is for whoever does it. */
function inTheNameOf({ path }: Call): Record<string, string> {
  return personKnown === null || path.startsWith("/api/v1/auth/") ? {} : { "signed-in-as": personKnown };
}
