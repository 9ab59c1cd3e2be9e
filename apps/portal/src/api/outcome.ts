import { type Client, createClient, type FieldError, Problem } from "@shifan/contract/client";
import { texts } from "../texts.ts";

/** What became of a request. Faults of the network are ordinary here: a phone loses its connection in a lift. */
export type Outcome<Value> = { ok: true; value: Value } | Setback;
export type Setback =
  /** No usable answer came; the same request may be sent again. */
  | { ok: false; kind: "unreachable" }
  /** The service asks to wait; nothing was taken in. */
  | { ok: false; kind: "wait"; seconds: number }
  /** The thing asked for is not there, or no longer ours. */
  | { ok: false; kind: "gone" }
  /** The service understood and declined; `detail` says so to whoever said one thing, the rest to whoever filled in a form. */
  | {
      ok: false;
      kind: "refused";
      detail: string;
      code: Problem["code"];
      /** The refusal in its own words, where no field is to be mended. */
      said: string;
      errors: readonly FieldError[];
    };

const patienceMilliseconds = 25_000;
const defaultWaitSeconds = 20;
const longestWaitSeconds = 600;

/** Makes one call to our own server. Never throws: every end is an Outcome. */
export async function attempt<Value>(call: (client: Client) => Promise<Value>): Promise<Outcome<Value>> {
  const abort = new AbortController();
  const patience = setTimeout(() => abort.abort(), patienceMilliseconds);
  try {
    return { ok: true, value: await call(createClient({ baseUrl: "", signal: abort.signal })) };
  } catch (cause) {
    return cause instanceof Problem ? setbackOf(cause) : { ok: false, kind: "unreachable" };
  } finally {
    clearTimeout(patience);
  }
}

/** What a refusal means for the person in front of the page. */
export function setbackOf({ status, code, errors, retryAfterSeconds, message }: Problem): Setback {
  if (status === 429) {
    const seconds = retryAfterSeconds ?? defaultWaitSeconds;
    return { ok: false, kind: "wait", seconds: Math.min(Math.max(seconds, 1), longestWaitSeconds) };
  }
  // An answer that is not our server's (a proxy's page, a hotel's login) says nothing about the session.
  if (code === "unreadable" || status >= 500 || status === 408) return { ok: false, kind: "unreachable" };
  if (status === 401 || status === 403 || status === 404 || status === 410) return { ok: false, kind: "gone" };
  // The problem's own words are for programs ("errors 里的位置"); those of its first field are for people.
  const detail = errors[0]?.message ?? texts.trouble.refused;
  return { ok: false, kind: "refused", detail, code, said: message, errors };
}
