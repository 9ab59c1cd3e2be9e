import { staffRoles } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, nullableDateSchema } from "./values.ts";

/** What may wait for somebody, by stable codes, in the order in which it is told where the days are the same. */
export const taskKinds = {
  applications_to_check: "待审材料",
  returns_running_out: "补正快到期",
  paper_to_enter: "纸质申报没有录完",
  surveys_to_draw: "待抽取测评企业",
  surveys_short: "测评没有做满",
  surveys_to_complete: "测评已做满，待办结",
  applications_to_recommend: "待推荐",
  recommendation_deadline: "推荐截止",
  submission_deadline: "申报截止",
  districts_behind: "推荐截止后还没有办结的申报",
  applications_to_receive: "待接收推荐",
  panels_to_assign: "待安排或补足专家",
  reviews_overdue: "评审逾期",
  reviews_due: "评审到期",
  reviews_to_finish: "评分已齐，待结束评审",
  applications_to_propose: "待定是否拟认定",
  round_to_open: "本年度申报待公布",
  round_of_the_year: "本年度认定没有启动或没有完成",
  list_to_propose: "待拟定认定名单",
  list_to_publish: "待公示名单",
  publicity_ending: "公示期满",
  applications_to_certify: "待认定",
  round_to_decide: "本轮待公布结果",
  objections_to_admit: "异议待决定是否受理",
  objections_to_decide: "异议待处理",
  objections_to_reply: "异议待答复",
  complaints_to_reply: "监督投诉待答复",
  staff_complaints_to_reply: "对工作人员的投诉待答复",
  sanctions_to_notify: "取消、撤销待告知",
  sanctions_to_hear: "陈述申辩",
  sanctions_to_decide: "取消、撤销待决定",
  sanctions_to_confirm: "取消、撤销待第二人确认",
  sanctions_to_serve: "取消、撤销待送达",
  sanctions_to_publish: "取消、撤销待公布",
  titles_to_confirm: "补录的资格待第二人确认",
  title_corrections_to_confirm: "资格的更正待第二人确认",
  interpretations_to_issue: "解释待第二人印发",
  inspections_owed: "半年定期检查",
  checks_to_carry_out: "检查到了安排的日子",
  checks_to_hold: "考核",
  checks_to_hear: "考核结果待听取说明",
  checks_to_notify: "考核待通知",
  checks_to_check_again: "整改待复查",
  checks_to_close: "检查结果待办结",
  reports_to_read: "待审阅的工作总结",
  reports_to_receive: "待接收的工作总结",
  packages_to_send: "区县报送",
  packages_to_receive: "待接收的区县报送",
  mandates_to_confirm: "经办人授权待核实",
  changes_to_check: "单位变更待审核",
  conflicts_to_declare: "待声明是否需要回避",
  sheets_to_hand_in: "待提交评分表",
  invitations_expired: "邀请过期",
  second_factor_missing: "没有设置二次验证",
  roles_ending: "角色到期",
  stand_ins_ending: "代管到期",
  holidays_missing: "放假安排没有录入",
} as const satisfies Readonly<Record<string, string>>;
export type TaskKind = keyof typeof taskKinds;

const kinds = Object.keys(taskKinds) as [TaskKind, ...TaskKind[]];

const workSchema = z
  .object({
    resource: z.string().meta({ description: "在哪个列表里办，即 /api/v1/ 后面的名称" }),
    recordId: z.string().nullable().meta({ description: "只有一件时是它的编号" }),
    filter: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: "不止一件时是列表的 filter，照原样带上；与 recordId 只有一个不为空" }),
  })
  .meta({ id: "TaskWork" });

const taskShape = {
  kind: z.enum(kinds).meta({
    description: Object.entries(taskKinds)
      .map(([kind, title]) => `${kind} ${title}`)
      .join("，"),
  }),
  text: z.string().meta({ description: "一句话，以条文收尾" }),
  count: z.int(),
  dueOn: nullableDateSchema.meta({ description: "最后一天，含当天；没有期限的为空" }),
  daysLeft: z.int().nullable().meta({ description: "离最后一天还有几天，当天为0，过了为负数" }),
  isOverdue: z.boolean(),
  article: z.string().nullable(),
  role: z.enum(staffRoles).meta({ description: "以哪个角色办" }),
  district: z.string().nullable().meta({ description: "以区县角色办的，是哪个区县（市）、开发区" }),
  onBehalfOf: z.string().nullable().meta({ description: "代管时，代谁办（账号编号）" }),
  mayAct: z.boolean().meta({ description: "假：第一步是本人办的，须由另一人确认" }),
  work: workSchema,
};

const taskSchema = z.object(taskShape).meta({ id: "Task" });

export const tasksSchema = z
  .object({
    today: dateTextSchema,
    heading: z.string().meta({ description: "问候、日期，今天有几件事；没有的话，下一件是什么" }),
    tasks: z.array(taskSchema).meta({ description: "现在就要办的，按最后一天排，没有期限的在后" }),
    upcoming: z.array(taskSchema).meta({ description: "接下来的，按最后一天排" }),
    checkpoint: z
      .object({
        at: z.string().nullable(),
        size: z.int(),
        isRecent: z.boolean(),
        text: z.string(),
      })
      .nullable()
      .meta({ description: "操作记录最近一次签名；只给能看操作记录的人" }),
  })
  .meta({ id: "Tasks" });

export type Task = z.infer<typeof taskSchema>;
export type Tasks = z.infer<typeof tasksSchema>;
