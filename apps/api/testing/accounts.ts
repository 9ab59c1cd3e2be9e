import { createHmac, randomUUID } from "node:crypto";
import { insertUser, type OpenDatabase, setPasswordHash } from "@shifan/db";
import { createClock } from "../src/clock.ts";
import { type Answer, type Call, call, morning, type TestApp } from "./app.ts";
import { quickHashes } from "./password-hashes.ts";

/** The authenticator's time is the machine's, whatever the product is told. */
export const machine = createClock({ from: "machine" });

export const goodPassword = "correct-horse-battery";

/** A person at a browser: keeps the cookies of the answers and sends them with the next call. */
export function createBrowser(on: TestApp, address = "203.0.113.1") {
  const cookies = new Map<string, string>();
  const headers = { "x-forwarded-for": address };
  return {
    cookies,
    call: async (path: string, options: Call = {}): Promise<Answer> => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await call(on, path, {
        ...options,
        headers: { ...headers, ...(cookie === "" ? {} : { cookie }), ...options.headers },
      });
      for (const set of answer.headers.getSetCookie()) keep(cookies, set);
      return answer;
    },
  };
}

export type Browser = ReturnType<typeof createBrowser>;

function keep(cookies: Map<string, string>, set: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
  if (value === "" || /max-age=0/i.test(set)) cookies.delete(name);
  else cookies.set(name, value);
}

export function signIn(browser: Browser, email: string, password = goodPassword): Promise<Answer> {
  return browser.call("/api/v1/auth/sign-in/email", { body: { email, password } });
}

/** A member of staff with a password and no second factor yet. @returns the id */
export async function addStaff({ database }: Pick<OpenDatabase, "database">, email: string): Promise<string> {
  const id = randomUUID();
  await insertUser(database, { id, name: "李四", email, kind: "staff", createdAt: morning });
  const passwordHash = await quickHashes.hash(goodPassword);
  await setPasswordHash(database, { accountId: randomUUID(), userId: id, passwordHash, at: morning });
  return id;
}

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code that an authenticator app shows at an instant (RFC 6238), from the address that it scanned. */
export function totpOf(uri: string, at: Date): string {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const bits = [...secret].map((letter) => base32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Sets up a second factor for whoever is signed in. @returns the address that the authenticator scanned, and the recovery codes */
export async function enrol(browser: Browser): Promise<{ totpUri: string; recoveryCodes: string[] }> {
  const { body } = await browser.call("/api/v1/auth/two-factor/enable", { body: { password: goodPassword } });
  const setup = body as { totpUri: string; recoveryCodes: string[] };
  const code = totpOf(setup.totpUri, machine.now());
  const { status } = await browser.call("/api/v1/auth/two-factor/verify-totp", { body: { code } });
  if (status !== 200) throw new Error(`the second factor was not set up: ${status}`);
  return setup;
}
