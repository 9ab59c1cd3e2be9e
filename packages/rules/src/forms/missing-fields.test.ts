import { describe, expect, test } from "vitest";
import { changed, type FormChange, withRow } from "../../testing/forms/changed.ts";
import { sampleContext, sampleForm } from "../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { missingFields } from "./missing-fields.ts";

const missing = (change: FormChange, annex = "annex_2") =>
  missingFields(zhengzhouPolicy, annex, changed(sampleForm(), change), sampleContext);

describe("missingFields", () => {
  test("finds nothing in the complete form", () => {
    expect(missing({})).toEqual([]);
    expect(missing({}, "annex_3")).toEqual([]);
  });

  test.each<[string, FormChange, string, string]>([
    ["a field", { fields: { "basics.postcode": null } }, "/sections/basics/postcode", "“邮政编码”还没有填（附件2）。"],
    [
      "a narrative",
      { fields: { "narratives.next_plans": null } },
      "/sections/narratives/next_plans",
      "“下一步发展设想”还没有填（附件2）。",
    ],
    [
      "a cell",
      { lists: { served: withRow(3, { phone: null }) } },
      "/lists/served/3/phone",
      "“服务的中小企业名单及服务评价表第4行联系电话”还没有填（附件2）。",
    ],
    [
      "a list",
      { lists: { equipment: () => [] } },
      "/lists/equipment",
      "“主要服务设备、仪器及软件清单”还没有填（附件2）。",
    ],
    [
      "the row of a year",
      { lists: { operation: (rows) => rows.slice(1) } },
      "/lists/operation",
      "“平台运营管理2025年”还没有填（附件2）。",
    ],
  ])("names %s", (_, change, path, message) => {
    expect(missing(change)).toEqual([{ path, code: "missing", message }]);
  });

  test("lets out what is optional", () => {
    expect(missing({ fields: { "basics.fax": null, "basics.website": null, "basics.icp_number": null } })).toEqual([]);
    expect(missing({ lists: { operation: (rows) => rows.slice(0, 2), investors: () => [] } })).toEqual([]);
    expect(missing({ lists: { served: withRow(0, { satisfaction: null, enterprise_uscc: null }) } })).toEqual([]);
  });

  test("reads the unit's name and its legal representative where they stand", () => {
    const paths = missing(
      { fields: { "cover.applicant_name": null, "supplement.legal_representative": null } },
      "annex_3",
    ).map(({ path }) => path);
    expect(paths).toEqual(["/sections/declaration/declaring_unit", "/sections/declaration/legal_representative"]);
  });

  test("gives the first hundred", () => {
    const rows = Array.from({ length: 5_000 }, () => ({}));
    expect(missing({ lists: { served: () => rows } })).toHaveLength(100);
  });

  test("looks at one annex only", () => {
    const empty = missingFields(zhengzhouPolicy, "annex_1", { sections: {}, lists: {} }, sampleContext);
    expect(empty.map(({ path }) => path)).toEqual([
      "/sections/recommendation_cover/applicant_name",
      "/sections/recommendation_cover/recommending_district",
      "/sections/recommendation_cover/filled_on",
      "/sections/survey/survey_methods",
      "/sections/recommendation/influence",
      "/sections/recommendation/opinion",
      "/sections/recommendation/opinion_dated_on",
      "/lists/sampled",
    ]);
  });
});
