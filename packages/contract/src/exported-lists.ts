import type { Resource } from "@shifan/rules";
import {
  recipientKindLabels,
  reminderAudienceLabels,
  reminderChannelLabels,
  withdrawalGroundLabels,
} from "./reminder-labels.ts";
import { stateLabels } from "./state-labels.ts";
import { accountKindLabels, complaintSubjectLabels, noticeKindLabels, valueLabelsInForm } from "./value-labels.ts";

type Words = Readonly<Record<string, string>>;
type ExportedList = {
  /** As the table of access calls it. */
  readonly resource: Resource;
  readonly title: string;
  /** What the values of a column are called, by the column's field. */
  readonly values: Readonly<Record<string, Words>>;
};

const list = (resource: Resource, title: string, values: Readonly<Record<string, Words>> = {}): ExportedList => {
  const states: Words = (stateLabels as Readonly<Record<string, Words>>)[resource] ?? {};
  return { resource, title, values: { state: states, standing: states, ...values } };
};

const kindsOf = (form: string): Words => valueLabelsInForm(form, "kind") ?? {};

/** The lists that can be kept as a spreadsheet, by their place in the address. */
export const exportedLists: Readonly<Record<string, ExportedList>> = {
  applications: list("applications", "申报"),
  rounds: list("rounds", "批次"),
  recommendations: list("recommendations", "推荐文件"),
  reviews: list("reviews", "评审"),
  experts: list("experts", "专家"),
  notices: list("notices", "公示和公告", { kind: noticeKindLabels }),
  objections: list("objections", "异议"),
  complaints: list("complaints", "投诉", { subject: complaintSubjectLabels }),
  certifications: list("certifications", "示范平台"),
  obligations: list("obligations", "应办事项"),
  inspections: list("inspections", "检查"),
  "spot-check-draws": list("spot_check_draws", "抽查抽取"),
  reports: list("reports", "工作总结", { kind: kindsOf("reports/create") }),
  packages: list("packages", "报送件", { kind: kindsOf("packages/create") }),
  sanctions: list("sanctions", "取消和撤销"),
  organizations: list("organizations", "单位"),
  "organization-changes": list("organization_changes", "单位变更", { kind: kindsOf("organizations/changes") }),
  interpretations: list("interpretations", "办法解释"),
  deliveries: list("deliveries", "提醒", {
    way: reminderChannelLabels,
    recipientKind: recipientKindLabels,
    audience: reminderAudienceLabels,
    withdrawnFor: withdrawalGroundLabels,
  }),
  users: list("users", "账户", { kind: accountKindLabels }),
};

/** The most rows of one spreadsheet. */
export const mostExportedRows = 5_000;
