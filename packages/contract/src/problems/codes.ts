/**
 * Every code with which this API refuses, its HTTP status and its Chinese wording: the one place. `title` says what it is, `detail` what to do
 * next; a service may give a detail of its own where it knows more. No zod and no other import here: browsers and the bot carry this table.
 */
export const problemCodes = {
  not_json: { status: 400, title: "内容不是JSON", detail: "请求的内容读不成JSON，请检查括号、引号和逗号。" },
  invalid_request: { status: 400, title: "请求读不懂", detail: "请对照 /api/docs 检查地址和请求头。" },
  unauthorized: { status: 401, title: "需要凭证", detail: "请在 Authorization: Bearer 里带上有效的凭证。" },
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
  method_not_allowed: { status: 405, title: "这个地址不支持这种方法", detail: "支持的方法见响应头 Allow。" },
  lease_lost: { status: 409, title: "领取已过期", detail: "这条消息已由别的进程接手，请停止处理。" },
  too_large: { status: 413, title: "内容太大", detail: "请求的内容不超过1 MB（批量评估5 MB）。" },
  unsupported_media_type: { status: 415, title: "只接受JSON", detail: "请把 Content-Type 写成 application/json。" },
  invalid_input: { status: 422, title: "有内容需要改", detail: "请按 errors 里的位置逐项修改。" },
  before_first_version: { status: 422, title: "日期早于办法施行", detail: "请换一个不早于办法首日的日期。" },
  idempotency_key_reused: {
    status: 422,
    title: "Idempotency-Key 已用过",
    detail: "同一个 Idempotency-Key 只能配同样的内容，请换一个。",
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
