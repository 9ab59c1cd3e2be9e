import { listRoundCases, type NoticeFile } from "@shifan/db";
import { articleOfAct } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import { dayInShanghai } from "../clock.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { type NoticeRow, noticeDocument } from "../documents/notices/notice.ts";
import { platformTypeName } from "./platform-type.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** A notice as a paper of the city: as it was published, a draft as it stands. Of a certification it lists numbers and days as well. */
export async function describeNoticePaper(
  services: PaperServices,
  { notice, cases }: NoticeFile,
): Promise<PrintedDocument> {
  const { database, clock } = services;
  const policy = await policyInForce(services);
  const districts = new Map(policy.document.districts.map(({ id, name }) => [id, name]));
  const isOfTitles = notice.kind === "certification" && notice.roundId !== null;
  const titled = isOfTitles ? await listRoundCases(database, notice.roundId ?? "", clock.today()) : [];
  const titles = new Map(titled.map((each) => [each.id, each]));
  const rows = cases.map(({ applicationId, organizationName, platformName, platformType, district }): NoticeRow => {
    const title = titles.get(applicationId);
    return {
      organization: organizationName,
      platform: platformName,
      platformType: platformTypeName(policy, platformType),
      district: districts.get(district) ?? "",
      certificateNumber: title?.certificateNumber ?? "",
      validFrom: title?.validFrom ?? "",
      validTo: title?.validTo ?? "",
    };
  });
  const { kind, title, text, startsOn, endsOn } = notice;
  const issuedOn = notice.officialPublishedOn ?? dayInShanghai(notice.publishedAt ?? notice.createdAt);
  const act = kind === "certification" ? "certify" : "publish";
  return noticeDocument(
    {
      kind,
      title,
      number: "",
      text,
      startsOn,
      endsOn,
      contact: "",
      issuer: policy.document.issuer,
      issuedOn,
      article: articleOfAct(policy.document, "applications", act),
      rows,
    },
    stampedOptions(services, { title, text, startsOn, endsOn, rows }, notice.revision),
  );
}
