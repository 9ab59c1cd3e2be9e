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
  not_permitted: { status: 403, title: "您没有这项权限", detail: "请由有权限的人办理。" },
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
