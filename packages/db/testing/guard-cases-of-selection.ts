import { at, copy, type GuardCases, hash, set } from "./guard-cases-writing.ts";

/*
 * The good rows and the cases of what comes after the recommendation, and of what stands beside the procedure: prints, dossiers, the calendar,
 * the demonstration. They are built on the rows in guard-cases.ts.
 */

/** One good row of each kind, or two where a guard compares them. */
export const goodRowsOfSelection: readonly string[] = [
  `insert into application_prints values ('a1', 0, '0123ABCD', '{}', 'u2', ${at})`,
  `insert into returned_forms values ('a1', 0, '{}')`,
  `insert into dossiers (id, application_id, format, state, requested_by, "grant", requested_at, steps_done, attempts) values
    ('d1', 'a1', 'pdf', 'waiting', 'u1', '{}', ${at}, 0, 0)`,
  `insert into experts values ('e1', 'u1', '赵六', '某大学', '教授', '[]', 'active', ${at}, 1), ('e2', null, '钱七', '某研究院', '研究员', '[]', 'active', ${at}, 1)`,
  `insert into expert_panels (application_id, due_on, revision) values ('a1', '2026-10-30', 1)`,
  `insert into expert_appointments values ('a1', 1, 'draw', null, '${hash("c")}', 'seed', '["e1", "e2"]', '[]', '["e1"]', ${at}, 'u1')`,
  `insert into reviews (id, application_id, expert_id, user_id, state, declared_at, scores, total, submitted_at, created_at, revision) values
    ('v1', 'a1', 'e1', 'u1', 'submitted', ${at}, '{}', 80, ${at}, ${at}, 1)`,
  `insert into reopened_reviews values ('v1', 1, '{}', 75, ${at}, ${at}, 'u1', '漏评一项')`,
  `insert into notices (id, round_id, kind, state, title, text, starts_on, ends_on, official_url, official_published_on, published_at, extends_id,
    created_by, created_at, revision) values
    ('n1', 'r1', 'publicity', 'superseded', '公示', '', '2026-11-02', '2026-11-06', 'https://example.org/1', '2026-11-02', ${at}, null, 'u1', ${at}, 1),
    ('n2', 'r1', 'publicity', 'published', '公示', '', '2026-11-02', '2026-11-11', 'https://example.org/2', '2026-11-05', ${at}, 'n1', 'u1', ${at}, 1)`,
  `insert into notice_cases values ('n2', 'a1', 1, '甲公司', '平台', 'specialized', '410105')`,
  `insert into objections (id, notice_id, application_id, receipt_number, state, channel, received_on, personal, created_at, revision) values
    ('b1', 'n2', 'a1', 'Y-1', 'filed', 'portal', '2026-11-03', '{}', ${at}, 1)`,
  `insert into objection_files values ('b1', 'f1', 0)`,
  `insert into complaints (id, receipt_number, subject, state, target, received_on, personal, created_at, revision) values
    ('k1', 'T-1', 'platform', 'open', '平台', '2026-11-03', '{}', ${at}, 1)`,
  `insert into holiday_years values (2026, '国务院办公厅通知', 'u1', ${at}, 1)`,
  `insert into holidays values ('2026-10-01', 2026, 'off', '国庆节')`,
  `insert into demonstrations values (1, '2026-11-01', null)`,
];

/** An objection that has been decided, whatever else is wrong with it. */
const decided = "finding = '查明', decided_on = '2026-11-05'";

/** By table and guard. */
export const guardCasesOfSelection: GuardCases = {
  application_prints: {
    application_prints_application_id_data_version_pk: copy("application_prints"),
    application_prints_application_id_applications_id_fk: copy("application_prints", { application_id: "none" }),
    application_prints_short_code_form: set("application_prints", "short_code = '0123abcd'"),
  },
  returned_forms: {
    returned_forms_pkey: copy("returned_forms"),
    returned_forms_application_id_applications_id_fk: copy("returned_forms", { application_id: "none" }),
  },
  dossiers: {
    dossiers_pkey: copy("dossiers"),
    dossiers_application_id_applications_id_fk: copy("dossiers", { id: "d2", application_id: "none" }),
    dossiers_format: set("dossiers", "format = 'rar'"),
    dossiers_state: set("dossiers", "state = 'nonsense'"),
    dossiers_ready_has_file: set("dossiers", `state = 'ready', sha256 = '${hash("d")}', size = 1000, ready_at = ${at}`),
    dossiers_making_has_lease: set("dossiers", "state = 'making'"),
    dossiers_steps: set("dossiers", "steps_done = 3, steps_total = 2"),
  },
  experts: {
    experts_pkey: copy("experts", {}, "id = 'e2'"),
    experts_user_id: copy("experts", { id: "e3" }, "id = 'e1'"),
    experts_state: set("experts", "state = 'nonsense'"),
    experts_name: set("experts", "employer = ' '"),
  },
  expert_panels: {
    expert_panels_pkey: copy("expert_panels"),
    expert_panels_application_id_applications_id_fk: copy("expert_panels", { application_id: "none" }),
    expert_panels_discussion_has_day: set("expert_panels", "discussion = '合议一致'"),
  },
  expert_appointments: {
    expert_appointments_application_id_n_pk: copy("expert_appointments"),
    expert_appointments_application_id_expert_panels_application_id_fk: copy("expert_appointments", {
      application_id: "a2",
    }),
    expert_appointments_method: set("expert_appointments", "method = 'vote'"),
    expert_appointments_draw_has_seed: set("expert_appointments", "commitment = null"),
    expert_appointments_choice_has_reasons: set("expert_appointments", "method = 'choice'"),
  },
  reviews: {
    reviews_pkey: copy("reviews", { expert_id: "e2" }),
    reviews_application_id_expert_panels_application_id_fk: copy("reviews", { id: "v2", application_id: "a2" }),
    reviews_expert_id_experts_id_fk: copy("reviews", { id: "v2", expert_id: "none" }),
    reviews_one_an_expert: copy("reviews", { id: "v2" }),
    reviews_state: set("reviews", "state = 'nonsense', total = null, submitted_at = null"),
    reviews_papers_after_declaration: set("reviews", "declared_at = null"),
    reviews_locked_is_whole: set("reviews", "total = null"),
    reviews_locked_has_scores: set("reviews", "scores = null"),
    reviews_total: set("reviews", "total = -1"),
    reviews_recusal_has_reason: set("reviews", "state = 'recused', total = null, submitted_at = null"),
  },
  reopened_reviews: {
    reopened_reviews_review_id_n_pk: copy("reopened_reviews"),
    reopened_reviews_review: copy("reopened_reviews", { review_id: "none" }),
    reopened_reviews_has_reason: set("reopened_reviews", "reason = ' '"),
    reopened_reviews_after_locking: set("reopened_reviews", "reopened_at = submitted_at - interval '1 second'"),
  },
  notices: {
    notices_pkey: copy("notices", {}, "id = 'n1'"),
    notices_round_id_rounds_id_fk: copy("notices", { id: "n3", round_id: "none" }, "id = 'n1'"),
    notices_extends_id_notices_id_fk: copy("notices", { id: "n3", extends_id: "none" }, "id = 'n1'"),
    notices_one_running_publicity: copy("notices", { id: "n3", state: "published" }, "id = 'n1'"),
    notices_extends_id: copy("notices", { id: "n3", state: "superseded" }, "id = 'n2'"),
    notices_kind: set("notices", "kind = 'nonsense'", "id = 'n1'"),
    notices_state: set("notices", "state = 'nonsense'", "id = 'n1'"),
    notices_publicity_is_whole: set("notices", "ends_on = null", "id = 'n1'"),
    notices_days_in_order: set("notices", "ends_on = '2026-11-01'", "id = 'n1'"),
    notices_not_before_official: set("notices", "official_published_on = '2026-11-03'", "id = 'n1'"),
    notices_published_has_time: set("notices", "published_at = null", "id = 'n1'"),
  },
  notice_cases: {
    notice_cases_notice_id_application_id_pk: copy("notice_cases", { position: 2 }),
    notice_cases_notice_id_notices_id_fk: copy("notice_cases", { notice_id: "none" }),
    notice_cases_application_id_applications_id_fk: copy("notice_cases", { application_id: "none", position: 2 }),
    notice_cases_position: copy("notice_cases", { application_id: "a2" }),
  },
  objections: {
    objections_pkey: copy("objections", { receipt_number: "Y-2" }),
    objections_case: copy("objections", { id: "b2", receipt_number: "Y-2", application_id: "a2" }),
    objections_receipt_number: copy("objections", { id: "b2" }),
    objections_state: set("objections", `state = 'nonsense', outcome = 'inadmissible', ${decided}`),
    objections_outcome: set("objections", `state = 'inadmissible', outcome = 'nonsense', ${decided}`),
    objections_channel: set("objections", "channel = 'fax', entered_by = 'u1'"),
    objections_entered_by_somebody: set("objections", "channel = 'letter'"),
    objections_admitted_has_extract: set("objections", "state = 'admitted', answer_until = '2026-11-10'"),
    objections_decided_is_whole: set("objections", "state = 'inadmissible', outcome = 'inadmissible'"),
    objections_replied_is_whole: set("objections", `state = 'replied', outcome = 'inadmissible', ${decided}`),
  },
  objection_files: {
    objection_files_objection_id_file_id_pk: copy("objection_files"),
    objection_files_objection_id_objections_id_fk: copy("objection_files", { objection_id: "none" }),
  },
  complaints: {
    complaints_pkey: copy("complaints", { receipt_number: "T-2" }),
    complaints_receipt_number: copy("complaints", { id: "k2" }),
    complaints_subject: set("complaints", "subject = 'weather'"),
    complaints_state: set("complaints", "state = 'nonsense'"),
    complaints_replied_is_whole: set("complaints", "state = 'replied', reply = '已核查'"),
    complaints_closed_is_whole: set("complaints", "state = 'closed', closed_on = '2026-11-10'"),
  },
  holiday_years: {
    holiday_years_pkey: copy("holiday_years"),
    holiday_years_year: copy("holiday_years", { year: 202 }),
  },
  holidays: {
    holidays_pkey: copy("holidays"),
    holidays_year_holiday_years_year_fk: copy("holidays", { day: "2027-01-01", year: 2027 }),
    holidays_kind: set("holidays", "kind = 'half'"),
    holidays_in_year: set("holidays", "day = '2027-01-01'"),
  },
  demonstrations: {
    demonstrations_pkey: copy("demonstrations"),
    demonstrations_one: copy("demonstrations", { id: 2 }),
  },
};
