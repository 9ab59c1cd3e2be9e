import { setTimeout } from "node:timers/promises";
import type { Session } from "./browser-session.ts";
import type { Answer } from "./http.ts";
import { act, make, read } from "./procedure.ts";

/** The days of a publicity, and where the bureau's own site had it. */
export interface Publication {
  readonly startsOn: string;
  readonly endsOn?: string;
  readonly periodGround?: string;
  readonly officialPublishedOn: string;
}

/** A published list as those of the procedure go on with it. */
export interface PublishedList {
  readonly id: string;
  readonly endsOn: string;
  readonly cases: readonly {
    readonly position: number;
    readonly applicationId: string;
    readonly platformName: string;
  }[];
}

const officialUrl = "https://gxj.zhengzhou.gov.cn/notice/1.html";

const passBySeconds = 60;

/** Waits for the review of a round whose windows are over: the clock passes by. @throws Error when it does not come */
export async function untilReview(city: Session, roundPath: string): Promise<void> {
  const deadline = performance.now() + passBySeconds * 1_000;
  while ((await read<{ state: string }>(city, roundPath)).body.state !== "in_review") {
    if (performance.now() > deadline) throw new Error(`${roundPath} is not in review after ${passBySeconds} s`);
    await setTimeout(200);
  }
}

/** Publishes the proposed list of a round. @throws Error when it is refused */
export async function publishList(city: Session, roundId: string, publication: Publication): Promise<PublishedList> {
  const body = { title: "关于拟认定名单的公示", text: "现将拟认定名单予以公示。", officialUrl, ...publication };
  const answer = await act(city, `/api/v1/rounds/${roundId}`, "publish-list", body);
  if (answer.status !== 200) throw new Error(`the list is not published: ${JSON.stringify(answer.body)}`);
  return answer.body as PublishedList;
}

/** Extends a publicity. The answer is the new one, or why it is refused. */
export function extendPublicity(
  city: Session,
  noticeId: string,
  extension: { readonly endsOn: string; readonly reason: string; readonly officialPublishedOn: string },
): Promise<Answer> {
  return act(city, `/api/v1/notices/${noticeId}`, "extend", { officialUrl, ...extension });
}

/** What somebody objects with. */
const objector = {
  name: "赵铁柱",
  phone: "13837123456",
  content: "该中心上年度实际服务企业不到三十家，与申报不符。",
  evidence: "附服务台账照片三张。",
} as const;

/** Objects to a case of a published list as anybody may, without an account. The answer has the receipt number, or why it is refused. */
export function fileObjection(anybody: Session, noticeId: string, position: number): Promise<Answer> {
  return anybody.call(`/api/v1/public/notices/${noticeId}/objections`, { json: { position, ...objector } });
}

/** Enters an objection that came by letter. */
export function enterLetter(city: Session, noticeId: string, position: number, receivedOn: string): Promise<Answer> {
  return make(city, `/api/v1/notices/${noticeId}/objections`, { position, channel: "letter", receivedOn, ...objector });
}

/** The objections to a case, the latest first, as the city lists them. */
export async function objectionsTo(
  city: Session,
  applicationId: string,
): Promise<readonly { readonly id: string; readonly state: string }[]> {
  const filter = encodeURIComponent(JSON.stringify({ applicationId }));
  const sort = encodeURIComponent('["createdAt","DESC"]');
  return (await read<{ id: string; state: string }[]>(city, `/api/v1/objections?filter=${filter}&sort=${sort}`)).body;
}

/** Does an act on an objection, in the state in which the person reads it now. */
export function handleObjection(session: Session, id: string, name: string, json: object): Promise<Answer> {
  return act(session, `/api/v1/objections/${id}`, name, json);
}
