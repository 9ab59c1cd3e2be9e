/**
 * Who takes part. `platform` is an applicant whose organization holds a title; `system` is the clock's and the machine's own hand;
 * `public` is anybody without an account.
 */
export const roles = [
  "applicant",
  "platform",
  "district",
  "city",
  "expert",
  "auditor",
  "administrator",
  "system",
  "public",
] as const;
export type Role = (typeof roles)[number];

/** The roles that are given to a person for a time, by invitation. */
export const staffRoles = ["district", "city", "expert", "auditor", "administrator"] as const satisfies readonly Role[];
export type StaffRole = (typeof staffRoles)[number];

/** One role of an actor and what bounds it. */
export interface Grant {
  readonly role: Role;
  /** The jurisdiction of a district officer; null for every other role. */
  readonly district: string | null;
  /** The organizations for which an applicant acts now; empty for every other role. */
  readonly organizations: readonly string[];
  /** The officer for whom this one stands in (代管), when that is why the role is held. */
  readonly onBehalfOf: string | null;
}

/** Who acts. Several grants: a stand-in has those of another officer beside the own ones. */
export interface Actor {
  /** Null for the system and the public. */
  readonly userId: string | null;
  readonly grants: readonly Grant[];
}

/** The clock's own hand: what falls due by itself is signed by it. */
export const systemActor: Actor = {
  userId: null,
  grants: [{ role: "system", district: null, organizations: [], onBehalfOf: null }],
};

/** Anybody without an account. */
export const publicActor: Actor = {
  userId: null,
  grants: [{ role: "public", district: null, organizations: [], onBehalfOf: null }],
};
