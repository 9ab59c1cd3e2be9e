import type { Database } from "@shifan/db";
import type { Actor, Grant, RefusalCode, Resource } from "@shifan/rules";

/** An organization for which a person acts now. */
export type OwnOrganization = {
  readonly id: string;
  readonly name: string;
  /** Whether it holds a title: then its agent acts as platform too. */
  readonly isPlatform: boolean;
};

/** The organizations for which an account acts on a day (Shanghai). */
export type OrganizationsOf = (userId: string, day: string) => Promise<readonly OwnOrganization[]>;

/** Writes an act into the record that is kept of all acts, in the act's own transaction: both happen or neither does. */
export type RecordEntry = (
  transaction: Database,
  entry: {
    actor: Actor;
    /** Under which role the actor did it; null when there was none. */
    grant: Grant | null;
    resource: Resource;
    recordId: string;
    act: string;
    outcome: "accepted" | RefusalCode;
    /** The names of what changed, never the values. */
    fields: readonly string[];
    ground: string | null;
    at: Date;
  },
) => Promise<void>;
