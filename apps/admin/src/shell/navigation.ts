import type { Me } from "@shifan/contract";
import { resourceAtAddress } from "@shifan/contract/labels";

/** One entry of the menu: shown to whoever may read the resource. */
export type Entry = {
  /** The resource in the address of its list. */
  readonly resource: string;
  /** The resource in the table of access, where it is another word. */
  readonly access: string;
  readonly label: string;
  /** What one has to be able to do there: whoever sees the own account alone has no use for a list of accounts. */
  readonly act: string;
};
export type Section = { readonly label: string; readonly entries: readonly Entry[] };

const entry = (resource: string, label: string, act = "read"): Entry => ({
  resource,
  access: resourceAtAddress(resource),
  label,
  act,
});

/** The menu: along the way of a case, from the round to what comes after the title. */
export const sections: readonly Section[] = [
  {
    label: "认定",
    entries: [
      entry("rounds", "批次"),
      entry("applications", "申报"),
      entry("recommendations", "推荐文件"),
      entry("experts", "专家库"),
      entry("reviews", "评审"),
      entry("notices", "公示和公告"),
      entry("objections", "异议"),
    ],
  },
  {
    label: "监督",
    entries: [
      entry("certifications", "示范平台"),
      entry("obligations", "应办事项"),
      entry("inspections", "检查"),
      entry("spot-check-draws", "抽查抽取"),
      entry("reports", "工作总结"),
      entry("packages", "报送件"),
      entry("sanctions", "取消和撤销"),
      entry("complaints", "监督与投诉"),
    ],
  },
  {
    label: "单位和办法",
    entries: [
      entry("organizations", "单位"),
      entry("organization-changes", "单位变更"),
      entry("interpretations", "办法解释"),
      entry("holidays", "节假日"),
    ],
  },
  {
    label: "系统",
    entries: [
      entry("deliveries", "提醒"),
      entry("office-groups", "部门群"),
      entry("users", "账号", "invite"),
      entry("audit", "审计"),
    ],
  },
];

/** The part of the menu that a person may open, and that is there to be opened. */
export function sectionsFor({ acts }: Pick<Me, "acts">, pages: ReadonlySet<string>): readonly Section[] {
  const isOpen = ({ resource, access, act }: Entry) => pages.has(resource) && (acts[access] ?? []).includes(act);
  return sections
    .map(({ label, entries }) => ({ label, entries: entries.filter(isOpen) }))
    .filter(({ entries }) => entries.length > 0);
}
