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

/** Whoever holds a title acts for the own one alone. */
const ownTitles = { applicant: "own_organization", platform: "own_organization" } as const satisfies Reach;

/** Whoever may see how a title fares: its holder, its district, the city and the supervisors. */
const titleReaders = { ...ownTitles, district: "own_district", city: "all", auditor: "all" } as const satisfies Reach;

const districtAlone: Reach = { district: "own_district_handed_in" };
const cityAlone: Reach = { city: "handed_in" };

/** Whoever is in office has a desk of their own. */
const ownOffice: Reach = {
  district: "own_account",
  city: "own_account",
  expert: "own_account",
  auditor: "own_account",
  administrator: "own_account",
};

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
    "propose-list": { city: "all" },
    "revise-list": { city: "all" },
    "publish-list": { city: "all" },
    decide: { city: "all" },
    archive: { city: "all" },
    close: { system: "all" },
    "begin-review": { system: "all" },
    /** Names the experts and every case's reasons. */
    "print-minutes": { city: "all" },
    "export-summary": { city: "all" },
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
    "allow-second-application": { city: "all" },
    /** The letter of authority to sign: a claimant's own, or one to hand out at the counter. */
    print: { applicant: "own_account", platform: "own_account", district: "own_district" },
  },
  applications: {
    read: caseReaders,
    create: { applicant: "own_organization", platform: "own_organization", district: "own_district" },
    edit: formWriters,
    /** The annexes hold telephones of third persons in the clear. */
    print: { applicant: "own_organization", platform: "own_organization", district: "own_district_handed_in" },
    /** Letters to the applicant: each is printed by the office that sent it and by whoever it was sent to. */
    "print-district-letter": {
      applicant: "own_organization",
      platform: "own_organization",
      district: "own_district_handed_in",
    },
    "print-city-letter": { applicant: "own_organization", platform: "own_organization", city: "handed_in" },
    /** All papers of a case in one file, telephones of third persons among them. */
    "make-dossier": {
      applicant: "own_organization",
      platform: "own_organization",
      district: "own_district_handed_in",
      city: "handed_in",
    },
    submit: formWriters,
    resubmit: formWriters,
    withdraw: { applicant: "own_organization", platform: "own_organization" },
    /** Slips of the counter: whoever types a paper dossier in mends its day, or drops what was begun by mistake. */
    "correct-receipt": { district: "own_district_paper" },
    discard: { district: "own_district_paper" },
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
    receive: cityAlone,
    "send-back": cityAlone,
    "assign-experts": cityAlone,
    "finish-review": cityAlone,
    propose: cityAlone,
    "not-propose": cityAlone,
    publish: cityAlone,
    object: cityAlone,
    "clear-objection": cityAlone,
    "uphold-objection": cityAlone,
    certify: cityAlone,
    reject: cityAlone,
    /** Staff never see a single self-check. */
    "compare-self-check": { applicant: "own_organization", platform: "own_organization" },
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
  experts: {
    read: { city: "all", auditor: "all", expert: "own_account" },
    create: { city: "all" },
    edit: { city: "all" },
    retire: { city: "all" },
    reinstate: { city: "all" },
  },
  /** Papers of a case reach an expert through the own review alone, with telephones masked. */
  reviews: {
    read: { city: "all", auditor: "all", expert: "own_account" },
    "read-papers": { expert: "own_account" },
    assign: { city: "all" },
    "declare-conflict": { expert: "own_account" },
    edit: { expert: "own_account" },
    submit: { expert: "own_account" },
    recuse: { city: "all", expert: "own_account" },
    reopen: { city: "all" },
  },
  notices: {
    read: {
      public: "published",
      applicant: "published",
      platform: "published",
      district: "published",
      expert: "published",
      administrator: "published",
      city: "all",
      auditor: "all",
    },
    create: { city: "all" },
    edit: { city: "all" },
    publish: { city: "all" },
    extend: { city: "all" },
  },
  /** Who objects is known to the handling officers alone; the applicant reads an extract. */
  objections: {
    read: { applicant: "own_organization", platform: "own_organization", city: "all", auditor: "all" },
    "read-identity": { city: "all" },
    file: { public: "published", city: "all" },
    admit: { city: "all" },
    refuse: { city: "all" },
    answer: { applicant: "own_organization", platform: "own_organization" },
    inquire: { city: "all" },
    uphold: { city: "all" },
    dismiss: { city: "all" },
    reply: { city: "all" },
    "print-reply": { city: "all" },
  },
  complaints: {
    read: { city: "all", auditor: "all" },
    "read-identity": { city: "all" },
    file: { public: "published", city: "all" },
    reply: { city: "all" },
    close: { city: "all" },
  },
  staff_complaints: {
    read: { auditor: "all" },
    "read-identity": { auditor: "all" },
    file: { public: "published" },
    reply: { auditor: "all" },
    close: { auditor: "all" },
  },
  /** Days off and make-up working days, entered from the State Council's notice. */
  holidays: {
    read: { public: "published", city: "all", administrator: "all" },
    record: { administrator: "all" },
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
    /** The certificate, by whoever holds or looks after the title. */
    print: { applicant: "own_organization", platform: "own_organization", district: "own_district", city: "all" },
    import: { city: "all" },
    grant: { city: "all" },
    confirm: { city: "all" },
    refuse: { city: "all" },
    withdraw: { city: "all" },
    correct: { city: "all" },
    "confirm-correction": { city: "all" },
    "drop-correction": { city: "all" },
    cancel: { city: "all" },
    revoke: { city: "all" },
    "serve-end": { city: "all" },
    reinstate: { city: "all" },
    "recommend-to-province": { city: "all" },
    "record-province-result": { city: "all" },
  },
  /** What is owed after the title: each sees and explains the own, the city sees all. */
  obligations: {
    read: titleReaders,
    /** By the clock, or by the city's notice of an appraisal. */
    plan: { system: "all", city: "all" },
    exempt: { system: "all", city: "all" },
    /** The consequence of the act that is owed, whoever does it. */
    fulfil: { ...ownTitles, district: "own_district", city: "all", system: "all" },
    revive: { district: "own_district", city: "all", system: "all" },
    "mark-late-reason": { ...ownTitles, district: "own_district", city: "all" },
  },
  /** Whom a platform has served, kept once for its reports and its next application; others read it once a report that rests on it was handed in. */
  served_lists: {
    read: caseReaders,
    edit: ownTitles,
  },
  /** A report that was never handed in is nobody's business but its platform's. */
  reports: {
    read: caseReaders,
    create: ownTitles,
    edit: ownTitles,
    submit: ownTitles,
    print: { ...ownTitles, district: "own_district_handed_in", city: "handed_in" },
    return: districtAlone,
    forward: districtAlone,
    receive: cityAlone,
  },
  /** What a district has never sent is its own. */
  packages: {
    read: { district: "own_district", city: "handed_in", auditor: "handed_in" },
    create: { district: "own_district" },
    edit: { district: "own_district" },
    send: { district: "own_district" },
    print: { district: "own_district", city: "handed_in" },
    "send-back": cityAlone,
    receive: cityAlone,
  },
  /** Periodic inspections by the district. The platform reads them once they were carried out. */
  inspections: {
    read: titleReaders,
    plan: { district: "own_district" },
    edit: { district: "own_district" },
    record: { district: "own_district" },
    answer: ownTitles,
    "check-again": { district: "own_district" },
    close: { district: "own_district" },
    "call-off": { district: "own_district" },
    print: { ...ownTitles, district: "own_district", city: "all" },
  },
  /** Spot checks and appraisals by the city. */
  city_checks: {
    read: titleReaders,
    plan: { city: "all" },
    edit: { city: "all" },
    notify: { city: "all" },
    record: { city: "all" },
    answer: ownTitles,
    "check-again": { city: "all" },
    hear: { city: "all" },
    close: { city: "all" },
    "call-off": { city: "all" },
    print: { ...ownTitles, district: "own_district", city: "all" },
  },
  /** Whom a draw has chosen is not for the platforms to know before. */
  spot_check_draws: {
    read: { city: "all", auditor: "all" },
    commit: { city: "all" },
    draw: { city: "all" },
  },
  sanctions: {
    read: titleReaders,
    propose: { district: "own_district", city: "all" },
    drop: { city: "all" },
    notify: { city: "all" },
    "state-case": ownTitles,
    hear: { city: "all" },
    decide: { city: "all" },
    confirm: { city: "all" },
    serve: { city: "all" },
    publish: { city: "all" },
    answer: ownTitles,
    reinstate: { city: "all" },
    print: { ...ownTitles, district: "own_district", city: "all" },
  },
  /** Issued ones are public: whoever applies may read how the city understands the text. */
  interpretations: {
    read: {
      public: "published",
      applicant: "published",
      platform: "published",
      district: "published",
      expert: "published",
      administrator: "published",
      city: "all",
      auditor: "all",
    },
    create: { city: "all" },
    edit: { city: "all" },
    issue: { city: "all" },
    supersede: { city: "all" },
  },
  organization_changes: {
    read: titleReaders,
    report: { ...ownTitles, district: "own_district" },
    accept: { district: "own_district", city: "all" },
    refuse: { district: "own_district", city: "all" },
    print: { ...ownTitles, district: "own_district", city: "all" },
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
    "hand-over": { administrator: "all" },
    "stand-in": { administrator: "all" },
    "end-stand-in": { administrator: "all" },
    "reset-second-factor": { administrator: "all" },
    disable: { administrator: "all" },
    enable: { administrator: "all" },
  },
  /** Of the trail each reads what is told of records that they may read; no record of a case is the administrator's. */
  audit: {
    read: { district: "own_district", city: "all", auditor: "all", administrator: "all" },
    /** Every entry, those on drafts among them: an entry holds no value. */
    "read-all": { auditor: "all" },
    /** Beside what waits: when the trail was last signed, for those who see to it. */
    "read-checkpoint": { auditor: "all", administrator: "all" },
    /** The check of all of it, from the first entry to the present state of every record. */
    verify: { auditor: "all" },
  },
  /** What the departments tell each other about a matter. Whose matter it is never reads it, nor does an expert. */
  staff_notes: {
    read: { district: "own_district", city: "all", auditor: "all" },
    write: { district: "own_district", city: "all" },
    withdraw: { district: "own_account", city: "own_account" },
  },
  /** What was told to whom, and what became of it. */
  deliveries: {
    read: { city: "all", auditor: "all" },
    plan: { system: "all" },
    join: { system: "all" },
    send: { system: "all" },
    keep: { system: "all" },
    "give-up": { system: "all" },
    withdraw: { system: "all" },
    resend: { city: "all" },
  },
  /** The groups in which offices are reminded, without a name or a figure of any case. Each office enters its own, or has it entered. */
  office_groups: {
    read: { district: "own_district", city: "all", administrator: "all" },
    connect: { district: "own_district", administrator: "all" },
    disconnect: { district: "own_district", administrator: "all" },
  },
  /** How somebody in office likes to look at a list. */
  saved_queries: {
    read: ownOffice,
    save: ownOffice,
    rename: ownOffice,
    remove: ownOffice,
  },
  /** How many cases of a round stand where. */
  round_funnels: {
    read: { district: "own_district_handed_in", city: "handed_in", auditor: "handed_in" },
  },
  /** How districts and platforms keep what they owe, in figures. */
  supervision_statistics: {
    read: { district: "own_district", city: "all", auditor: "all" },
  },
  /** One page of all that goes on, for whoever answers for it. */
  overview: {
    read: { district: "own_district", city: "all", auditor: "all" },
  },
  /** What waits for the one who asks: a place to begin for everybody in office. */
  tasks: {
    read: ownOffice,
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
