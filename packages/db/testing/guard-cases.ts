import { goodRowsOfOffice, guardCasesOfOffice } from "./guard-cases-of-office.ts";
import { goodRowsOfReminders, guardCasesOfReminders } from "./guard-cases-of-reminders.ts";
import { goodRowsOfSelection, guardCasesOfSelection } from "./guard-cases-of-selection.ts";
import { goodRowsOfSupervision, guardCasesOfSupervision } from "./guard-cases-of-supervision.ts";
import { at, copy, type GuardCases, hash, set } from "./guard-cases-writing.ts";

/*
 * One statement for each guard of the procedure's tables that this guard alone refuses. Everything is built on one row of each kind.
 */

/** One good row of each kind, in the order in which they refer to each other. */
export const goodRows: readonly string[] = [
  `insert into users (id, name, email, kind, created_at, updated_at) values
    ('u1', '李四', 'u1@example.org', 'staff', ${at}, ${at}), ('u2', '王五', 'u2@example.org', 'applicant', ${at}, ${at})`,
  `insert into role_grants (id, user_id, role, district, from_on, created_at) values ('g1', 'u1', 'district', '410105', '2026-01-01', ${at})`,
  `insert into stand_ins (id, officer_id, stand_in_id, from_on, until_on, created_at) values ('s1', 'u1', 'u2', '2026-06-01', '2026-06-30', ${at})`,
  `insert into invitations (token_hash, user_id, created_at, expires_at) values ('t1', 'u1', ${at}, '2026-06-17T01:30:00Z')`,
  `insert into rounds (id, policy_id, policy_version, year, state, submission_deadline, recommendation_deadline, submission_event, copies, binding,
    counter_address, notice_title, notice_text, opened_on, created_at, revision) values
    ('r1', 'p', 1, 2026, 'open', '2026-09-25', '2026-10-15', 'online', 1, '', '', '', '', '2026-06-01', ${at}, 1)`,
  `insert into round_extensions values ('r1', 1, ${at}, '假期', '公告', '2026-09-20', '2026-10-10', '2026-09-25', '2026-10-15')`,
  `insert into organizations (id, uscc, district, created_at, revision) values ('o1', '91410100MA9K12344B', '410105', ${at}, 1)`,
  `insert into organization_names values ('o1', '2020-01-01', '甲公司', '执照', ${at})`,
  `insert into mandates (id, organization_id, user_id, state, holder_name, holder_phone, claimed_at, revision) values
    ('m1', 'o1', 'u2', 'claimed', '王五', '{}', ${at}, 1)`,
  `insert into application_exceptions values ('o1', 'r1', '另一个平台', 'u1', ${at})`,
  `insert into applications (id, round_id, organization_id, district, state, origin, is_handed_in, entered_by, entered_on, data_version, search,
    created_at, changed_at, revision) values ('a1', 'r1', 'o1', '410105', 'draft', 'online', false, 'u2', '2026-06-10', 0, '', ${at}, ${at}, 1)`,
  `insert into applications (id, round_id, organization_id, district, state, origin, is_handed_in, entered_by, entered_on, data_version, search,
    exception_ground, created_at, changed_at, revision) values
    ('a2', 'r1', 'o1', '410105', 'draft', 'online', false, 'u2', '2026-06-10', 0, '', '另一个平台', ${at}, ${at}, 1)`,
  `insert into application_words values ('a1', 1, '甲', 0, 'r1', '410105', 'draft', ${at}, ${at}, '甲')`,
  `insert into application_sections values ('a1', 'basics', '{}', 'u2', ${at}, 1)`,
  `insert into application_rows values ('a1', 'served', 'w1', 0, '{}', '{}', 'h', 1)`,
  `insert into application_materials (application_id, material, is_on_paper, revision) values ('a1', 'M01', true, 1)`,
  `insert into application_material_files values ('a1', 'M01', 'f1', 0, ${at})`,
  `insert into file_contents values ('${hash("a")}', 1000, 'application/pdf')`,
  `insert into files values ('f1', '${hash("a")}', '扫描件.pdf', 'material', 'a1:M01', 'u2', ${at}, 'stored', null)`,
  `insert into surveys values ('a1', '${hash("b")}', 'seed', '[]', ${at}, 'u1', null, 1)`,
  `insert into sampled (application_id, place, row_id, enterprise, state, revision) values ('a1', 1, 'w1', '乙公司', 'drawn', 1)`,
  `insert into recommendations values ('l1', '410105', 'r1', '金工信〔2026〕5号', '2026-10-01', 'u1', ${at})`,
  `insert into recommended_applications values ('l1', 'a1', 1, '同意')`,
  `insert into certifications (id, organization_id, platform_name, platform_type, district, state, application_id, round_id, document_number,
    certificate_number, valid_from, valid_to, source, imported_by, created_at, revision) values
    ('c1', 'o1', '平台', 'specialized', '410105', 'valid', 'a1', 'r1', '〔2023〕1号', 'ZZ-1', '2023-08-15', '2026-08-15', '档案', 'u1', ${at}, 1)`,
  `insert into certification_checks (certification_id, n, kind, checked_on, result, source) values ('c1', 1, 'spot_check', '2024-06-01', 'passed', '通报')`,
  ...goodRowsOfSelection,
  ...goodRowsOfSupervision,
  ...goodRowsOfOffice,
  ...goodRowsOfReminders,
];

/** A title that no case of the product led to. */
const beforeTheProduct = { application_id: null, round_id: null, certificate_number: null };
/** A second title of the same organization. */
const another = { id: "c2", platform_name: "另一平台", certificate_number: "ZZ-2" };

/** By table and guard. */
export const guardCases: GuardCases = {
  role_grants: {
    role_grants_pkey: copy("role_grants", { role: "city", district: null }),
    role_grants_user_id_users_id_fk: copy("role_grants", { id: "g2", user_id: "nobody" }),
    role_grants_role_known: copy("role_grants", { id: "g2", role: "king", district: null }),
    role_grants_district_of_district: copy("role_grants", { id: "g2", role: "city" }),
    role_grants_auditor_for_a_period: copy("role_grants", { id: "g2", role: "auditor", district: null }),
    role_grants_days_in_order: set("role_grants", "until_on = '2025-12-31'"),
    role_grants_live: copy("role_grants", { id: "g2" }),
  },
  stand_ins: {
    stand_ins_pkey: copy("stand_ins"),
    stand_ins_officer_id_users_id_fk: copy("stand_ins", { id: "s2", officer_id: "nobody" }),
    stand_ins_stand_in_id_users_id_fk: copy("stand_ins", { id: "s2", stand_in_id: "nobody" }),
    stand_ins_two_people: set("stand_ins", "stand_in_id = officer_id"),
    stand_ins_days_in_order: set("stand_ins", "until_on = '2026-05-31'"),
  },
  invitations: {
    invitations_pkey: copy("invitations"),
    invitations_user_id_users_id_fk: copy("invitations", { token_hash: "t2", user_id: "nobody" }),
    invitations_instants_in_order: set("invitations", "expires_at = created_at"),
  },
  rounds: {
    rounds_pkey: copy("rounds", { year: 2027 }),
    rounds_one_a_year: copy("rounds", { id: "r2" }),
    rounds_state: set("rounds", "state = 'nonsense'"),
    rounds_submission_event: set("rounds", "submission_event = 'fax'"),
    rounds_dates_in_order: set("rounds", "recommendation_deadline = '2026-09-24'"),
    rounds_opened_before_deadline: set("rounds", "opened_on = '2026-09-26'"),
    rounds_opened_with_dates: set("rounds", "policy_version = null"),
    rounds_cancelled_with_reason: set("rounds", "state = 'cancelled'"),
    rounds_revision: set("rounds", "revision = 0"),
    rounds_year: set("rounds", "year = 202"),
    rounds_quota: set("rounds", "quota = 0"),
    rounds_copies: set("rounds", "copies = 0"),
  },
  round_extensions: {
    round_extensions_round_id_n_pk: copy("round_extensions"),
    round_extensions_round_id_rounds_id_fk: copy("round_extensions", { round_id: "none" }),
    round_extensions_forward: set("round_extensions", "submission_deadline_before = '2026-09-26'"),
    round_extensions_dates_in_order: set("round_extensions", "submission_deadline = '2026-10-16'"),
    round_extensions_reason: set("round_extensions", "reason = ' '"),
  },
  organizations: {
    organizations_pkey: copy("organizations", { uscc: "91330100799655058B" }),
    organizations_uscc: copy("organizations", { id: "o2" }),
    organizations_uscc_form: set("organizations", "uscc = '91410100ma9k12344b'"),
    organizations_revision: set("organizations", "revision = 0"),
  },
  organization_names: {
    organization_names_organization_id_from_on_pk: copy("organization_names"),
    organization_names_organization_id_organizations_id_fk: copy("organization_names", { organization_id: "none" }),
    organization_names_name: set("organization_names", "name = ' '"),
    organization_names_source: set("organization_names", "source = ''"),
  },
  mandates: {
    mandates_pkey: copy("mandates", { state: "ended" }),
    mandates_organization_id_organizations_id_fk: copy("mandates", { id: "m2", organization_id: "none" }),
    mandates_one_holder: copy("mandates", { id: "m2", user_id: "u1" }),
    mandates_one_claim: copy("mandates", { id: "m2", state: "contested" }),
    mandates_state: set("mandates", "state = 'nonsense'"),
    mandates_confirmed_with_papers: set("mandates", "state = 'confirmed', licence_file_id = 'f1'"),
    mandates_refused_with_reason: set("mandates", "state = 'refused', reason = null"),
    mandates_revision: set("mandates", "revision = 0"),
  },
  application_exceptions: {
    application_exceptions_organization_id_round_id_pk: copy("application_exceptions"),
    application_exceptions_organization_id_organizations_id_fk: copy("application_exceptions", {
      organization_id: "none",
    }),
    application_exceptions_round_id_rounds_id_fk: copy("application_exceptions", { round_id: "none" }),
    application_exceptions_ground: set("application_exceptions", "ground = ' '"),
  },
  application_words: {
    application_words_application_id_place_pk: copy("application_words"),
    application_words_application_id_applications_id_fk: copy("application_words", { application_id: "none" }),
  },
  organization_words: {
    organization_words_organization_id_place_pk: copy("organization_words"),
    organization_words_organization_id_organizations_id_fk: copy("organization_words", { organization_id: "none" }),
  },
  title_words: {
    title_words_certification_id_place_pk: copy("title_words"),
    title_words_certification_id_certifications_id_fk: copy("title_words", { certification_id: "none" }),
  },
  applications: {
    applications_pkey: copy("applications", { state: "withdrawn" }, "id = 'a1'"),
    applications_round_id_rounds_id_fk: copy("applications", { id: "a3", round_id: "none" }, "id = 'a1'"),
    applications_organization_id_organizations_id_fk: copy(
      "applications",
      { id: "a3", organization_id: "none" },
      "id = 'a1'",
    ),
    applications_one_live: copy("applications", { id: "a3" }, "id = 'a1'"),
    applications_one_by_exception: copy("applications", { id: "a3" }, "id = 'a2'"),
    applications_state: set(
      "applications",
      "state = 'nonsense', received_on = '2026-06-10', is_handed_in = true",
      "id = 'a1'",
    ),
    applications_origin: set("applications", "origin = 'fax'", "id = 'a1'"),
    applications_paper_is_handed_in: set("applications", "origin = 'paper'", "id = 'a1'"),
    applications_exception_has_ground: set("applications", "exception_ground = ' '", "id = 'a2'"),
    applications_versions: set("applications", "data_version = -1", "id = 'a1'"),
    applications_draft_not_received: set("applications", "state = 'submitted'", "id = 'a1'"),
    applications_returned_has_day: set(
      "applications",
      "state = 'returned', received_on = '2026-06-10', is_handed_in = true",
      "id = 'a1'",
    ),
    applications_refusal_has_reason: set(
      "applications",
      "state = 'not_recommended', received_on = '2026-06-10', is_handed_in = true, reason = null",
      "id = 'a1'",
    ),
  },
  application_sections: {
    application_sections_application_id_section_pk: copy("application_sections"),
    application_sections_application_id_applications_id_fk: copy("application_sections", { application_id: "none" }),
    application_sections_revision: set("application_sections", "revision = 0"),
  },
  application_rows: {
    application_rows_application_id_list_row_id_pk: copy("application_rows"),
    application_rows_application_id_applications_id_fk: copy("application_rows", { application_id: "none" }),
    application_rows_position_from_zero: set("application_rows", "position = -1"),
    application_rows_revision: set("application_rows", "revision = 0"),
  },
  application_materials: {
    application_materials_application_id_material_pk: copy("application_materials"),
    application_materials_application_id_applications_id_fk: copy("application_materials", { application_id: "none" }),
    application_materials_verdict: set(
      "application_materials",
      `verdict = 'nice', judged_by = 'u1', judged_at = ${at}`,
    ),
    application_materials_defect_has_reason: set(
      "application_materials",
      `verdict = 'defective', verdict_reason = ' ', judged_by = 'u1', judged_at = ${at}`,
    ),
    application_materials_judged_by_somebody: set("application_materials", "verdict = 'accepted'"),
    application_materials_revision: set("application_materials", "revision = 0"),
  },
  application_material_files: {
    application_material_files_application_id_material_file_id_pk: copy("application_material_files"),
    application_material_files_material: copy("application_material_files", { material: "M02" }),
    application_material_files_print: set("application_material_files", "printed_version = 7"),
    application_material_files_position_from_zero: set("application_material_files", "position = -1"),
  },
  file_contents: {
    file_contents_pkey: copy("file_contents"),
    file_contents_sha256: copy("file_contents", { sha256: "short" }),
    file_contents_size: set("file_contents", "size = 0"),
    file_contents_media_type: set("file_contents", "media_type = 'text/html'"),
  },
  files: {
    files_pkey: copy("files"),
    files_sha256_file_contents_sha256_fk: copy("files", { id: "f2", sha256: hash("c") }),
    files_name: set("files", "name = ''"),
    files_purpose: set("files", "purpose = 'fun'"),
    files_target: set("files", "target = ''"),
    files_state: set("files", "state = 'lost'"),
    files_storing_since: set("files", `storing_since = ${at}`),
  },
  surveys: {
    surveys_pkey: copy("surveys"),
    surveys_application_id_applications_id_fk: copy("surveys", { application_id: "none" }),
    surveys_commitment: set("surveys", "commitment = 'later'"),
    surveys_revision: set("surveys", "revision = 0"),
  },
  sampled: {
    sampled_application_id_place_pk: copy("sampled", { row_id: "w2" }),
    sampled_application_id_surveys_application_id_fk: copy("sampled", { application_id: "a2" }),
    sampled_row_id: copy("sampled", { place: 2 }),
    sampled_place: set("sampled", "place = 0"),
    sampled_revision: set("sampled", "revision = 0"),
    sampled_state: set("sampled", "state = 'asleep'"),
    sampled_rating: set("sampled", "rating = 'angry'"),
    sampled_method: set("sampled", "method = 'telepathy'"),
    sampled_answer_is_whole: set("sampled", "state = 'answered'"),
    sampled_replacement_has_reason: set("sampled", "state = 'replaced', replaced_reason = null"),
  },
  recommendations: {
    recommendations_pkey: copy("recommendations", { document_number: "另一号" }),
    recommendations_round_id_rounds_id_fk: copy("recommendations", { id: "l2", round_id: "none" }),
    recommendations_number: copy("recommendations", { id: "l2" }),
    recommendations_document_number: set("recommendations", "document_number = ' '"),
  },
  recommended_applications: {
    recommended_applications_recommendation_id_application_id_pk: copy("recommended_applications", { rank: 2 }),
    recommended_applications_recommendation_id_recommendations_id_fk: copy("recommended_applications", {
      recommendation_id: "none",
    }),
    recommended_applications_application_id_applications_id_fk: copy("recommended_applications", {
      application_id: "none",
      rank: 2,
    }),
    recommended_applications_one_rank: copy("recommended_applications", { application_id: "a2" }),
    recommended_applications_opinion: set("recommended_applications", "opinion = ' '"),
    recommended_applications_rank: set("recommended_applications", "rank = 0"),
  },
  certifications: {
    certifications_pkey: copy("certifications", { ...beforeTheProduct, platform_name: "另一平台" }),
    certifications_organization_id_organizations_id_fk: copy("certifications", {
      ...beforeTheProduct,
      id: "c2",
      organization_id: "none",
    }),
    certifications_application_id_applications_id_fk: copy("certifications", { ...another, application_id: "none" }),
    certifications_round_id_rounds_id_fk: copy("certifications", {
      ...another,
      application_id: "a2",
      round_id: "none",
    }),
    certifications_application_id: copy("certifications", another),
    certifications_number: copy("certifications", { ...another, application_id: "a2", certificate_number: "ZZ-1" }),
    certifications_once: copy("certifications", { ...beforeTheProduct, id: "c2" }),
    certifications_of_a_round_is_whole: set("certifications", "certificate_number = null"),
    certifications_names: set("certifications", "source = ' '"),
    certifications_revision: set("certifications", "revision = 0"),
    certifications_state: set("certifications", "state = 'nonsense', ended_on = '2024-01-01'"),
    certifications_dates_in_order: set("certifications", "valid_to = valid_from"),
    certifications_end_has_day: set("certifications", "state = 'revoked'"),
    certifications_valid_without_end: set("certifications", "end_document_number = '〔2024〕1号'"),
    certifications_ended_after_begin: set("certifications", "state = 'revoked', ended_on = '2023-08-14'"),
    certifications_served_after_end: set(
      "certifications",
      "state = 'revoked', ended_on = '2024-01-02', end_served_on = '2024-01-01'",
    ),
    certifications_second_person: set("certifications", "confirmed_by = imported_by"),
    certifications_discard_is_whole: set("certifications", "discarded_on = '2026-06-10'"),
    certifications_discarded_unconfirmed: set(
      "certifications",
      "confirmed_by = 'u2', discarded_on = '2026-06-10', discarded_by = 'u2', discard_reason = '录错'",
    ),
    certifications_correction_of_confirmed: set("certifications", "correction = '{}'"),
  },
  certification_checks: {
    certification_checks_certification_id_n_pk: copy("certification_checks"),
    certification_checks_certification_id_certifications_id_fk: copy("certification_checks", {
      certification_id: "none",
    }),
    certification_checks_kind: set("certification_checks", "kind = 'visit'"),
    certification_checks_result: set("certification_checks", "result = 'so-so'"),
    certification_checks_result_of_kind: set("certification_checks", "result = 'absent'"),
    certification_checks_source: set("certification_checks", "source = ' '"),
  },
  ...guardCasesOfSelection,
  ...guardCasesOfSupervision,
  ...guardCasesOfOffice,
  ...guardCasesOfReminders,
};

/** Tables whose guards are tested with the subject that they belong to: accounts of the authentication, the trail, self-checks, channels, migrations. */
export const tablesElsewhere: readonly string[] = [
  "accounts",
  "audit_changes",
  "audit_checkpoints",
  "audit_entries",
  "audit_leaves",
  "audit_nodes",
  "audit_sequencers",
  "audit_unsequenced",
  "audit_verifications",
  "chat_entries",
  "chat_session_keys",
  "chat_sessions",
  "policy_versions",
  "request_keys",
  "schema_migrations",
  "sessions",
  "sign_in_attempts",
  "telegram_chats",
  "telegram_updates",
  "two_factors",
  "users",
  "verifications",
];
