import type {
  AddressEnd,
  RecipientKind,
  ReminderAudience,
  ReminderChannel,
  ReminderStep,
  WithdrawalGround,
} from "@shifan/rules";

/** What one tap leads to. */
export const reminderStepLabels: Readonly<Record<ReminderStep, string>> = {
  open: "打开",
  print_checklist: "打印检查表",
  copy_last_application: "用上次资料起草",
};

export const reminderChannelLabels: Readonly<Record<ReminderChannel, string>> = {
  telegram: "Telegram",
  mail: "邮件",
  sms: "短信",
  wechat: "微信",
  wecom: "企业微信群",
};

export const recipientKindLabels: Readonly<Record<RecipientKind, string>> = {
  person: "账号",
  prospect: "自查后要求提醒的人",
  office: "部门群",
};

export const reminderAudienceLabels: Readonly<Record<ReminderAudience, string>> = {
  prospect: "准备申报的人",
  applicant: "申报单位",
  platform: "示范平台",
  district: "推荐部门",
  city: "市工信局",
  expert: "专家",
  administrator: "管理员",
};

/** Why something was not told. */
export const withdrawalGroundLabels: Readonly<Record<WithdrawalGround, string>> = {
  met: "事已办完或已取消",
  moved: "日期已变，按新日期提醒",
  stopped: "本人要求不再提醒",
  not_theirs: "已不由其负责",
  too_late: "已过期",
};

/** Why a way to somebody was closed. */
export const addressEndLabels: Readonly<Record<AddressEnd, string>> = {
  unlinked: "本人解除",
  replaced: "换了新的",
  gone: "对方已收不到",
};
