import type { Me } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import type { AuthProvider } from "ra-core";
import { rememberOnDevice } from "../offline/person.ts";
import { ask, rememberPerson } from "./server.ts";

let known: Promise<Me> | null = null;

/** Who is signed in, asked once and kept until they sign out. */
export function readMe(): Promise<Me> {
  known ??= ask<Me>({ method: "GET", path: "/api/v1/me" }).then(({ body }) => {
    rememberPerson(body.user.id);
    rememberOnDevice(body);
    return body;
  });
  known.catch(() => forget());
  return known;
}

function forget(): void {
  known = null;
}

export type SecondFactor = "not_needed" | "code_needed" | "enrolment_needed";
/** What the authenticator app and the person have to keep. */
export type SecondFactorSetup = { totpUri: string; recoveryCodes: readonly string[] };

type SignedIn = { user: { id: string } | null; secondFactor: SecondFactor };

/** The steps of signing in, each as the server asks for it. */
export const signIn = {
  withPassword: async (email: string, password: string) =>
    (await ask<SignedIn>({ method: "POST", path: "/api/v1/auth/sign-in/email", body: { email, password } })).body,
  withCode: async (code: string) =>
    (await ask<SignedIn>({ method: "POST", path: "/api/v1/auth/two-factor/verify-totp", body: { code } })).body,
  /** Makes a secret; it counts once a code of it was verified. */
  beginSecondFactor: async (password: string) => {
    const path = "/api/v1/auth/two-factor/enable";
    return (await ask<SecondFactorSetup>({ method: "POST", path, body: { password } })).body;
  },
  withRecoveryCode: async (code: string) =>
    (await ask<SignedIn>({ method: "POST", path: "/api/v1/auth/two-factor/verify-backup-code", body: { code } })).body,
};

export const authProvider: AuthProvider = {
  /** The page of signing in has done the steps; what is left is to know who it is. */
  async login() {
    forget();
    rememberPerson(null);
    await readMe();
  },
  async logout() {
    forget();
    rememberPerson(null);
    rememberOnDevice(null);
    await ask({ method: "POST", path: "/api/v1/auth/sign-out", body: {} }).catch(() => undefined);
  },
  async checkAuth() {
    await readMe();
  },
  /** An expired session has been dealt with before (`server.ts`); only whoever gave up ends here. */
  async checkError(cause: unknown) {
    if (cause instanceof Problem && cause.code === "not_signed_in") throw cause;
  },
  async getIdentity() {
    const { user } = await readMe();
    return { id: user.id, fullName: user.name };
  },
  getPermissions: readMe,
};
