/**
 * Every code with which this API refuses, its HTTP status and its Chinese wording: the one place. `title` says what it is, `detail` what to do
 * next; a service may give a detail of its own where it knows more. No zod and no other import here: browsers and the bot carry this table.
 */
export const problemCodes = {
  not_json: { status: 400, title: "内容不是JSON", detail: "请求的内容读不成JSON，请检查括号、引号和逗号。" },
  invalid_request: { status: 400, title: "请求读不懂", detail: "请对照 /api/docs 检查地址和请求头。" },
  unauthorized: { status: 401, title: "需要凭证", detail: "请在 Authorization: Bearer 里带上有效的凭证。" },
  not_permitted: { status: 403, title: "没有权限", detail: "这件事不在您的职责范围内；如有需要，请联系管理员。" },
  other_jurisdiction: { status: 403, title: "不在您的管辖或办理范围内", detail: "请由负责的部门或经办人办理。" },
  not_signed_in: { status: 401, title: "需要登录", detail: "请先登录，再办这件事。" },
  wrong_credentials: { status: 401, title: "邮箱或密码不对", detail: "请核对后再试；忘记密码请联系管理员。" },
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
  unknown_record: { status: 404, title: "没有找到这条记录", detail: "请核对编号；也可能不在您可以查看的范围内。" },
  unknown_user: { status: 404, title: "没有找到这个账号", detail: "请核对账号编号。" },
  unknown_invitation: {
    status: 404,
    title: "邀请链接不能用了",
    detail: "链接可能已经用过或过期。请向管理员要一个新的。",
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
  sample_too_small: { status: 409, title: "答完的家数还不够", detail: "已答完{completed}家，至少{minimum}家。" },
  sample_exists: { status: 409, title: "已经抽过样", detail: "抽样只做一次；问不到的企业请写明理由后替换。" },
  survey_incomplete: {
    status: 409,
    title: "测评还没有做完",
    detail: "请先抽样、记录答复，写好运营情况、服务业绩和对各项条件的意见；满意度不一致的要说明。",
  },
  reasons_required: { status: 409, title: "请写明理由", detail: "这个决定要有书面理由，申报单位会看到。" },
  second_person_required: {
    status: 409,
    title: "要由第二个人确认",
    detail: "录入的人不能自己确认，请另一位工作人员办理。",
  },
  lease_lost: { status: 409, title: "领取已过期", detail: "这条消息已由别的进程接手，请停止处理。" },
  stale: { status: 412, title: "别人刚改过", detail: "请刷新后看最新内容，再决定怎么改；您写的内容没有丢。" },
  email_taken: { status: 409, title: "这个邮箱已有账号", detail: "请直接登录，或换一个邮箱。" },
  second_factor_enrolled: {
    status: 409,
    title: "已经设置过二次验证",
    detail: "要换验证器，请带证件请管理员当面重置。",
  },
  too_large: { status: 413, title: "内容太大", detail: "请求的内容不超过1 MB（批量评估、整份名单和导入的表格5 MB）。" },
  unsupported_media_type: { status: 415, title: "不收这种内容", detail: "请把 Content-Type 写成 application/json。" },
  invalid_input: { status: 422, title: "有内容需要改", detail: "请按 errors 里的位置逐项修改。" },
  before_first_version: { status: 422, title: "日期早于办法施行", detail: "请换一个不早于办法首日的日期。" },
  idempotency_key_reused: {
    status: 422,
    title: "Idempotency-Key 已用过",
    detail: "同一个 Idempotency-Key 只能配同样的内容，请换一个。",
  },
  precondition_required: {
    status: 428,
    title: "请先读取最新内容",
    detail: "修改时请把读到的 ETag 放在 If-Match 里，免得盖掉别人的修改。",
  },
  rate_limited: { status: 429, title: "太快了，请稍等", detail: "请过响应头 Retry-After 所写的秒数再发。" },
  unknown_file: { status: 404, title: "没有找到这个文件", detail: "可能已删除，或不在您能看的范围内。" },
  unknown_upload: { status: 404, title: "没有这次上传", detail: "可能已取消，或超过24小时没有传完。请重新上传。" },
  upload_incomplete: { status: 409, title: "文件还没有传完", detail: "请接着上传，传完就能使用。" },
  upload_offset_conflict: {
    status: 409,
    title: "接续的位置不对",
    detail: "请先用 HEAD 查询已收到多少，再从那里接着传。",
  },
  file_in_use: { status: 409, title: "文件已随材料提交，不能删除", detail: "需要更换时，请在补正时上传新的文件。" },
  too_many_files: { status: 409, title: "文件太多", detail: "这一项最多200个文件。请把零散的扫描页合成一个PDF。" },
  upload_version: { status: 412, title: "上传协议的版本不对", detail: "请带请求头 Tus-Resumable: 1.0.0。" },
  file_too_large: {
    status: 413,
    title: "文件太大",
    detail: "每个文件不超过50 MB。扫描件可以降低分辨率，或分成几个文件上传。",
  },
  range_not_satisfiable: { status: 416, title: "没有这一段内容", detail: "请按响应头 Content-Range 里的总长度重取。" },
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
  scan_unavailable: {
    status: 503,
    title: "暂时不能检查文件",
    detail: "病毒检查暂时不可用，文件已保留。请过几分钟再试，不用重新上传。",
  },
  unavailable: { status: 503, title: "暂时不能服务", detail: "系统正在启动或维护，请稍后再试。" },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type ProblemCode = keyof typeof problemCodes;

/** The largest number of field errors in one answer. */
export const maximumFieldErrors = 100;
