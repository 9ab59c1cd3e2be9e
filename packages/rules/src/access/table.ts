import type { Role } from "./roles.ts";

/**
 * Which records of a resource a role reaches with an act.
 *
 * - `all`: every record.
 * - `handed_in`: every record that has been handed in; a draft is nobody's business but its author's.
 * - `own_district`: records of the officer's jurisdiction.
 * - `own_district_handed_in`: both at once; a paper dossier counts as handed in from its first entry.
 * - `own_district_paper`: dossiers of the jurisdiction that came on paper and are typed in by the district itself.
 * - `own_organization`: records of an organization for which the person acts.
 * - `own_account`: what belongs to the person.
 * - `published`: what has been made public.
 */
export type Scope =
  | "all"
  | "handed_in"
  | "own_district"
  | "own_district_handed_in"
  | "own_district_paper"
  | "own_organization"
  | "own_account"
  | "published";

type Reach = Readonly<Partial<Record<Role, Scope>>>;
type Acts = Readonly<Record<string, Reach>>;

/** Whoever may see a matter in the course of office. The administrator is absent on purpose: accounts and health, no case data. */
const caseReaders: Reach = {
  applicant: "own_organization",
  platform: "own_organization",
  district: "own_district_handed_in",
  city: "handed_in",
  auditor: "handed_in",
};

/** Whoever works on the own form. A paper dossier is typed in by the district. */
const formWriters: Reach = {
  applicant: "own_organization",
  platform: "own_organization",
  district: "own_district_paper",
};

const districtAlone: Reach = { district: "own_district_handed_in" };

/**
 * Who may do what to which records: the one table. A role that is not named may not; an act that is not named nobody may. When an act is
 * open (its state, its guards) is said by the lifecycle tables; who may try it, here.
 */
export const accessTable = {
  rounds: {
    read: {
      public: "published",
      applicant: "published",
      platform: "published",
      district: "published",
      expert: "published",
      city: "all",
      auditor: "all",
      administrator: "published",
    },
    create: { city: "all" },
    edit: { city: "all" },
    open: { city: "all" },
    extend: { city: "all" },
    cancel: { city: "all" },
    reopen: { city: "all" },
    close: { system: "all" },
    "begin-review": { system: "all" },
  },
  organizations: {
    read: {
      applicant: "own_organization",
      platform: "own_organization",
      district: "own_district",
      city: "all",
      auditor: "all",
    },
    create: { applicant: "all", platform: "all", district: "own_district", city: "all" },
    claim: { applicant: "all", platform: "all" },
    "contest-mandate": { applicant: "all", platform: "all" },
    "attach-papers": { applicant: "own_account", platform: "own_account" },
    "confirm-mandate": { district: "own_district" },
    "refuse-mandate": { district: "own_district" },
    "transfer-mandate": { district: "own_district" },
    "end-mandate": { applicant: "own_organization", platform: "own_organization", district: "own_district" },
    "record-change": { district: "own_district", city: "all" },
  },
  applications: {
    read: caseReaders,
    create: { applicant: "own_organization", platform: "own_organization", district: "own_district" },
    edit: formWriters,
    /** The annexes hold telephones of third persons in the clear. */
    print: { applicant: "own_organization", platform: "own_organization", district: "own_district_handed_in" },
    submit: formWriters,
    resubmit: formWriters,
    withdraw: { applicant: "own_organization", platform: "own_organization" },
    return: districtAlone,
    accept: districtAlone,
    transfer: { district: "own_district_handed_in", city: "handed_in" },
    "judge-material": districtAlone,
    "draw-sample": districtAlone,
    "record-answer": districtAlone,
    "replace-sampled": districtAlone,
    "assess-operation": districtAlone,
    "complete-survey": districtAlone,
    recommend: districtAlone,
    "not-recommend": districtAlone,
    lapse: { system: "all" },
  },
  /** The draw and the answers are hidden from the applicant, who could prepare those who are going to be asked. */
  surveys: {
    read: { district: "own_district_handed_in", city: "handed_in", auditor: "handed_in" },
  },
  recommendations: {
    read: { district: "own_district", city: "all", auditor: "all" },
    create: { district: "own_district" },
  },
  certifications: {
    read: {
      public: "published",
      applicant: "own_organization",
      platform: "own_organization",
      district: "own_district",
      expert: "published",
      city: "all",
      auditor: "all",
      administrator: "published",
    },
    import: { city: "all" },
    confirm: { city: "all" },
  },
  users: {
    read: {
      administrator: "all",
      auditor: "all",
      applicant: "own_account",
      platform: "own_account",
      district: "own_account",
      city: "own_account",
      expert: "own_account",
    },
    invite: { administrator: "all" },
    edit: { administrator: "all" },
    "grant-role": { administrator: "all" },
    "end-role": { administrator: "all" },
    "stand-in": { administrator: "all" },
    "end-stand-in": { administrator: "all" },
    "reset-second-factor": { administrator: "all" },
    disable: { administrator: "all" },
    enable: { administrator: "all" },
  },
  audit: {
    read: { auditor: "all" },
  },
} as const satisfies Readonly<Record<string, Acts>>;

export type Resource = keyof typeof accessTable;
export type ActOf<Of extends Resource> = keyof (typeof accessTable)[Of] & string;

/** The table as rows, for whoever walks all of it. */
export function accessRows(): readonly { resource: Resource; act: string; role: Role; scope: Scope }[] {
  return Object.entries(accessTable as Readonly<Record<string, Acts>>).flatMap(([resource, acts]) =>
    Object.entries(acts).flatMap(([act, reach]) =>
      Object.entries(reach).map(([role, scope]) => ({
        resource: resource as Resource,
        act,
        role: role as Role,
        scope,
      })),
    ),
  );
}

/** What a role reaches with an act; null when it may not try it at all. */
export function scopeOf(resource: Resource, act: string, role: Role): Scope | null {
  const acts: Acts = accessTable[resource];
  const reach = Object.hasOwn(acts, act) ? acts[act] : undefined;
  return reach?.[role] ?? null;
}
