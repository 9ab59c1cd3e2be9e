/**
 * Every code with which this API refuses, its HTTP status and its Chinese wording: the one place. `title` says what it is, `detail` what to do
 * next; a service may give a detail of its own where it knows more. No zod and no other import here: browsers and the bot carry this table.
 */
export const problemCodes = {
  not_json: { status: 400, title: "内容不是JSON", detail: "请求的内容读不成JSON，请检查括号、引号和逗号。" },
  idempotency_key_required: {
    status: 400,
    title: "缺少 Idempotency-Key",
    detail: "请在请求头 Idempotency-Key 里带一个随机串，重发时用同一个。",
  },
  invalid_request: { status: 400, title: "请求读不懂", detail: "请对照 /api/docs 检查地址和请求头。" },
  unauthorized: { status: 401, title: "需要凭证", detail: "请在 Authorization: Bearer 里带上有效的凭证。" },
  not_permitted: { status: 403, title: "没有权限", detail: "这件事不在您的职责范围内；如有需要，请联系管理员。" },
  other_jurisdiction: { status: 403, title: "不在您的管辖或办理范围内", detail: "请由负责的部门或经办人办理。" },
  not_signed_in: { status: 401, title: "需要登录", detail: "请先登录，再办这件事。" },
  wrong_credentials: {
    status: 401,
    title: "邮箱或密码不对",
    detail: "请核对后再试；忘记密码请打开本网站的 /forgot-password。",
  },
  wrong_code: { status: 401, title: "验证码不对", detail: "请用验证器里现在显示的6位数字，或一个没有用过的恢复码。" },
  sign_in_expired: { status: 401, title: "登录已超时", detail: "请重新输入邮箱和密码。" },
  second_factor_required: {
    status: 403,
    title: "请先设置二次验证",
    detail: "工作人员登录需要验证器。请用 POST /api/v1/auth/two-factor/enable 设置，再办别的事。",
  },
  account_disabled: { status: 403, title: "账号已停用", detail: "请联系管理员。" },
  foreign_origin: { status: 403, title: "请求来自别的网站", detail: "请从本系统的页面操作。" },
  unknown_path: { status: 404, title: "没有这个地址", detail: "请对照 /api/docs 检查地址。" },
  unknown_policy: { status: 404, title: "没有这份办法", detail: "请用 GET /api/v1/policies 查看有哪些办法。" },
  unknown_session: { status: 404, title: "没有找到这次自查", detail: "可能已超过保存期限。请重新开始自查。" },
  unknown_update: { status: 404, title: "没有这条消息", detail: "请核对 chatId 和 updateId。" },
  unknown_checkpoint: { status: 404, title: "还没有检查点", detail: "有了第一条记录，一分钟之内就有。" },
  unknown_entry: {
    status: 404,
    title: "没有找到这条记录",
    detail: "请核对记录编号；刚刚产生的记录，请一分钟后再试。",
  },
  unknown_record: { status: 404, title: "没有找到这条记录", detail: "请核对编号；也可能不在您可以查看的范围内。" },
  certificate_not_found: {
    status: 404,
    title: "没有查到这个编号",
    detail: "可能是编号有误，或该证书尚未录入本系统，不能据此判断真假。请向市工信局核实。",
  },
  unknown_receipt: {
    status: 404,
    title: "没有查到这个编号",
    detail: "请核对查询编号的16位数字；编号只在提交成功时给出一次。",
  },
  unknown_user: { status: 404, title: "没有找到这个账号", detail: "请核对账号编号。" },
  unknown_invitation: {
    status: 404,
    title: "邀请链接不能用了",
    detail: "链接可能已经用过或过期。请向管理员要一个新的。",
  },
  unknown_reset_link: {
    status: 404,
    title: "重设密码的链接不能用了",
    detail: "链接只能用一次，信里写着有效到几点。请重新申请一个。",
  },
  method_not_allowed: { status: 405, title: "这个地址不支持这种方法", detail: "支持的方法见响应头 Allow。" },
  wrong_state: { status: 409, title: "现在不能这样办", detail: "这件事目前的状态不允许这一步，请刷新后看可以办哪些。" },
  round_exists: {
    status: 409,
    title: "本年度已有批次",
    detail: "每年认定一次；要改时间请延长，要重来请先取消原批次。",
  },
  round_not_open: { status: 409, title: "批次不在申报期内", detail: "请等申报时间公布；公布当天可以看到。" },
  application_exists: {
    status: 409,
    title: "本年度已有一份申报",
    detail: "请接着办已有的那一份；确需第二份，由市工信局记录理由。",
  },
  exception_exists: {
    status: 409,
    title: "本年度的例外已经记录过",
    detail: "一个单位在一个批次最多报两份；申报单位可以直接开始第二份。",
  },
  deadline_passed: { status: 409, title: "已过截止时间", detail: "截止时间是{day}24:00。" },
  period_not_ended: { status: 409, title: "期限还没有满", detail: "{day}24:00以后才能办这一步。" },
  extension_not_forward: {
    status: 409,
    title: "期限只能往后延",
    detail: "新的截止日不能早于原来的，也不能已经过去；至少有一个要往后。",
  },
  materials_incomplete: { status: 409, title: "材料还不齐", detail: "还缺或要重办：{materials}。请补齐后再提交。" },
  report_not_of_submission_month: {
    status: 409,
    title: "信用报告不是提交当月的",
    detail: "请在提交当月重新下载、查询、打印、盖章后再提交。",
  },
  findings_unacknowledged: {
    status: 409,
    title: "核对结果还没有确认",
    detail: "请先看完核对结果，逐项确认后再提交；确认后不影响提交，结果随申报转给推荐部门。",
  },
  mandate_unconfirmed: {
    status: 409,
    title: "经办人授权还没有确认",
    detail: "请上传营业执照和盖章的授权书，由推荐部门确认；确认前可以继续填写。",
  },
  mandate_taken: { status: 409, title: "该单位已有经办人", detail: "如需更换，请上传授权书，由推荐部门决定。" },
  reapply_barred: {
    status: 409,
    title: "在不得再次申报的期限内",
    detail: "最后一天是{day}，第二天起可以提交；在此之前可以先填写。",
  },
  title_still_valid: {
    status: 409,
    title: "资格还在有效期内",
    detail: "现有资格到{day}，期满当年可以再次申报；在此之前可以先填写。",
  },
  sample_too_small: { status: 409, title: "测评的家数还不够", detail: "现在是{completed}家，至少要{minimum}家。" },
  sample_exists: { status: 409, title: "已经抽过样", detail: "抽样只做一次；问不到的企业请写明理由后替换。" },
  survey_incomplete: {
    status: 409,
    title: "测评还没有做完",
    detail: "请先抽样、记录答复，写好运营情况、服务业绩和对各项条件的意见；满意度不一致的要说明。",
  },
  reasons_required: { status: 409, title: "请写明理由", detail: "这个决定要有书面理由，申报单位会看到。" },
  materials_unchecked: {
    status: 409,
    title: "材料还没有都核对通过",
    detail: "还没有核对通过：{materials}。请退回推荐部门补核，或写明理由后接收。",
  },
  experts_not_enough: {
    status: 409,
    title: "专家人数不合要求",
    detail: "评审专家要是单数，不少于{minimum}名；现在是{assigned}名（已回避的不算）。",
  },
  conflict_of_interest: {
    status: 409,
    title: "有专家需要回避",
    detail: "与申报单位有利害关系，不能评审这一件：{experts}。",
  },
  reviews_incomplete: {
    status: 409,
    title: "评审还没有做完",
    detail: "{assigned}名专家中，{submitted}名已提交评分。",
  },
  spread_undiscussed: {
    status: 409,
    title: "评分相差较大，请先合议",
    detail: "最高分和最低分相差{spread}分，达到{most}分的要合议，并写明合议情况。",
  },
  cases_undecided: {
    status: 409,
    title: "还有申报没有办完",
    detail: "还有{count}件没有结论，请逐件办完；到期不办不等于不予认定。",
  },
  quota_exceeded: { status: 409, title: "超过本轮名额", detail: "拟认定{proposed}件，本轮名额{quota}件。" },
  nothing_proposed: { status: 409, title: "没有拟认定的申报", detail: "名单是空的，不用公示，可以直接办结本轮。" },
  publicity_not_running: { status: 409, title: "公示还没有开始", detail: "公示从{day}开始。" },
  publicity_not_ended: { status: 409, title: "公示还没有结束", detail: "公示到{day}24:00，之后才能作出认定。" },
  objection_open: {
    status: 409,
    title: "有异议还没有办结",
    detail: "这一件还有{count}件异议没有办结；其他申报可以照常办理。",
  },
  objection_upheld: { status: 409, title: "异议已经成立", detail: "这一件的异议经查证成立，不能认定。" },
  second_person_required: {
    status: 409,
    title: "要由第二个人确认",
    detail: "录入的人不能自己确认，请另一位工作人员办理。",
  },
  report_exists: {
    status: 409,
    title: "这一期的总结已经有了",
    detail: "同一资格同一期只有一份总结，请打开已有的继续填写；已报送的，由推荐部门退回后再改。",
  },
  package_exists: {
    status: 409,
    title: "这一期的报送件已经有了",
    detail: "每个推荐部门每一期只有一份报送件，请打开已有的继续办理。",
  },
  report_incomplete: { status: 409, title: "总结还没有填完", detail: "还要填写：{fields}。" },
  missing_unexplained: {
    status: 409,
    title: "有缺的还没有写明原因",
    detail: "还缺，又没有写原因：{names}。写明原因后可以先报送其他各家。",
  },
  inspection_report_missing: { status: 409, title: "还没有检查情况报告", detail: "请写好检查情况报告再报送。" },
  result_of_appraisal_only: {
    status: 409,
    title: "这个结论只用于考核",
    detail: "“未参加”和“弄虚作假”只是考核的结论；检查、抽查中发现的，请写进检查发现。",
  },
  checklist_incomplete: { status: 409, title: "检查项目还没有填完", detail: "还没有填：{items}。" },
  hearing_required: { status: 409, title: "请先听取说明", detail: "“未参加”和“弄虚作假”要先听取单位说明，再办结。" },
  rectification_open: { status: 409, title: "整改还没有复查", detail: "请先复查整改情况，记录复查日期和结果。" },
  nothing_to_draw: { status: 409, title: "没有可抽的单位", detail: "这个范围内没有在有效期内的示范平台。" },
  title_not_valid: {
    status: 409,
    title: "资格不在有效期内",
    detail: "只有在有效期内的资格才能办理；有效期外的情形办法没有写，请先由市工信局作出解释。",
  },
  sanction_exists: {
    status: 409,
    title: "已有一件取消或撤销",
    detail: "这项资格已有一件在办或已生效的取消、撤销，一项资格同时只办一件。",
  },
  ground_missing: {
    status: 409,
    title: "没有可以依据的记录",
    detail: "请先有办结的考核、抽查记录，或写明查实的事实和证据。",
  },
  decision_not_served: {
    status: 409,
    title: "决定还没有送达",
    detail: "请先记录送达的方式、日期和回证，再公布。",
  },
  interpretation_required: {
    status: 409,
    title: "要先有解释",
    detail: "这种情形按办法有两种读法，只有一种成立；请先由市工信局作出解释，再作决定。",
  },
  interpretation_incomplete: { status: 409, title: "解释还没有写完", detail: "请写好问题、答复、文号和日期。" },
  mail_not_set_up: {
    status: 409,
    title: "本系统没有设置发信",
    detail: "工作人员请找管理员重新邀请；申报单位的经办人请用另一个邮箱注册，再认领本单位。",
  },
  channel_not_set_up: {
    status: 409,
    title: "本系统没有开通这种方式",
    detail: "请换一种方式；有哪些可用，见 GET /api/v1/reminders 的 offered。",
  },
  code_not_sent: { status: 409, title: "验证码没有发出去", detail: "请核对号码或邮箱，过几分钟再试，或换一种方式。" },
  contact_code_wrong: { status: 409, title: "验证码不对", detail: "请核对刚收到的6位数字再试。" },
  contact_code_gone: {
    status: 409,
    title: "验证码已不能用",
    detail: "可能已经用过、过了10分钟或试错太多次，请重新发一个。",
  },
  lease_lost: { status: 409, title: "领取已过期", detail: "这条消息已由别的进程接手，请停止处理。" },
  role_held: { status: 409, title: "已经有这个角色", detail: "要改起止日期，请先结束原来的角色。" },
  last_administrator: {
    status: 409,
    title: "这是最后一位管理员",
    detail: "请先邀请另一位管理员，并等对方设置好密码。",
  },
  email_taken: { status: 409, title: "这个邮箱已有账号", detail: "请直接登录，或换一个邮箱。" },
  second_factor_enrolled: {
    status: 409,
    title: "已经设置过二次验证",
    detail: "要换验证器，请带证件请管理员当面重置。",
  },
  stale: { status: 412, title: "内容已被别人改过", detail: "请重新读取最新内容，再作修改。" },
  too_large: { status: 413, title: "内容太大", detail: "请求的内容不超过1 MB（批量评估、整份名单和导入的表格5 MB）。" },
  unsupported_media_type: { status: 415, title: "不收这种内容", detail: "请把 Content-Type 写成 application/json。" },
  invalid_input: { status: 422, title: "有内容需要改", detail: "请按 errors 里的位置逐项修改。" },
  before_first_version: { status: 422, title: "日期早于办法施行", detail: "请换一个不早于办法首日的日期。" },
  idempotency_key_reused: {
    status: 422,
    title: "Idempotency-Key 已用过",
    detail: "同一个 Idempotency-Key 只能配同样的内容，请换一个。",
  },
  if_match_required: {
    status: 428,
    title: "缺少 If-Match",
    detail: "请先读取记录，把它的 ETag 写进请求头 If-Match。",
  },
  rate_limited: { status: 429, title: "太快了，请稍等", detail: "请过响应头 Retry-After 所写的秒数再发。" },
  unknown_file: { status: 404, title: "没有找到这个文件", detail: "可能已删除，或不在您能看的范围内。" },
  unknown_upload: { status: 404, title: "没有这次上传", detail: "可能已取消，或超过24小时没有传完。请重新上传。" },
  unknown_upload_link: {
    status: 404,
    title: "上传链接不能用了",
    detail: "链接只在10分钟内有效。请在聊天里再发一次文件，取一个新的；也可以登录后上传。",
  },
  upload_incomplete: { status: 409, title: "文件还没有传完", detail: "请接着上传，传完就能使用。" },
  upload_offset_conflict: {
    status: 409,
    title: "接续的位置不对",
    detail: "请先用 HEAD 查询已收到多少，再从那里接着传。",
  },
  file_in_use: { status: 409, title: "文件已随材料提交，不能删除", detail: "需要更换时，请在补正时上传新的文件。" },
  too_many_files: { status: 409, title: "文件太多", detail: "这一项最多200个文件。请把零散的扫描页合成一个PDF。" },
  file_quota_exceeded: {
    status: 413,
    title: "文件合计太多",
    detail: "请删除不用的文件，或压缩后再上传。",
  },
  upload_version: { status: 412, title: "上传协议的版本不对", detail: "请带请求头 Tus-Resumable: 1.0.0。" },
  file_too_large: {
    status: 413,
    title: "文件太大",
    detail: "每个文件不超过50 MB。扫描件可以降低分辨率，或分成几个文件上传。",
  },
  range_not_satisfiable: { status: 416, title: "没有这一段内容", detail: "请按响应头 Content-Range 里的总长度重取。" },
  export_too_large: {
    status: 422,
    title: "要导出的太多",
    detail: "一次最多导出5,000项。请先加筛选，例如只选一个年度、一个推荐部门。",
  },
  file_empty: { status: 422, title: "文件是空的", detail: "请检查原文件，重新选择。" },
  file_type_not_accepted: {
    status: 422,
    title: "不收这种文件",
    detail: "接受PDF、图片（JPEG、PNG、WebP、HEIC、TIFF）、Word、Excel、PowerPoint、OFD。请转换后再上传。",
  },
  file_damaged: { status: 422, title: "文件不完整", detail: "请先在电脑上打开看看，另存一份再上传。" },
  file_unsafe: { status: 422, title: "文件里有不安全的内容", detail: "请去掉宏和夹带的程序、压缩包，另存一份再上传。" },
  file_encrypted: { status: 422, title: "文件加了密，打不开", detail: "请去掉打开密码，另存一份再上传。" },
  upload_busy: { status: 423, title: "这个文件正在上传", detail: "请等上一次请求结束再接着传。" },
  internal: {
    status: 500,
    title: "系统出了问题",
    detail: "不是您的问题，已记录。请稍后再试；联系我们时请报请求编号。",
  },
  policy_incomplete: {
    status: 409,
    title: "办法的这一版没有写明这一项",
    detail: "这一步要用的内容，本事项适用的办法版本没有写明，系统不替它补。请联系管理员。",
  },
  scan_unavailable: {
    status: 503,
    title: "暂时不能检查文件",
    detail: "病毒检查暂时不可用，文件已保留。请过几分钟再试，不用重新上传。",
  },
  unavailable: { status: 503, title: "暂时不能服务", detail: "系统正在启动或维护，请稍后再试。" },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

/** What `wrong_state` comes to where the state of another record is in the way, by what is waited for. */
export const detailsOfWaiting = {
  list: "这一轮开始评审以后、形成名单以前，才能列入或不列入名单；名单已经形成的，请先收回名单。",
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** The largest number of field errors in one answer. */
export const maximumFieldErrors = 100;
