import type { Session } from "../browser-session.ts";
import { act, make, read, signIn } from "../procedure.ts";
import { type Draw, drawFrom } from "../random.ts";
import { upload } from "../uploads.ts";
import { contestApplications } from "./applications.ts";
import { contendAct, type Outcomes, type Pairs } from "./contend.ts";
import { contestSelection } from "./selection.ts";

/** Lets two people do every act of the procedure at the same moment, in the order in which a year goes on. */
export async function contestEveryAct(
  url: string,
  setClock: (instant: string) => Promise<void>,
  draw: Draw = drawFrom(1),
): Promise<Outcomes> {
  const pairs: Pairs = {
    city: [await signIn(url, "city"), await signIn(url, "city2")],
    sameCity: [await signIn(url, "city"), await signIn(url, "city")],
    otherCity: [await signIn(url, "city2"), await signIn(url, "city2")],
    district: [await signIn(url, "district"), await signIn(url, "district")],
    applicant: [await signIn(url, "applicant"), await signIn(url, "applicant")],
    claimant: [await signIn(url, "platform"), await signIn(url, "platform")],
  };
  const { roundId, outcomes } = await contestRounds(pairs);
  const mandates = await contestMandates(pairs);
  const titles = await contestTitles(pairs);
  const { outcomes: applications, recommendedPath } = await contestApplications(pairs, roundId, draw);
  const selected = await contestSelection(pairs, { url, roundId, applicationPath: recommendedPath, setClock });
  return { ...outcomes, ...mandates, ...titles, ...applications, ...selected };
}

async function contestRounds({ city }: Pairs): Promise<{ roundId: string; outcomes: Outcomes }> {
  const windows = { submissionDeadline: "2026-06-30", recommendationDeadline: "2026-07-20" };
  const made = await make(city[0], "/api/v1/rounds", { year: 2026, ...windows, noticeTitle: "2026年度申报通知" });
  const { id } = made.body as { id: string };
  const path = `/api/v1/rounds/${id}`;
  const extended = { submissionDeadline: "2026-07-10", recommendationDeadline: "2026-07-30" };
  const outcomes = {
    "rounds edit": await contendAct(city, path, "edit", { copies: 2 }),
    "rounds cancel": await contendAct(city, path, "cancel", { reason: "日期有误" }),
    "rounds reopen": await contendAct(city, path, "reopen"),
    "rounds open": await contendAct(city, path, "open"),
    "rounds extend": await contendAct(city, path, "extend", { ...extended, reason: "暴雨", notice: "延期公告" }),
  };
  return { roundId: id, outcomes };
}

interface Organization {
  readonly mandates: readonly { readonly id: string; readonly state: string }[];
}

const holder = { name: "王芳", phone: "0371-67886827" };

async function claim(session: Session, uscc: string): Promise<string> {
  const name = "郑州某某企业服务有限公司";
  const made = await make(session, "/api/v1/organizations", { uscc, name, district: "410105", holder });
  return `/api/v1/organizations/${(made.body as { organizationId: string }).organizationId}`;
}

/** The mandates of one organization: claimed, confirmed, contested, handed on, refused, ended. */
async function contestMandates({ applicant, claimant, district }: Pairs): Promise<Outcomes> {
  const path = await claim(applicant[0], "91410100MA9K12344B");
  await claim(claimant[0], "91410100MA9K12344B");
  const { body } = await read<Organization>(district[0], path);
  const idOf = (state: string) => body.mandates.find((each) => each.state === state)?.id ?? "";
  const [mandateId, contestedId] = [idOf("claimed"), idOf("contested")];
  const papers = async (session: Session, id: string) => ({
    mandateId: id,
    licenceFileId: await upload(session, "mandate", id),
    authorizationFileId: await upload(session, "mandate", id),
  });
  const attached = await contendAct(applicant, path, "attach-papers", await papers(applicant[0], mandateId));
  const confirmed = await contendAct(district, path, "confirm-mandate", { mandateId });
  const ofContested = await papers(claimant[0], contestedId);
  const { etag } = await read(district[0], path);
  await claimant[0].call(`${path}/attach-papers`, { json: ofContested, headers: { "if-match": etag } });
  const change = { name: "郑州某某中小企业服务有限公司", source: "变更后的营业执照" };
  const outcomes = {
    "organizations attach-papers": attached,
    "organizations confirm-mandate": confirmed,
    "organizations record-change": await contendAct(district, path, "record-change", change),
    "organizations transfer-mandate": await contendAct(district, path, "transfer-mandate", { mandateId: contestedId }),
    "organizations end-mandate": await contendAct(district, path, "end-mandate", { mandateId: contestedId }),
  };
  await claim(applicant[0], "91410100MA9K12344B");
  const again = await read<Organization>(applicant[0], path);
  const claimedId = again.body.mandates.find(({ state }) => state === "claimed")?.id ?? "";
  const refusal = { mandateId: claimedId, reason: "授权书没有盖章" };
  return { ...outcomes, "organizations refuse-mandate": await contendAct(district, path, "refuse-mandate", refusal) };
}

async function contestTitles({ city, sameCity, otherCity }: Pairs): Promise<Outcomes> {
  const title = {
    uscc: "12100000400002259P",
    organizationName: "某研究院",
    district: "410172",
    platformName: "某研究院服务平台",
    platformType: "specialized",
    documentNumber: "郑工信〔2024〕9号",
    validFrom: "2024-05-01",
    validTo: "2027-05-01",
    state: "valid",
    source: "市工信局档案",
  };
  const others = ["某研究院检测平台", "某研究院培训平台"].map((platformName) => ({ ...title, platformName }));
  const imported = await make(city[0], "/api/v1/certifications/import", { titles: [title, ...others] });
  const [path = "", refused = "", withdrawn = ""] = (imported.body as { ids: string[] }).ids.map(
    (id) => `/api/v1/certifications/${id}`,
  );
  const { body } = await read<{ validFrom: string }>(city[0], path);
  const recommended = { recommendedOn: body.validFrom, documentNumber: "郑工信〔2024〕30号" };
  const result = { year: 2024, result: "recognized", resultOn: body.validFrom, source: "省工信厅公告" };
  const reason = "认定文件的文号抄错了";
  const correcting = { documentNumber: "郑工信〔2024〕10号", reason };
  const before = {
    "certifications refuse": await contendAct(otherCity, refused, "refuse", { reason }),
    // Whoever entered it withdraws it, and nobody else: one person at two browsers.
    "certifications withdraw": await contendAct(sameCity, withdrawn, "withdraw", { reason }),
    "certifications confirm": await contendAct(otherCity, path, "confirm"),
    // Another officer than who proposed it confirms it below.
    "certifications correct": await contendAct(sameCity, path, "correct", correcting),
    "certifications confirm-correction": await contendAct(otherCity, path, "confirm-correction"),
  };
  await act(city[0], path, "correct", { ...correcting, documentNumber: "郑工信〔2024〕11号" });
  return {
    ...before,
    "certifications drop-correction": await contendAct(otherCity, path, "drop-correction", { reason }),
    "certifications recommend-to-province": await contendAct(city, path, "recommend-to-province", recommended),
    "certifications record-province-result": await contendAct(city, path, "record-province-result", result),
  };
}
