import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RequestVariables } from "../http/router.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { type Examples, examplesOf } from "./examples.ts";

export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const description = `示范平台申报自查和申报办理的接口。事实、条件编号和代码用 snake_case，其余字段用 camelCase；日期写成 YYYY-MM-DD（北京时间），时刻用 ISO 8601 带时区。
请求没有被接受时，答复是 RFC 9457 问题说明（application/problem+json），code 不会变，文字是中文。没有列出的字段一律不收。
登录后由 Cookie 记住。带着它来改动的请求，必须从本系统的页面发出，否则答复 403 foreign_origin；工作人员设置好二次验证之前，除设置的地址外都答复 403 second_factor_required。
页面可以用请求头 signed-in-as 写明自己是为哪个账号（users 的 id）打开的；Cookie 已是别的账号时，这个请求按没有登录处理。`;

/** The description of every route, as OpenAPI 3.1, with an example of each request and answer. */
export function describeApi(
  app: OpenAPIHono<RequestVariables>,
  services: { catalog: PolicyCatalog; publicUrl: string; defaultPolicy: string },
): OpenApiDocument {
  app.openAPIRegistry.registerComponent("securitySchemes", "sessionToken", {
    type: "http",
    scheme: "bearer",
    description: "开始自查时得到的凭证",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "serviceToken", {
    type: "http",
    scheme: "bearer",
    description: "机器人的服务凭证（SERVICE_TOKEN）",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "sessionCookie", {
    type: "apiKey",
    in: "cookie",
    name: services.publicUrl.startsWith("https:") ? "__Secure-shifan.session_token" : "shifan.session_token",
    description: "登录时得到的 Cookie",
  });
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "示范平台申报",
      version: "1",
      description,
    },
    servers: [{ url: services.publicUrl }],
    security: [],
    tags: [
      { name: "办法", description: "规则的全文和取值" },
      { name: "评估", description: "把事实交给规则" },
      { name: "自查对话", description: "一问一答，直到结论" },
      { name: "申请表", description: "按部分、按行保存，名单用表格导入" },
      { name: "文件", description: "申报材料等文件：断点续传、查看、下载" },
      { name: "测评", description: "推荐部门抽样、询问、核对" },
      { name: "推荐", description: "推荐文件" },
      { name: "专家库", description: "专家的入库、资料、退出" },
      { name: "专家评审", description: "抽取专家、回避、评分、名次" },
      { name: "Telegram 通道（仅供机器人）", description: "存下、领取、办完" },
      { name: "微信公众号（仅供微信服务器）", description: "读者发给公众号的话" },
      {
        name: "工作台",
        description: "今天要办的事、接下来的事，一页纸；一条记录还缺什么、由谁接着办；自己保存的查询",
      },
      { name: "协作备注", description: "经办的同事之间的备注；申报单位和专家看不到" },
      { name: "提醒", description: "发给谁、什么时候、为什么、发成没有；再发一次" },
      { name: "批次", description: "每年一次：开放、截止、延长" },
      { name: "单位与授权", description: "申报单位、经办人、名称沿革" },
      { name: "公示和公告", description: "公示拟认定名单、延长、认定公告和其他公告" },
      { name: "异议", description: "提出、受理、说明、查证、答复；反映人受保护" },
      { name: "监督与投诉", description: "全年受理，凭查询编号查办理情况" },
      { name: "应办事项", description: "认定以后要办的事：检查、总结、报送、考核，各有最后期限" },
      { name: "服务名单", description: "服务了哪些企业，按半年录入一次，总结和申报都从这里取" },
      { name: "工作总结", description: "平台的半年和年度工作总结：填写、报送、退回、转报、接收" },
      { name: "报送件", description: "推荐部门每期报送市工信局的总结和检查情况报告" },
      { name: "检查", description: "定期检查、抽查、考核：安排、登记、说明、复查、办结；取消资格的情形" },
      { name: "取消和撤销", description: "提出、告知、陈述申辩、决定、送达、公布；有误的另作撤回决定" },
      { name: "解释", description: "市工信局对办法的解释：起草、发布、取代，人人可看" },
      { name: "单位变更", description: "名称、住所、法定代表人、合并、迁出：报告和核实" },
      { name: "节假日", description: "国务院办公厅公布的安排，推算工作日用" },
      { name: "资格", description: "已有资格的补录和确认" },
      { name: "评审和认定", description: "市工信局接收推荐、形成名单、公示后认定" },
      { name: "名录和证书", description: "示范平台名录和证书查验，不用登录" },
      { name: "申报", description: "填写、提交、补正、受理" },
      {
        name: "提醒",
        description: "我的事项；怎样提醒我，接下来提醒什么，提醒过什么；连接聊天的一次性编码；一条提醒的回应",
      },
      { name: "账号", description: "注册、登录、二次验证" },
      { name: "账号管理", description: "邀请工作人员、给角色、安排代管" },
      { name: "审计", description: "检查点和证明：谁都可以核对记录有没有被改过，看不到记录的内容" },
      { name: "运行", description: "监控用" },
    ],
  });
  return withExamples(document, examplesOf(services));
}

type MediaTypes = Record<string, { schema?: unknown; example?: unknown; examples?: unknown }> | undefined;
type Operation = {
  operationId?: string;
  requestBody?: { content?: MediaTypes };
  responses?: Record<string, { content?: MediaTypes }>;
};

/** Puts the examples in their places. A body without one is a mistake of ours that a test finds. */
function withExamples(document: OpenApiDocument, examples: Examples): OpenApiDocument {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {}) as Operation[]) {
      const own = examples.operations[operation.operationId ?? ""];
      addExample(operation.requestBody?.content, own?.request);
      for (const [status, answer] of Object.entries(operation.responses ?? {})) {
        addExample(answer.content, own?.responses?.[status] ?? examples.refusals[status]);
      }
    }
  }
  return document;
}

function addExample(content: MediaTypes, example: unknown): void {
  if (example === undefined) return;
  for (const media of Object.values(content ?? {})) media.example = example;
}
