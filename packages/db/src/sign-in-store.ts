import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Database } from "./database.ts";
import { accounts, sessions, twoFactors, users, verifications } from "./schema/index.ts";

/** The tables of accounts and sessions, as better-auth reads and writes them. */
export function signInStore(database: Database): ReturnType<typeof drizzleAdapter> {
  const schema = {
    user: users,
    session: sessions,
    account: accounts,
    verification: verifications,
    twoFactor: twoFactors,
  };
  return drizzleAdapter(database, { provider: "pg", schema });
}
