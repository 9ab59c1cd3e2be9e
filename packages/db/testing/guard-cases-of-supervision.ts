import { at, copy, type GuardCases, hash, set } from "./guard-cases-writing.ts";

/*
 * The good rows and the cases of what comes after the certificate: obligations, reports, inspections, sanctions. They are built on the rows in
 * guard-cases.ts and guard-cases-of-selection.ts.
 */

/** One good row of each kind, or two where a guard compares them. */
export const goodRowsOfSupervision: readonly string[] = [
  `insert into obligations (id, kind, subject, period, holder, certification_id, organization_id, district, state, is_binding, due_on, created_at, revision) values
    ('w1', 'half_year_report', 'c1', '2026-H1', 'platform', 'c1', 'o1', '410105', 'due', true, '2026-07-20', ${at}, 1)`,
  `insert into packages (id, district, kind, period, state, missing, created_by, created_at, revision) values
    ('q1', '410105', 'half_year_package', '2026-H1', 'drafted', '{}', 'u1', ${at}, 1)`,
  `insert into reports (id, certification_id, organization_id, district, kind, period, state, policy_version, content, created_by, created_at, changed_at,
    revision) values
    ('p1', 'c1', 'o1', '410105', 'half_year_report', '2026-H1', 'drafted', 1, '{}', 'u2', ${at}, ${at}, 1)`,
  `insert into report_files values ('p1', 'f1', 0)`,
  `insert into served_lists values ('o1', '2026-H1', 'u2', ${at}, 1)`,
  `insert into served_enterprises values ('o1', '2026-H1', 'w1', 0, '{}', '{}', 'h')`,
  `insert into spot_check_draws (id, year, state, commitment, seed, share, least_of_district, committed_at, committed_by, revision) values
    ('x1', 2026, 'committed', '${hash("e")}', 'seed', '0.2', 1, ${at}, 'u1', 1)`,
  `insert into inspections (id, kind, certification_id, organization_id, district, period, state, draw_id, complaint_id, planned_on, checklist,
    created_by, created_at, revision) values
    ('i1', 'spot_check', 'c1', 'o1', '410105', '2026-H1', 'planned', 'x1', 'k1', '2026-06-15', '{}', 'u1', ${at}, 1)`,
  `insert into inspection_files values ('i1', 'f1', 0)`,
  `insert into interpretations (id, state, article, question, answer, document_number, created_by, created_at, revision) values
    ('t1', 'draft', '第十三条', '两次怎么算', '', '', 'u1', ${at}, 1),
    ('t2', 'draft', '第十三条', '两次怎么算', '', '', 'u1', ${at}, 1)`,
  `update interpretations set supersedes_id = 't1' where id = 't2'`,
  `insert into sanctions (id, kind, certification_id, organization_id, district, state, ground, finding, evidence, inspection_ids, proposed_by, created_at, revision) values
    ('s1', 'cancellation', 'c1', 'o1', '410105', 'proposed', 'consecutive_failures', '两次抽查不合格', '抽查记录', '["i1"]', 'u1', ${at}, 1)`,
  `insert into sanction_files values ('s1', 'f1', 0)`,
  `insert into organization_changes (id, organization_id, district, kind, state, from_on, before, after, source, reported_by, reported_on, created_at, revision) values
    ('h1', 'o1', '410105', 'name', 'reported', '2026-06-01', '甲公司', '新甲公司', '变更通知书', 'u2', '2026-06-10', ${at}, 1)`,
  `insert into organization_change_files values ('h1', 'f1', 0)`,
  `insert into provincial_recommendations values ('c1', 2026, '2026-06-10', '〔2026〕9号', null, null, null)`,
];

/** What each further step of a sanction adds to the record. */
const notified = "notified_on = '2026-06-10', statement_until = '2026-06-20'";
const heard = `${notified}, hearing = '已听取', heard_on = '2026-06-21'`;
const decided = `${heard}, decision = '取消', document_number = '〔2026〕8号', decided_by = 'u1'`;
const effective = `${decided}, effective_on = '2026-06-25', confirmed_by = 'u2'`;
const withdrawn = `${effective}, reinstatement = '撤回', reinstatement_number = '〔2026〕10号', reinstatement_by = 'u1'`;
const issued = "answer = '分别计算', document_number = '〔2026〕7号', from_on = '2026-07-01', issued_on = '2026-06-30'";

/** By table and guard. */
export const guardCasesOfSupervision: GuardCases = {
  obligations: {
    obligations_pkey: copy("obligations", { period: "2026-H2" }),
    obligations_certification_id_certifications_id_fk: copy("obligations", {
      id: "w2",
      subject: "none",
      certification_id: "none",
    }),
    obligations_once: copy("obligations", { id: "w2" }),
    obligations_kind: set("obligations", "kind = 'nonsense'"),
    obligations_holder: set("obligations", "holder = 'public'"),
    obligations_state: set("obligations", "state = 'nonsense'"),
    obligations_exemption: set("obligations", "state = 'not_applicable', exemption = 'nonsense'"),
    obligations_of_a_title_is_whole: set("obligations", "organization_id = null"),
    obligations_done_has_day: set("obligations", "state = 'done'"),
    obligations_exempt_has_ground: set("obligations", "state = 'not_applicable'"),
    obligations_late_reason_is_whole: set("obligations", "late_reason = '人员变动'"),
    obligations_revision: set("obligations", "revision = 0"),
  },
  reports: {
    reports_pkey: copy("reports", { period: "2026-H2" }),
    reports_certification_id_certifications_id_fk: copy("reports", { id: "p2", certification_id: "none" }),
    reports_once: copy("reports", { id: "p2" }),
    reports_kind: set("reports", "kind = 'nonsense'"),
    reports_state: set("reports", "state = 'nonsense', submitted_on = '2026-07-01'"),
    reports_sent_has_day: set("reports", "state = 'sent_to_district'"),
    reports_forwarded_has_day: set("reports", "state = 'forwarded', submitted_on = '2026-07-01'"),
    reports_received_has_day: set(
      "reports",
      "state = 'received', submitted_on = '2026-07-01', forwarded_on = '2026-07-02'",
    ),
    reports_package_id_packages_id_fk: set(
      "reports",
      "state = 'forwarded', submitted_on = '2026-07-01', forwarded_on = '2026-07-02', package_id = 'none'",
    ),
    reports_in_package_is_forwarded: set("reports", "package_id = 'q1'"),
    reports_revision: set("reports", "revision = 0"),
  },
  served_lists: {
    served_lists_organization_id_period_pk: copy("served_lists"),
    served_lists_organization_id_organizations_id_fk: copy("served_lists", { organization_id: "none" }),
    served_lists_period: copy("served_lists", { period: "2026" }),
    served_lists_revision: set("served_lists", "revision = 0"),
  },
  served_enterprises: {
    served_enterprises_organization_id_period_row_id_pk: copy("served_enterprises"),
    served_enterprises_list: copy("served_enterprises", { period: "2026-H2" }),
    served_enterprises_position_from_zero: set("served_enterprises", "position = -1"),
  },
  report_files: {
    report_files_report_id_file_id_pk: copy("report_files"),
    report_files_report_id_reports_id_fk: copy("report_files", { report_id: "none" }),
  },
  packages: {
    packages_pkey: copy("packages", { period: "2026-H2" }),
    packages_once: copy("packages", { id: "q2" }),
    packages_kind: set("packages", "kind = 'nonsense'"),
    packages_state: set("packages", "state = 'nonsense', sent_on = '2026-07-01', document_number = '1号'"),
    packages_sent_is_whole: set("packages", "state = 'sent', sent_on = '2026-07-01', document_number = ' '"),
    packages_received_has_day: set(
      "packages",
      "state = 'received', sent_on = '2026-07-01', document_number = '〔2026〕6号'",
    ),
    packages_revision: set("packages", "revision = 0"),
  },
  spot_check_draws: {
    spot_check_draws_pkey: copy("spot_check_draws"),
    spot_check_draws_state: set("spot_check_draws", "state = 'nonsense'"),
    spot_check_draws_commitment: set("spot_check_draws", "commitment = 'none'"),
    spot_check_draws_least: set("spot_check_draws", "least_of_district = -1"),
    spot_check_draws_drawn_is_whole: set("spot_check_draws", "state = 'drawn'"),
    spot_check_draws_revision: set("spot_check_draws", "revision = 0"),
  },
  inspections: {
    inspections_pkey: copy("inspections", { draw_id: null }),
    inspections_certification_id_certifications_id_fk: copy("inspections", { id: "i2", certification_id: "none" }),
    inspections_draw_id_spot_check_draws_id_fk: copy("inspections", { id: "i2", draw_id: "none" }),
    inspections_complaint_id_complaints_id_fk: copy("inspections", { id: "i2", draw_id: null, complaint_id: "none" }),
    inspections_drawn_once: copy("inspections", { id: "i2" }),
    inspections_kind: set("inspections", "kind = 'visit'"),
    inspections_state: set("inspections", "state = 'nonsense'"),
    inspections_result: set(
      "inspections",
      "result = 'so-so', recorded_on = '2026-06-20', findings = '一般', answer_until = '2026-06-30'",
    ),
    inspections_absence_finding: set("inspections", "absence_finding = 'nonsense'"),
    inspections_result_of_kind: set(
      "inspections",
      "result = 'absent', recorded_on = '2026-06-20', findings = '未到', answer_until = '2026-06-30'",
    ),
    inspections_notice_is_whole: set("inspections", "kind = 'appraisal', notified_on = '2026-06-10'"),
    inspections_notified_has_notice: set("inspections", "state = 'notified'"),
    inspections_carried_out_is_whole: set(
      "inspections",
      "state = 'carried_out', result = 'passed', recorded_on = '2026-06-20'",
    ),
    inspections_failed_has_findings: set(
      "inspections",
      "result = 'failed', recorded_on = '2026-06-20', findings = '台账缺失'",
    ),
    inspections_heard_is_whole: set(
      "inspections",
      "state = 'heard', kind = 'appraisal', result = 'absent', findings = '未到', answer_until = '2026-06-30', carried_out_on = '2026-06-20', recorded_on = '2026-06-20', hearing = '已听取', heard_on = '2026-07-01', found_on = '2026-07-01'",
    ),
    inspections_closed_has_day: set(
      "inspections",
      "state = 'closed', result = 'passed', carried_out_on = '2026-06-20', recorded_on = '2026-06-20'",
    ),
    inspections_called_off_has_reason: set("inspections", "state = 'called_off'"),
    inspections_recorded_has_day: set("inspections", "recorded_on = '2026-06-20'"),
    inspections_found_has_day: set("inspections", "found_on = '2026-07-01'"),
    inspections_answer_is_whole: set("inspections", "answer = '已改正'"),
    inspections_checked_again_is_whole: set("inspections", "checked_again_on = '2026-06-20', checked_again = '已改正'"),
    inspections_policy_version: set("inspections", "policy_version = 0"),
    inspections_revision: set("inspections", "revision = 0"),
  },
  inspection_files: {
    inspection_files_inspection_id_file_id_pk: copy("inspection_files"),
    inspection_files_inspection_id_inspections_id_fk: copy("inspection_files", { inspection_id: "none" }),
  },
  interpretations: {
    interpretations_pkey: copy("interpretations", {}, "id = 't1'"),
    interpretations_supersedes_id_interpretations_id_fk: copy(
      "interpretations",
      { id: "t3", supersedes_id: "none" },
      "id = 't1'",
    ),
    interpretations_superseded_once: copy("interpretations", { id: "t3" }, "id = 't2'"),
    interpretations_state: set("interpretations", `state = 'nonsense', ${issued}, issued_by = 'u2'`),
    interpretations_setting_is_whole: set("interpretations", "setting_id = 'consecutive_failures_reading'"),
    interpretations_issued_is_whole: set("interpretations", "state = 'issued'"),
    interpretations_second_person: set("interpretations", `state = 'issued', ${issued}, issued_by = 'u1'`),
    interpretations_revision: set("interpretations", "revision = 0"),
  },
  sanctions: {
    sanctions_pkey: copy("sanctions", { state: "dropped", dropped_reason: "证据不足" }),
    sanctions_certification_id_certifications_id_fk: copy("sanctions", { id: "s2", certification_id: "none" }),
    sanctions_interpretation_id_interpretations_id_fk: set("sanctions", "interpretation_id = 'none'"),
    sanctions_one_live: copy("sanctions", { id: "s2" }),
    sanctions_kind: set("sanctions", "kind = 'warning', ground = 'unlawful_conduct'"),
    sanctions_state: set("sanctions", `state = 'nonsense', ${effective}`),
    sanctions_ground: set("sanctions", "kind = 'revocation', ground = 'nonsense'"),
    sanctions_ground_of_kind: set("sanctions", "kind = 'revocation'"),
    sanctions_finding: set("sanctions", "finding = ' '"),
    sanctions_notified_is_whole: set("sanctions", "state = 'notified', notified_on = '2026-06-10'"),
    sanctions_heard_is_whole: set("sanctions", `state = 'heard', ${notified}`),
    sanctions_decided_is_whole: set("sanctions", `state = 'decided', ${heard}`),
    sanctions_effective_is_whole: set("sanctions", `state = 'effective', ${decided}`),
    sanctions_second_person: set("sanctions", `state = 'effective', ${effective.replace("'u2'", "'u1'")}`),
    sanctions_served_after_effect: set(
      "sanctions",
      `state = 'served', ${effective}, served_on = '2026-06-24', service_method = 'direct'`,
    ),
    sanctions_service_is_whole: set("sanctions", `state = 'served', ${effective}`),
    sanctions_service_method: set(
      "sanctions",
      `state = 'served', ${effective}, served_on = '2026-06-25', service_method = 'chat'`,
    ),
    sanctions_answer_after_service: set(
      "sanctions",
      `state = 'served', ${effective}, served_on = '2026-06-25', service_method = 'direct', answer_until = '2026-06-25'`,
    ),
    sanctions_answer_is_whole: set("sanctions", `state = 'effective', ${effective}, answer = '不认可'`),
    sanctions_published_has_day: set("sanctions", `state = 'published', ${effective}`),
    sanctions_dropped_has_reason: set("sanctions", "state = 'dropped'"),
    sanctions_reinstatement_is_whole: set("sanctions", `state = 'reinstatement_decided', ${effective}`),
    sanctions_reinstated_has_day: set("sanctions", `state = 'reinstated', ${withdrawn}`),
    sanctions_reinstatement_second_person: set(
      "sanctions",
      `state = 'reinstated', ${withdrawn}, reinstated_on = '2026-07-01', reinstatement_confirmed_by = 'u1'`,
    ),
    sanctions_revision: set("sanctions", "revision = 0"),
  },
  sanction_files: {
    sanction_files_sanction_id_file_id_pk: copy("sanction_files"),
    sanction_files_sanction_id_sanctions_id_fk: copy("sanction_files", { sanction_id: "none" }),
  },
  organization_change_files: {
    organization_change_files_change_id_file_id_pk: copy("organization_change_files"),
    organization_change_files_change_id_organization_changes_id_fk: copy("organization_change_files", {
      change_id: "none",
    }),
  },
  organization_changes: {
    organization_changes_pkey: copy("organization_changes"),
    organization_changes_organization_id_organizations_id_fk: copy("organization_changes", {
      id: "h2",
      organization_id: "none",
    }),
    organization_changes_kind: set("organization_changes", "kind = 'nonsense'"),
    organization_changes_state: set(
      "organization_changes",
      "state = 'nonsense', decided_on = '2026-06-20', decided_by = 'u1'",
    ),
    organization_changes_source: set("organization_changes", "source = ' '"),
    organization_changes_decided_is_whole: set("organization_changes", "state = 'accepted'"),
    organization_changes_refused_has_reason: set(
      "organization_changes",
      "state = 'refused', decided_on = '2026-06-20', decided_by = 'u1'",
    ),
    organization_changes_revision: set("organization_changes", "revision = 0"),
  },
  provincial_recommendations: {
    provincial_recommendations_certification_id_year_pk: copy("provincial_recommendations"),
    provincial_recommendations_certification_id_certifications_id_fk: copy("provincial_recommendations", {
      certification_id: "none",
    }),
    provincial_recommendations_number: set("provincial_recommendations", "document_number = ' '"),
    provincial_recommendations_result: set(
      "provincial_recommendations",
      "result = 'nonsense', result_on = '2026-11-01', result_source = '省厅公告'",
    ),
    provincial_recommendations_result_is_whole: set("provincial_recommendations", "result = 'recognized'"),
  },
};
