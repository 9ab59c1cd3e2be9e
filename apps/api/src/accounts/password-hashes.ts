import { hashPassword, verifyPassword } from "better-auth/crypto";

/** How passwords are kept: what the database holds instead of one, and whether one is what that was made of. */
export type PasswordHashes = {
  hash(password: string): Promise<string>;
  verify(held: { hash: string; password: string }): Promise<boolean>;
};

/** scrypt, which costs whoever tries many passwords some 50 milliseconds and 32 MB for each. */
export const scryptHashes: PasswordHashes = { hash: hashPassword, verify: verifyPassword };
