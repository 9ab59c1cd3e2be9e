import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ChatFactAnswer, TranscriptEntry, Turn } from "../src/api/types.ts";
import { policy } from "./policy.ts";
import { answer, beginning, type ScriptState, turnOf } from "./script.ts";

type Session = {
  token: string;
  state: ScriptState;
  transcript: TranscriptEntry[];
  turns: Map<number, Turn>;
};

/** How a request goes wrong. `lost` does the work and drops the answer: the case in which a repeat must not count twice. */
export type Fault = "dropped" | "lost" | { status: number; headers?: Record<string, string>; body?: unknown };
export type FakeApi = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Asked before each request of the API; null lets it pass. */
  fault: (request: { method: string; path: string }) => Fault | null;
  /** Every input the service took in, in order. */
  readonly taken: string[];
  sessions: Map<string, Session>;
};

const at = "2026-06-10T10:00:00+08:00";

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

const problem = (status: number, code: string, detail: string) => ({
  type: "about:blank",
  title: detail,
  status,
  code,
  detail,
});

const answersOf = (session: Session): ChatFactAnswer[] =>
  session.state.step > 4
    ? [
        {
          fact: "total_assets_prev_year_end_yuan",
          question: "assets",
          label: "2025年末资产总额",
          text: session.state.unknownAssets ? "待查" : "165万元",
          value: session.state.unknownAssets ? null : "1650000",
          known: !session.state.unknownAssets,
        },
        {
          fact: "smes_served_prev_year",
          question: "served",
          label: "2025年服务中小企业",
          text: `${session.state.served}家`,
          value: session.state.served,
          known: true,
        },
        {
          fact: "materials_in_hand",
          question: "materials",
          label: "已备齐的材料",
          text: "申请报告、营业执照或法人证书副本、信用信息报告和公示查询页、场所证明、设施、软件或仪器清单、真实性声明",
          value: ["M01", "M02", "M03", "M04", "M07", "M14"],
          known: true,
        },
      ]
    : [];

/** The few addresses of the API that the portal uses, in memory. */
export function fakeApi(): FakeApi {
  const taken: string[] = [];
  const sessions = new Map<string, Session>();

  function create(response: ServerResponse): void {
    const id = randomBytes(8).toString("hex");
    const state = beginning();
    const turn = turnOf(state, null);
    const session: Session = {
      token: randomBytes(16).toString("hex"),
      state,
      transcript: [{ n: 0, at, said: null, messages: turn.messages }],
      turns: new Map(),
    };
    sessions.set(id, session);
    reply(response, 201, { id, token: session.token, turn });
  }

  function input(session: Session, body: Record<string, unknown>): Turn {
    const seq = typeof body.seq === "number" ? body.seq : null;
    const repeated = seq === null ? undefined : session.turns.get(seq);
    if (repeated !== undefined) return repeated;
    const said = typeof body.text === "string" ? { text: body.text } : { action: String(body.action) };
    const step = answer(session.state, said);
    session.state = step.state;
    session.transcript.push({ n: session.transcript.length, at, said: step.said, messages: step.turn.messages });
    if (seq !== null) session.turns.set(seq, step.turn);
    taken.push(said.text ?? said.action ?? "");
    return step.turn;
  }

  async function chat(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const body = await bodyOf(request);
    const [, id = "", inputs] = path.split("/");
    if (id === "") return create(response);
    const session = sessions.get(id);
    if (session === undefined || request.headers.authorization !== `Bearer ${session.token}`) {
      return reply(response, 404, problem(404, "unknown_session", "没有这次自查，可能已过保存期限。"));
    }
    if (inputs === "inputs") return reply(response, 200, { turn: input(session, body) });
    const { state, transcript } = session;
    reply(response, 200, { turn: turnOf(state, null), transcript, answers: answersOf(session) });
  }

  const api: FakeApi = {
    taken,
    sessions,
    fault: () => null,
    handle: async (request, response) => {
      const url = new URL(request.url ?? "/", "http://portal.test");
      if (!url.pathname.startsWith("/api/")) return false;
      const fault = api.fault({ method: request.method ?? "GET", path: url.pathname });
      if (fault === "dropped") request.socket.destroy();
      else if (fault !== null && fault !== "lost") {
        reply(response, fault.status, fault.body ?? problem(fault.status, "faulty", "请稍后再试。"), fault.headers);
      } else {
        if (fault === "lost") {
          response.end = () => {
            request.socket.destroy();
            return response;
          };
        }
        const path = url.pathname.replace("/api/v1/", "");
        if (path === "policies") reply(response, 200, [policy()]);
        else if (path.startsWith("policies/")) reply(response, 200, policy());
        else await chat(request, response, path.replace("chat/sessions", ""));
      }
      return true;
    },
  };
  return api;
}
