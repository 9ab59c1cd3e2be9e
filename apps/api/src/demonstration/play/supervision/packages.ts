import { begin, step } from "../record.ts";
import type { Stage } from "../stage.ts";

type Package = {
  id: string;
  state: string;
  inspectionReport: string | null;
  missing: { obligationId: string; kind: string; reason: string | null }[];
};

/** How far a district's package goes, and when: nothing after its preparation, sent, or received by the city. */
export type PackageDays = {
  readonly period: string;
  readonly prepares: string;
  readonly sends: string | null;
  readonly receives: string | null;
};

const inspectionReport =
  "本期对辖区示范平台逐家检查，服务质量、收费和满意度总体正常；个别平台服务台账不全，已要求整改。";

/** Why something is missing, by what it is. */
function reasonOf(kind: string): string {
  return kind === "periodic_inspection"
    ? "该平台搬迁服务场地，检查改期，完成后另行报送。"
    : "该平台尚在核对数据，已书面催报，报来以后单独转报。";
}

/** The district sends what its platforms have handed in, with a reason for each that is missing. */
export async function sendPackage(
  stage: Stage,
  district: string,
  { period, prepares, sends, receives }: PackageDays,
): Promise<void> {
  const officer = await stage.officerOf(district);
  stage.setTime(prepares);
  const kind = period.includes("H") ? "half_year_package" : "annual_package";
  let made = await begin<Package>(
    officer,
    "/api/v1/packages",
    { district, kind, period },
    `package-${district}-${period}`,
  );
  if (made.body.state === "drafted") {
    const missing = Object.fromEntries(made.body.missing.map((each) => [each.obligationId, reasonOf(each.kind)]));
    made = await step(officer, made, "edit", { inspectionReport, missing });
  }
  if (sends === null) return;
  stage.setTime(sends);
  const documentNumber = `示工信报〔${period}〕${district.slice(-2)}号`;
  if (made.body.state === "drafted") made = await step(officer, made, "send", { documentNumber });
  if (receives === null) return;
  stage.setTime(receives);
  if (made.body.state === "sent") await step(await stage.person("city"), made, "receive");
}
