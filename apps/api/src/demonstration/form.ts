import type { Organization } from "./cast.ts";
import { createRandom, type Random } from "./random.ts";

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** A form as it is typed in: sections and lists of the policy's annexes by their ids. */
export type TypedForm = {
  readonly sections: Readonly<Record<string, Values>>;
  readonly lists: Readonly<Record<string, readonly Values[]>>;
};

export type FormOccasion = {
  readonly organization: Organization;
  /** The year of the round; figures are of the year before. */
  readonly roundYear: number;
  /** The day on which it is handed in. */
  readonly submitsOn: string;
  readonly strength: number;
  /** What anybody finds published of a title that the organization holds. */
  readonly isCertified: boolean;
};

const rows = (count: number, make: (index: number) => Values): Values[] =>
  Array.from({ length: count }, (_, index) => make(index));
const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** The form of an organization of the demonstration: complete, in itself consistent, and always the same for the same occasion. */
export function formOf(occasion: FormOccasion): TypedForm {
  const { organization, roundYear, submitsOn, strength } = occasion;
  const random = createRandom(`form ${organization.uscc} ${roundYear}`);
  const baseYear = roundYear - 1;
  const figures = figuresOf(random, strength);
  const { staff, served, assets, income, equipment } = figures;
  return {
    sections: {
      cover: { applicant_name: organization.name, filled_on: submitsOn },
      narratives: narrativesOf(organization, figures, baseYear),
      basics: {
        registered_on: organization.registeredOn,
        unit_nature: organization.nature,
        registered_address: `郑州市示范路${organization.index + 1}号`,
        postcode: "450000",
        contact_name: organization.contact,
        contact_phone: `0371-6788${String(1_000 + organization.index)}`,
        fax: null,
        mobile: `1380371${String(1_000 + organization.index)}`,
        website: null,
        icp_number: null,
        email: `${organization.mailbox}@demo.shifan`,
        registered_capital: String(100 + (organization.index % 9) * 50),
        total_assets: String(assets),
        equipment_count: equipment,
        equipment_price: String(equipment * 6),
        equipment_share: ((equipment * 600) / assets).toFixed(1),
        premises_total: String(figures.premises),
        premises_owned: "0",
        premises_leased: String(figures.premises),
        employees: staff + 6,
        qualified_staff: staff - 1,
        qualified_share: (((staff - 1) * 100) / (staff + 6)).toFixed(1),
      },
      capability: { qualifications: "检验检测机构资质认定证书、人力资源服务许可证" },
      government_support: { support_received: `${baseYear}年度获区级中小企业服务券支持10万元。` },
      served_total: { enterprises: served },
      declaration: { declaring_unit: null, legal_representative: null, declared_on: submitsOn },
      supplement: supplementOf(occasion, figures),
    },
    lists: {
      investors: [
        { investor_name: organization.legalRepresentative, investor_nature: "自然人", investment_share: "70" },
        {
          investor_name: `郑州${organization.contact}投资有限公司`,
          investor_nature: "企业法人",
          investment_share: "30",
        },
      ],
      operation: [0, 1, 2].map((back) => ({
        year: baseYear - back,
        operating_income: String(income + 60 - back * 20),
        service_income: String(income - back * 15),
        total_assets: String(assets - back * 12),
        total_profit: String(20 - back * 3),
        tax_paid: String(9 - back),
        smes_served: served - back * 9,
      })),
      service_products: [
        { product: "管理咨询和诊断", scale: String(served), income_share: "45", scale_unit: "家" },
        { product: "人员培训", scale: "1600", income_share: "30", scale_unit: "人次" },
      ],
      partners: rows(figures.partners, (index) => ({
        partner_name: `${["河南", "郑州", "中原"][index % 3]}合作服务机构${index + 1}`,
        partner_services: ["检验检测", "知识产权", "法律咨询", "财税代理"][index % 4] as string,
        partner_uscc: null,
        agreement_signed_on: day(baseYear, 1 + (index % 12), 10),
        agreement_ends_on: day(roundYear + 2, 12, 31),
      })),
      equipment: rows(equipment, (index) => ({
        equipment_name: ["光谱分析仪", "三坐标测量仪", "实训工作站", "远程诊断终端"][index % 4] as string,
        quantity: 1,
        purchased_on: day(baseYear - 1 - (index % 3), 3 + (index % 9), 5),
        price: "6",
        industry_leading: index === 0,
      })),
      staff: rows(staff, (index) => ({
        staff_name: `${["王", "李", "张", "刘"][index % 4]}${["建国", "海燕", "志强", "晓东", "文静"][index % 5]}${index + 1}`,
        age: 25 + ((index * 7) % 30),
        degree: index === 0 ? "高中" : index % 3 === 0 ? "硕士" : "本科",
        school: ["郑州大学", "河南大学", "河南工业大学"][index % 3] as string,
        job_title: index % 5 === 0 ? "无" : "工程师",
        duty: ["企业诊断", "培训组织", "技术咨询", "平台运营"][index % 4] as string,
        college_or_above: index !== 0,
        middle_title_or_above: index % 5 !== 0,
        employed: true,
        serves_smes: true,
        experience: null,
      })),
      served: rows(served, (index) => ({
        enterprise_name: `郑州${["华信", "众鑫", "瑞丰", "联创", "博远", "宏达"][index % 6]}${["机械", "食品", "软件", "建材", "物流"][index % 5]}${index + 1}号有限公司`,
        contact: `${["赵", "钱", "孙", "周"][index % 4]}${["经理", "主任"][index % 2]}`,
        phone: `139${String(10_000_000 + organization.index * 10_007 + index * 13)}`,
        service_summary: ["管理咨询", "技术检测", "融资对接培训", "政策解读"][index % 4] as string,
        satisfaction: index % figures.oneUnsatisfiedIn === figures.oneUnsatisfiedIn - 1 ? "unsatisfied" : "satisfied",
        enterprise_uscc: null,
        small_or_micro: true,
        service_agreement_signed_on: day(baseYear, 1 + (index % 12), 1 + (index % 27)),
      })),
    },
  };
}

type Figures = {
  readonly staff: number;
  readonly served: number;
  /** In 万元. */
  readonly assets: number;
  readonly income: number;
  readonly equipment: number;
  readonly premises: number;
  readonly partners: number;
  readonly oneUnsatisfiedIn: number;
};

function figuresOf(random: Random, strength: number): Figures {
  return {
    staff: 13 + Math.floor(strength / 12) + random.between(0, 3),
    served: 62 + Math.floor(strength / 2) + random.between(0, 12),
    assets: 160 + strength * 3 + random.between(0, 60),
    income: 110 + strength * 2 + random.between(0, 30),
    equipment: 4 + random.between(0, 5),
    premises: 260 + random.between(0, 12) * 20,
    partners: 5 + random.between(0, 4),
    oneUnsatisfiedIn: 15 + random.between(0, 20),
  };
}

function narrativesOf({ name }: Organization, { served, staff }: Figures, baseYear: number): Values {
  return {
    basic_situation: `${name}长期在郑州市为中小企业提供管理咨询、技术检测、创业辅导和培训服务，现有服务人员${staff}人，场地固定，制度健全。`,
    regional_situation:
      "服务区域内以机械加工、食品、软件和现代物流企业为主，小微企业数量多，对数字化、检测和用工培训的需求集中。",
    management_situation:
      "建有服务流程、收费公示、质量回访和投诉处理制度，小微企业收费优惠不低于三成，每季度公开服务记录。",
    recent_services: `${baseYear}年服务中小企业${served}家，组织政策宣讲、供需对接、技术诊断和培训等活动二十余场。`,
    main_achievements: "帮助多家企业完成数字化改造和质量体系认证，形成可以复制的“一企一诊断、一诊一方案”做法。",
    next_plans: `${baseYear + 1}年计划新增服务企业二十家，扩大线上诊断，与高校共建检测共享中心。`,
  };
}

function supplementOf({ organization, roundYear, submitsOn, isCertified }: FormOccasion, figures: Figures): Values {
  const baseYear = roundYear - 1;
  return {
    legal_representative: organization.legalRepresentative,
    licence_registered_on: organization.registeredOn,
    audited_total_assets: String(figures.assets),
    audited_service_income: String(figures.income),
    uscc: organization.uscc,
    org_type: organization.orgType,
    is_independent_legal_person: true,
    registered_in_zhengzhou: true,
    net_assets_positive: true,
    audit_opinion: "unqualified",
    credit_status: "clean",
    lease_end_date: day(roundYear + 3, 12, 31),
    has_management_system: true,
    has_service_process: true,
    has_fee_standard: true,
    has_quality_assurance: true,
    five_open_items: ["服务内容", "服务流程", "服务标准", "服务收费", "服务时间"],
    has_small_micro_discount_rule: true,
    service_volume_unit: "次",
    total_service_volume: String(figures.served * 4),
    public_service_volume: String(figures.served),
    low_fee_service_volume: String(Math.floor(figures.served / 3)),
    public_low_fee_overlap_volume: "0",
    has_development_plan: true,
    has_annual_service_target: true,
    leader_name: organization.legalRepresentative,
    leader_honest_lawful: true,
    leader_experienced: true,
    platform_type: organization.platformType,
    info_open_system: true,
    info_online_service: true,
    info_online_offline_linkage: true,
    info_offline_enterprises: figures.served,
    info_events: 8,
    tech_qualification: "held",
    tech_resource_organising: true,
    tech_expert_db: true,
    tech_project_db: true,
    tech_has_large_instruments: true,
    tech_instruments_shared: true,
    tech_events: 6,
    startup_guidance_ability: true,
    startup_project_db: true,
    startup_guide_book: true,
    startup_hotline: true,
    startup_gov_agency_service: true,
    startup_events: 7,
    training_qualification: "held",
    training_online: true,
    training_offline: true,
    training_evaluation: true,
    training_person_times: 1_600,
    never_certified: !isCertified,
    has_website: false,
    permit_required: false,
    credit_report_date: submitsOn,
    gsxt_query_date: submitsOn,
    gsxt_pages: ["行政处罚信息", "列入经营异常名录信息", "严重违法失信企业名单"],
    gsxt_sealed: true,
    annual_audit_year: baseYear,
    annual_audit_covers_service_income: true,
    agreement_small_micro_count: figures.served,
    activity_evidence_count: 12,
    declaration_sealed: true,
    declaration_signed_by_legal_rep: true,
  };
}
