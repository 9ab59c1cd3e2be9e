import { act, read } from "../procedure.ts";
import { publishList, untilReview } from "../publicity.ts";
import { type Expert, openPool, scoreReviews } from "../reviewing.ts";
import { contend, contendAct, type Outcomes, type Pairs } from "./contend.ts";

export interface Selection {
  readonly url: string;
  readonly roundId: string;
  /** A case that its district has recommended. */
  readonly applicationPath: string;
  readonly setClock: (instant: string) => Promise<void>;
}

/** The city's part: one case from its receipt to the certificate, with each act tried by two officers at the same moment. */
export async function contestSelection(pairs: Pairs, selection: Selection): Promise<Outcomes> {
  const { url, roundId, applicationPath: path, setClock } = selection;
  const { city, district } = pairs;
  const byCity = (name: string, json: object = {}) => contendAct(city, path, name, json);
  const roundPath = `/api/v1/rounds/${roundId}`;
  const onRound = (name: string) => contendAct(city, roundPath, name);
  const outcomes: Outcomes = {};
  outcomes["applications send-back"] = await byCity("send-back", { reason: "测评表缺一家的日期" });
  const { body } = await read<{ receivedOn: string }>(city[0], path);
  const letter = { documentNumber: "金工信〔2026〕6号", issuedOn: body.receivedOn, rank: 1, opinion: "同意推荐。" };
  await act(district[0], path, "recommend", letter);
  outcomes["applications receive"] = await byCity("receive", { reason: "原件已当面核对" });
  const experts = await openPool(url, city[0]);
  const onPanel = (name: string, json: object) =>
    contend(city, `${path}/panel`, (session, etag) =>
      session.call(`${path}/${name}`, { json, headers: { "if-match": etag } }),
    );
  outcomes["applications assign-experts"] = await onPanel("assign-experts", {
    method: "draw",
    count: experts.length,
    dueOn: "2026-08-31",
  });
  await scoreEverything(pairs, experts, path);
  outcomes["applications finish-review"] = await onPanel("finish-review", { discussion: null });
  await setClock("2026-08-03T09:00:00+08:00");
  await untilReview(city[0], roundPath);
  outcomes["applications not-propose"] = await byCity("not-propose", { reason: "再议" });
  outcomes["applications propose"] = await byCity("propose");
  outcomes["rounds propose-list"] = await onRound("propose-list");
  outcomes["rounds revise-list"] = await onRound("revise-list");
  await act(city[0], roundPath, "propose-list");
  const days = { startsOn: "2026-08-03", officialPublishedOn: "2026-08-03" };
  const { etag } = await read(city[0], roundPath);
  await publishList(city[0], roundId, days);
  const late = await city[1].call(`${roundPath}/publish-list`, {
    json: { title: "公示", text: "公示", officialUrl: "https://example.cn/1", ...days },
    headers: { "if-match": etag },
  });
  const present = await read<{ revision: number }>(city[0], roundPath);
  const stale = (late.body as { code?: unknown; present?: { revision?: unknown } }) ?? {};
  outcomes["rounds publish-list"] = {
    statuses: [200, late.status],
    told: { code: stale.code, revision: stale.present?.revision, etag: late.headers.get("etag") },
    present: { revision: present.body.revision, etag: present.etag },
  };
  await setClock("2026-08-10T09:00:00+08:00");
  const certification = { documentNumber: "郑工信〔2026〕88号", certifiedOn: "2026-08-10" };
  outcomes["applications certify"] = await byCity("certify", certification);
  outcomes["rounds decide"] = await onRound("decide");
  outcomes["rounds archive"] = await onRound("archive");
  return outcomes;
}

async function scoreEverything({ city }: Pairs, experts: readonly Expert[], path: string): Promise<void> {
  const { body } = await read<{ reviews: { id: string; expert: { id: string }; state: string }[] }>(
    city[0],
    `${path}/panel`,
  );
  await scoreReviews(experts, body.reviews, [80, 80, 80]);
}
