import type {
  ApplicationState,
  CertificationState,
  ComplaintState,
  DeliveryState,
  ExpertState,
  InspectionState,
  InterpretationState,
  MandateState,
  NoticeState,
  ObjectionState,
  ObligationState,
  OfficeGroupState,
  OrganizationChangeState,
  PackageState,
  ReportState,
  ReviewState,
  RoundState,
  SanctionState,
  SpotCheckDrawState,
  StaffNoteState,
} from "@shifan/rules";

type Labels<State extends string> = Readonly<Record<State, string>>;

/** What people call the states of an application. */
export const applicationStateLabels: Labels<ApplicationState> = {
  draft: "草稿",
  submitted: "已提交",
  returned: "补正退回",
  accepted: "已受理",
  surveyed: "测评完成",
  recommended: "已推荐",
  not_recommended: "不予推荐",
  received: "市局已接收",
  reviewed: "评审完成",
  proposed: "拟认定",
  not_selected: "未入选",
  in_publicity: "公示中",
  objected: "异议办理中",
  certified: "已认定",
  rejected: "不予认定",
  withdrawn: "已撤回",
  lapsed: "期满终止",
};

const rounds: Labels<RoundState> = {
  draft: "草稿",
  open: "申报中",
  closed: "申报已截止",
  in_review: "评审中",
  list_proposed: "名单已拟定",
  in_publicity: "公示中",
  decided: "已办结",
  archived: "已归档",
  cancelled: "已取消",
};

const reviews: Labels<ReviewState> = { assigned: "待声明", scoring: "评分中", submitted: "已提交", recused: "已回避" };

const objections: Labels<ObjectionState> = {
  filed: "待受理",
  admitted: "已受理",
  inadmissible: "不予受理",
  under_inquiry: "查证中",
  upheld: "成立",
  dismissed: "不成立",
  replied: "已答复",
};

const sanctions: Labels<SanctionState> = {
  proposed: "已提出",
  dropped: "已作罢",
  notified: "已告知",
  heard: "已听取意见",
  decided: "待第二人确认",
  effective: "已生效",
  served: "已送达",
  published: "已公布",
  reinstatement_decided: "撤回待确认",
  reinstated: "已撤回决定",
};

const inspections: Labels<InspectionState> = {
  planned: "已安排",
  notified: "已通知",
  carried_out: "已进行",
  heard: "已听取说明",
  closed: "已办结",
  called_off: "已取消安排",
};

/** How a title stands on a day is said by the same column: its state, or what its dates make of it. */
const certifications: Labels<CertificationState | "not_yet_valid" | "expired"> = {
  valid: "有效",
  not_yet_valid: "还没生效",
  expired: "已到期",
  cancelled: "已取消",
  revoked: "已撤销",
};
const complaints: Labels<ComplaintState> = { open: "待答复", replied: "已答复", closed: "已办结" };
const experts: Labels<ExpertState> = { active: "在库", retired: "已退出" };
const interpretations: Labels<InterpretationState> = { draft: "草稿", issued: "已发布", superseded: "已被取代" };
const mandates: Labels<MandateState> = {
  claimed: "待确认",
  contested: "有争议",
  confirmed: "已确认",
  refused: "不予确认",
  ended: "已结束",
};
const notices: Labels<NoticeState> = { draft: "草稿", published: "已发布", superseded: "已由新的取代" };
const obligations: Labels<ObligationState> = { due: "待办", done: "已办", not_applicable: "不适用" };
const organization_changes: Labels<OrganizationChangeState> = {
  reported: "待核实",
  accepted: "已记录",
  refused: "不予记录",
};
const packages: Labels<PackageState> = { drafted: "准备中", sent: "已报送", received: "已接收" };
const reports: Labels<ReportState> = {
  drafted: "填写中",
  sent_to_district: "已报送区县",
  forwarded: "已转报市局",
  received: "市局已接收",
};
const spot_check_draws: Labels<SpotCheckDrawState> = { committed: "种子已封存", drawn: "已抽取" };

const office_groups: Labels<OfficeGroupState> = { connected: "已接入", disconnected: "已停用" };
const staff_notes: Labels<StaffNoteState> = { standing: "有效", withdrawn: "已撤回" };

const deliveries: Labels<DeliveryState> = {
  planned: "待发",
  waiting: "发送中",
  sent: "已发出",
  inbox: "只在站内",
  dead: "没有发成",
  withdrawn: "不再发",
};

/** What people call the states of records, by resource as in the table of access. */
export const stateLabels = {
  applications: applicationStateLabels,
  rounds,
  reviews,
  objections,
  sanctions,
  inspections,
  certifications,
  complaints,
  experts,
  interpretations,
  mandates,
  notices,
  obligations,
  organization_changes,
  packages,
  reports,
  spot_check_draws,
  office_groups,
  staff_notes,
  deliveries,
} as const;
