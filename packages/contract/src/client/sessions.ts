import type { CurrentSession, SignedIn } from "../accounts.ts";
import { type Connection, send } from "./send.ts";

/** The calls by which a session of the portal begins and ends. Its token is in a cookie that no script reads. */
export function sessionCalls(connection: Connection) {
  return {
    readSession: () => send<CurrentSession>(connection, { method: "GET", path: "/api/v1/auth/get-session" }),

    signIn: (email: string, password: string) =>
      send<SignedIn>(connection, { method: "POST", path: "/api/v1/auth/sign-in/email", body: { email, password } }),

    signOut: () => send<object>(connection, { method: "POST", path: "/api/v1/auth/sign-out", body: {} }),
  };
}
