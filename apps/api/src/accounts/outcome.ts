import type { ProblemCode } from "@shifan/contract";
import { isAPIError } from "better-auth/api";
import { accountDisabled } from "./authentication.ts";

/** What the authentication refuses with, in our own codes. Anything else it says is a fault of ours. */
const codes = {
  INVALID_EMAIL_OR_PASSWORD: "wrong_credentials",
  INVALID_EMAIL: "wrong_credentials",
  INVALID_PASSWORD: "wrong_credentials",
  PASSWORD_TOO_LONG: "wrong_credentials",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "wrong_credentials",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email_taken",
  // Two registered the same e-mail at the same moment, and the table let one through.
  FAILED_TO_CREATE_USER: "email_taken",
  UNAUTHORIZED: "not_signed_in",
  INVALID_CODE: "wrong_code",
  INVALID_BACKUP_CODE: "wrong_code",
  BACKUP_CODES_NOT_ENABLED: "wrong_code",
  TOTP_NOT_ENABLED: "wrong_code",
  INVALID_TWO_FACTOR_COOKIE: "sign_in_expired",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "sign_in_expired",
  INVALID_TOKEN: "unknown_reset_link",
  TOTP_ALREADY_ENABLED: "second_factor_enrolled",
  TWO_FACTOR_NOT_ENABLED: "second_factor_required",
  [accountDisabled]: "account_disabled",
} as const satisfies Record<string, ProblemCode>;

export type AuthenticationRefusal = (typeof codes)[keyof typeof codes];

/**
 * What a call of the authentication came to: its answer, or the code with which it refused.
 *
 * @throws whatever is no refusal
 */
export async function outcomeOf<Answer>(
  call: Promise<Answer>,
): Promise<{ ok: true; answer: Answer } | { ok: false; code: AuthenticationRefusal }> {
  try {
    return { ok: true, answer: await call };
  } catch (cause) {
    if (!isAPIError(cause)) throw cause;
    const said = cause.body?.code ?? "";
    // The same recovery code twice at the same moment: one is taken.
    if (cause.status === "CONFLICT") return { ok: false, code: "wrong_code" };
    if (!Object.hasOwn(codes, said)) throw cause;
    return { ok: false, code: codes[said as keyof typeof codes] };
  }
}

/** At a registration: anything but the e-mail was checked before. */
export function ofSignUp(code: AuthenticationRefusal) {
  return expected(code, ["email_taken"]);
}

/** Where a password is confirmed by whoever is signed in; the session may have ended in between. */
export function ofPassword(code: AuthenticationRefusal) {
  return expected(code, ["wrong_credentials", "not_signed_in"]);
}

/** At the second step of a sign-in. */
export function ofCode(code: AuthenticationRefusal) {
  return expected(code, ["wrong_code", "sign_in_expired", "account_disabled"]);
}

function expected<Code extends AuthenticationRefusal>(code: AuthenticationRefusal, codes: readonly Code[]): Code {
  const found = codes.find((known) => known === code);
  if (found === undefined) throw new Error(`the authentication refuses with ${code} where it has no reason to`);
  return found;
}
