import { takeMandate } from "./organizations.ts";
import type { Stage } from "./stage.ts";

/** The unit of the imported title that runs, whose platform works with the product. */
export const imported = { uscc: "91410100MA9K12344B", district: "410184", mailbox: "unit-imported" } as const;

/**
 * Titles from before the product: one that ends this year, one that runs, one cancelled and one revoked.
 *
 * @returns the one that ends this year
 */
export async function importTitles(stage: Stage, firstYear: number): Promise<{ id: string; district: string }> {
  const common = { platformType: "specialized", district: "410103", source: "市工信局档案室，认定文件原件" };
  const titles = [
    {
      ...common,
      uscc: "12100000400002259P",
      organizationName: "中原技术检测研究院",
      platformName: "中原技术检测研究院",
      documentNumber: `郑工信〔${firstYear - 3}〕31号`,
      certificateNumber: `ZZSF-${firstYear - 3}-001`,
      validFrom: `${firstYear - 3}-09-01`,
      validTo: `${firstYear}-09-01`,
    },
    {
      ...common,
      district: imported.district,
      uscc: imported.uscc,
      organizationName: "新郑市企业之家服务有限公司",
      platformName: "新郑市企业之家服务有限公司",
      platformType: "comprehensive",
      documentNumber: `郑工信〔${firstYear - 1}〕40号`,
      certificateNumber: `ZZSF-${firstYear - 1}-001`,
      validFrom: `${firstYear - 1}-11-20`,
      validTo: `${firstYear + 2}-11-20`,
    },
    {
      ...common,
      district: "410181",
      uscc: "91410000170001401D",
      organizationName: "巩义市装备制造服务有限公司",
      platformName: "巩义市装备制造服务有限公司",
      documentNumber: `郑工信〔${firstYear - 2}〕35号`,
      certificateNumber: `ZZSF-${firstYear - 2}-001`,
      validFrom: `${firstYear - 2}-10-10`,
      validTo: `${firstYear + 1}-10-10`,
      state: "cancelled",
      endedOn: `${firstYear}-03-15`,
      endDocumentNumber: `郑工信〔${firstYear}〕6号`,
      endSource: "取消决定文件原件",
      checks: [
        { kind: "spot_check", checkedOn: `${firstYear - 1}-09-10`, result: "failed", source: "抽查通报" },
        { kind: "spot_check", checkedOn: `${firstYear}-01-20`, result: "failed", source: "抽查通报" },
      ],
    },
    {
      ...common,
      district: "410182",
      uscc: "91110000802100433B",
      organizationName: "荥阳市创业服务有限公司",
      platformName: "荥阳市创业服务有限公司",
      documentNumber: `郑工信〔${firstYear - 2}〕35号`,
      certificateNumber: `ZZSF-${firstYear - 2}-002`,
      validFrom: `${firstYear - 2}-10-10`,
      validTo: `${firstYear + 1}-10-10`,
      state: "revoked",
      endedOn: `${firstYear - 1}-12-20`,
      endServedOn: `${firstYear - 1}-12-25`,
      endDocumentNumber: `郑工信〔${firstYear - 1}〕59号`,
      endSource: "撤销决定书及送达回证",
    },
  ];
  const city = await stage.person("city");
  const { ids } = await city.make<{ ids: string[] }>("/api/v1/certifications/import", { titles }, "titles-on-paper");
  const second = await stage.person("city2");
  for (const id of ids) {
    const { body } = await second.read<{ isConfirmed: boolean }>(`/api/v1/certifications/${id}`);
    if (!body.isConfirmed) await second.act(`/api/v1/certifications/${id}`, "confirm");
  }
  const holder = { name: "孟凡", phone: "13803719999" };
  const platform = await stage.person(imported.mailbox);
  const claim = `/api/v1/organizations/${imported.uscc}/claim`;
  const claimed = await platform.make<{ organizationId: string }>(claim, { holder }, "claim-of-the-imported");
  await takeMandate(stage, imported, claimed.organizationId);
  const [expiring] = ids;
  if (expiring === undefined) throw new Error("no title was imported");
  return { id: expiring, district: common.district };
}
