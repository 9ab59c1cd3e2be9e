import type { FormContext, FormData, FormValue, FormValues } from "../../src/forms/forms.ts";
import { zhengzhouPolicy } from "../policy.ts";

/** The days that the sample form is made for. */
export const sampleContext: FormContext = { roundYear: 2026, today: "2026-06-10", submissionDate: "2026-06-10" };

export interface SampleFormOptions {
  /** Rows of the list of served firms, all different, at least 60 for a form without findings. */
  readonly served?: number;
  /** Rows of the staff list, all different, at least 12. */
  readonly staff?: number;
}

const narrative = "本单位成立于2019年，长期为郑州市中小企业提供信息、技术、创业和培训服务。".repeat(5);
const row = (count: number, make: (index: number) => FormValues): FormValues[] =>
  Array.from({ length: count }, (_, index) => make(index));

function year(calendarYear: number, smes: number): FormValues {
  return {
    year: calendarYear,
    operating_income: "260",
    service_income: "210",
    total_assets: "320",
    total_profit: "35.5",
    tax_paid: "12.8",
    smes_served: smes,
  };
}

/** Facts of the policy's strong applicant that the supplement asks for. */
function supplementValues(): Record<string, FormValue | null> {
  const strong = zhengzhouPolicy.document.cases.bases.B1 ?? {};
  const fields = zhengzhouPolicy.forms.sections.get("supplement")?.fields ?? [];
  const elsewhere = ["staff_degree_and_title_count", "has_website"];
  return {
    ...Object.fromEntries(
      fields.map(({ id, type }) => {
        const value = elsewhere.includes(id) ? null : ((strong[id] as FormValue | undefined) ?? null);
        return [id, type === "number" && value !== null ? String(value) : value];
      }),
    ),
    uscc: "91410100MA9K12344B",
    legal_representative: "张明",
    leader_name: "张明",
    licence_registered_on: "2019-03-18",
    audited_total_assets: "320",
    audited_service_income: "210",
  };
}

/**
 * A complete form of the shipped Zhengzhou policy, annexes 2 and 3 and the supplement: without a finding, without a missing
 * field, and met_pending_review on {@link sampleContext}. Tests change from it what they are about.
 */
export function sampleForm({ served = 96, staff = 16 }: SampleFormOptions = {}): FormData {
  return {
    sections: {
      cover: { applicant_name: "郑州某某中小企业服务有限公司", filled_on: "2026-06-08" },
      narratives: {
        basic_situation: narrative,
        regional_situation: narrative,
        management_situation: narrative,
        recent_services: narrative,
        main_achievements: narrative,
        next_plans: narrative,
      },
      basics: {
        registered_on: "2019-03-18",
        unit_nature: "有限责任公司",
        registered_address: "郑州市金水区某路1号",
        postcode: "450000",
        contact_name: "李静",
        contact_phone: "0371-67880001",
        fax: null,
        mobile: "13800000001",
        website: "www.example.com",
        icp_number: "豫ICP备12345678号-1",
        email: "office@example.com",
        registered_capital: "200",
        total_assets: "320",
        equipment_count: 5,
        equipment_price: "48",
        equipment_share: "15",
        premises_total: "420",
        premises_owned: "0",
        premises_leased: "420",
        employees: staff + 6,
        qualified_staff: staff - 1,
        qualified_share: (((staff - 1) * 100) / (staff + 6)).toFixed(1),
      },
      capability: { qualifications: "检验检测机构资质认定证书" },
      government_support: { support_received: "无" },
      served_total: { enterprises: served },
      declaration: { declaring_unit: null, legal_representative: null, declared_on: "2026-06-08" },
      supplement: supplementValues(),
    },
    lists: {
      investors: [
        { investor_name: "张明", investor_nature: "自然人", investment_share: "60" },
        { investor_name: "郑州某某投资有限公司", investor_nature: "企业法人", investment_share: "40" },
      ],
      operation: [year(2025, served), year(2024, Math.max(served - 15, 0)), year(2023, Math.max(served - 26, 0))],
      service_products: [
        { product: "技术咨询", scale: "120", income_share: "50", scale_unit: "家" },
        { product: "培训", scale: "1800", income_share: "30.8", scale_unit: "人次" },
      ],
      partners: row(8, (index) => ({
        partner_name: `合作机构${index + 1}`,
        partner_services: "检测服务",
        partner_uscc: null,
        agreement_signed_on: "2025-01-01",
        agreement_ends_on: "2027-12-31",
      })),
      equipment: row(4, (index) => ({
        equipment_name: `设备${index + 1}`,
        quantity: index === 0 ? 2 : 1,
        purchased_on: index === 0 ? "2021-03-05" : "2022-06",
        price: "12",
        industry_leading: index === 0,
      })),
      staff: row(staff, (index) => ({
        staff_name: `员工${index + 1}`,
        age: 25 + (index % 30),
        degree: index === 0 ? "高中" : "本科",
        school: "某大学",
        job_title: index % 5 === 0 ? "无" : "工程师",
        duty: "技术服务",
        college_or_above: index !== 0,
        middle_title_or_above: index % 5 !== 0,
        employed: true,
        serves_smes: true,
        experience: null,
      })),
      served: row(served, (index) => ({
        enterprise_name: `企业${index + 1}`,
        contact: `联系人${index + 1}`,
        phone: `137${String(index).padStart(8, "0")}`,
        service_summary: "技术咨询",
        satisfaction: index % 32 === 31 ? "unsatisfied" : "satisfied",
        enterprise_uscc: null,
        small_or_micro: true,
        service_agreement_signed_on: "2025-05-06",
      })),
    },
  };
}
