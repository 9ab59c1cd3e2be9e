import { createRoute, z } from "@hono/zod-openapi";
import { refusals } from "../../../documentation/refusals.ts";
import { readBinaryBody } from "../../../http/body.ts";
import { problem } from "../../../http/problem.ts";
import { createRouter } from "../../../http/router.ts";
import type { WechatPush } from "../../settings.ts";
import { answerPush, type PushServices } from "./answer.ts";
import { readFlatXml, writeFlatXml } from "./flat-xml.ts";
import { isFromWechat } from "./signature.ts";

const path = "/api/v1/channels/wechat/messages";
const tags = ["微信公众号（仅供微信服务器）"];
const mediaType = "text/xml";
const short = (description: string) => z.string().max(200).meta({ description });
const signed = {
  signature: short("微信的签名"),
  timestamp: z
    .string()
    .regex(/^\d{1,12}$/, "这里要秒数")
    .meta({ description: "微信签名的时间" }),
  nonce: short("微信签名用的随机数"),
};

const verifyRoute = createRoute({
  method: "get",
  path,
  operationId: "verifyWechatServer",
  tags,
  summary: "在公众平台填写服务器配置时，微信用来核对",
  request: { query: z.object({ ...signed, echostr: short("原样答复") }) },
  responses: {
    200: { description: "原样答复", content: { "text/plain": { schema: z.string() } } },
    ...refusals("invalid_input", "unauthorized", "channel_not_set_up"),
  },
});
const messageRoute = createRoute({
  method: "post",
  path,
  operationId: "takeWechatMessage",
  tags,
  summary: "读者发给公众号的话：连接账号的编码，或者解除连接",
  description: "明文模式，由微信签名。5秒内没有答复时微信会再发，再发的得到同样的答复。",
  middleware: readBinaryBody({ maximumBytes: 64_000, mediaType, detail: "这里只收微信服务器的XML" }),
  request: {
    query: z.object(signed),
    body: { required: true, content: { [mediaType]: { schema: z.string() } } },
  },
  responses: {
    200: { description: "答复；没有话要说时是 success", content: { [mediaType]: { schema: z.string() } } },
    ...refusals("invalid_input", "unauthorized", "too_large", "unsupported_media_type", "channel_not_set_up"),
  },
});

/** What people write to the official account of WeChat, and what they are answered. */
export function wechatPushRoutes(services: PushServices & { wechatPush: WechatPush | null }) {
  const router = createRouter();
  const { wechatPush, clock } = services;
  const isSigned = (query: { signature: string; timestamp: string; nonce: string }) =>
    wechatPush !== null && isFromWechat(wechatPush.token, query, clock.machine());

  router.openapi(verifyRoute, (context) => {
    if (wechatPush === null) return problem(context, "channel_not_set_up");
    const query = context.req.valid("query");
    return isSigned(query) ? context.text(query.echostr, 200) : problem(context, "unauthorized");
  });
  router.openapi(messageRoute, async (context) => {
    if (wechatPush === null) return problem(context, "channel_not_set_up");
    if (!isSigned(context.req.valid("query"))) return problem(context, "unauthorized");
    const message = readFlatXml(await context.req.text());
    const said = await answerPush(services, message);
    const answer =
      said === null
        ? "success"
        : writeFlatXml({
            ToUserName: message.get("FromUserName") ?? "",
            FromUserName: message.get("ToUserName") ?? "",
            CreateTime: Math.floor(clock.machine().getTime() / 1_000),
            MsgType: "text",
            Content: said,
          });
    return context.body(answer, 200, { "content-type": `${mediaType}; charset=utf-8` });
  });
  return router;
}
