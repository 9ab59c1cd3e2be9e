import type { FormData } from "@shifan/rules";

/** Form data of an invented applicant, with so many served enterprises. */
export function sample(served: number): FormData {
  return {
    sections: {
      cover: { applicant_name: "郑州示例企业服务有限公司", filled_on: "2026-09-14" },
      basics: {
        registered_on: "2019-03-05",
        unit_nature: "有限责任公司",
        registered_address: "郑州市金水区花园路100号示例大厦8层",
        postcode: "450000",
        contact_name: "李明",
        contact_phone: "0371-67880001",
        fax: "0371-67880002",
        mobile: "13800000001",
        website: "https://www.example.com",
        icp_number: "豫ICP备12345678号-1",
        email: "service@example.com",
        registered_capital: "500",
        total_assets: "863.25",
        equipment_count: 46,
        equipment_price: "128.4",
        equipment_share: "14.9",
        premises_total: "1200.5",
        premises_owned: "0",
        premises_leased: "1200.5",
        employees: 32,
        qualified_staff: 27,
        qualified_share: "84.4",
      },
      capability: { qualifications: "知识产权服务机构备案；检验检测机构资质认定证书（CMA）。" },
      government_support: { support_received: "2024年获郑州市服务业发展专项资金20万元。" },
      served_total: { enterprises: served },
      narratives: {
        basic_situation: "本单位成立于2019年。\n目前设有信息、技术、培训三个服务部。",
        regional_situation: "金水区以现代服务业为主，中小企业集中。",
        management_situation: "建有管理制度十二项。",
        recent_services: "近三年服务企业逐年增加。",
        main_achievements: "帮助八家企业取得专利。",
        next_plans: "建设线上服务大厅。",
      },
      supplement: { platform_type: "comprehensive" },
      declaration: {
        declaring_unit: "郑州示例企业服务有限公司",
        legal_representative: null,
        declared_on: "2026-09-14",
      },
      recommendation_cover: {
        applicant_name: "郑州示例企业服务有限公司",
        recommending_district: "410105",
        filled_on: "2026-10-10",
      },
      survey: { survey_methods: ["visit", "telephone"] },
      recommendation: {
        influence: "带动区域内中小企业提升管理水平。",
        opinion: "符合条件，同意推荐。",
        opinion_dated_on: "2026-10-12",
      },
    },
    lists: {
      investors: [
        { investor_name: "示例投资有限公司", investor_nature: "民营企业", investment_share: "60" },
        { investor_name: "王强", investor_nature: "自然人", investment_share: "40" },
      ],
      operation: [
        yearRow(2025, "620.5", "410.2", "863.25", "55.1", "31.6", served),
        yearRow(2024, "540", "360", "790", "-12.3", "27", 58),
      ],
      service_products: [{ product: "政策信息推送", scale: "120", income_share: "22.5", scale_unit: "家" }],
      partners: Array.from({ length: 5 }, (_, at) => ({
        partner_name: `合作机构${at + 1}有限公司`,
        partner_services: `检测服务${at + 1}`,
        partner_uscc: "91410100MA9K12344B",
      })),
      equipment: [
        { equipment_name: "气相色谱仪", quantity: 2, purchased_on: "2021-03", price: "36.8", industry_leading: true },
        {
          equipment_name: "服务平台软件",
          quantity: 1,
          purchased_on: "2023-06-30",
          price: "18",
          industry_leading: false,
        },
      ],
      staff: Array.from({ length: 14 }, (_, at) => ({
        staff_name: `职员${at + 1}`,
        age: 28 + at,
        degree: "本科",
        school: "郑州大学",
        job_title: "工程师",
        duty: "技术服务",
        experience: `从业经验第${at + 1}段`,
      })),
      served: Array.from({ length: served }, (_, at) => ({
        enterprise_name: `郑州第${at + 1}示例制造有限公司`,
        contact: `联系人${at + 1}`,
        phone: `0371-6${String(7_000_000 + at)}`,
        service_summary: "政策咨询、检测、培训",
        satisfaction: at % 20 === 7 ? "unsatisfied" : at % 20 === 9 ? null : "satisfied",
        enterprise_uscc: "91410100MA9K12344B",
      })),
      sampled: Array.from({ length: 10 }, (_, at) => ({
        enterprise_name: `郑州第${at * 3 + 1}示例制造有限公司`,
        interviewee: `受访人${at + 1}`,
        position: "经理",
        phone: `0371-6${String(7_000_000 + at)}`,
        rating: ["very_satisfied", "basically_satisfied", "dissatisfied"][at % 3] ?? null,
      })),
    },
  };
}

function yearRow(
  year: number,
  operating_income: string,
  service_income: string,
  total_assets: string,
  total_profit: string,
  tax_paid: string,
  smes_served: number,
) {
  return { year, operating_income, service_income, total_assets, total_profit, tax_paid, smes_served };
}
