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
  not_permitted: { status: 403, title: "没有权限", detail: "这件事不在您的职责范围内；如有需要，请联系管理员。" },
  unknown_path: { status: 404, title: "没有这个地址", detail: "请对照 /api/docs 检查地址。" },
  unknown_policy: { status: 404, title: "没有这份办法", detail: "请用 GET /api/v1/policies 查看有哪些办法。" },
  unknown_session: { status: 404, title: "没有找到这次自查", detail: "可能已超过保存期限。请重新开始自查。" },
  unknown_update: { status: 404, title: "没有这条消息", detail: "请核对 chatId 和 updateId。" },
  unknown_user: { status: 404, title: "没有找到这个账号", detail: "请核对账号编号。" },
  unknown_invitation: {
    status: 404,
    title: "邀请链接不能用了",
    detail: "链接可能已经用过或过期。请向管理员要一个新的。",
  },
  method_not_allowed: { status: 405, title: "这个地址不支持这种方法", detail: "支持的方法见响应头 Allow。" },
  lease_lost: { status: 409, title: "领取已过期", detail: "这条消息已由别的进程接手，请停止处理。" },
  wrong_state: { status: 409, title: "现在不能办这件事", detail: "情况可能已有变化，请刷新后再看。" },
  role_held: { status: 409, title: "已经有这个角色", detail: "要改起止日期，请先结束原来的角色。" },
  last_administrator: {
    status: 409,
    title: "这是最后一位管理员",
    detail: "请先邀请另一位管理员，并等对方设置好密码。",
  },
  second_person_required: { status: 409, title: "要由另一人办理", detail: "自己的事请另一位管理员办。" },
  email_taken: { status: 409, title: "这个邮箱已有账号", detail: "请直接登录，或换一个邮箱。" },
  second_factor_enrolled: {
    status: 409,
    title: "已经设置过二次验证",
    detail: "要换验证器，请带证件请管理员当面重置。",
  },
  stale: { status: 412, title: "内容已被别人改过", detail: "请重新读取最新内容，再作修改。" },
  too_large: { status: 413, title: "内容太大", detail: "请求的内容不超过1 MB（批量评估5 MB）。" },
  unsupported_media_type: { status: 415, title: "只接受JSON", detail: "请把 Content-Type 写成 application/json。" },
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
  internal: {
    status: 500,
    title: "系统出了问题",
    detail: "不是您的问题，已记录。请稍后再试；联系我们时请报请求编号。",
  },
  unavailable: { status: 503, title: "暂时不能服务", detail: "系统正在启动或维护，请稍后再试。" },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type ProblemCode = keyof typeof problemCodes;

/** The largest number of field errors in one answer. */
export const maximumFieldErrors = 100;
