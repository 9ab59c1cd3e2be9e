import type {
  Complaint,
  Interpretation,
  OrganizationSummary,
  ReferencedResource,
  Round,
  Sanction,
  Title,
  User,
} from "@shifan/contract";
import { stateLabels } from "@shifan/contract/labels";
import { dayText } from "../../texts/days.ts";
import type { NamedResource } from "./use-names.ts";

/** How the records of a resource are found and told apart by people. */
export type Source = {
  readonly sort: { readonly field: string; readonly order: "ASC" | "DESC" };
  /** Whether the server seeks by words; without, the newest are offered and sought among here. */
  readonly isSought: boolean;
  /** What is written where words are sought. */
  readonly help: string;
  /** @param districts names by id */
  readonly textOf: (record: never, districts: ReadonlyMap<string, string>) => string;
};

const parts = (...each: readonly (string | null | undefined)[]) => each.filter(Boolean).join("　");
const newest = { field: "createdAt", order: "DESC" } as const;
const seek = "写几个字查找，再从下面选";

/** The resources whose records a form refers to, by the word in `x-reference`. */
export const sources: Readonly<Record<Exclude<ReferencedResource, NamedResource>, Source>> = {
  certifications: {
    sort: { field: "validFrom", order: "DESC" },
    isSought: true,
    help: "写平台名称、单位名称或证书编号里的字，再从下面选",
    textOf: ({ platformName, certificateNumber, district }: Title, districts) =>
      parts(platformName, certificateNumber, districts.get(district)),
  },
  organizations: {
    sort: newest,
    isSought: true,
    help: "写单位名称里的字或统一社会信用代码的开头，再从下面选",
    textOf: ({ name, uscc }: OrganizationSummary) => parts(name, uscc),
  },
  users: {
    sort: { field: "name", order: "ASC" },
    isSought: true,
    help: "写姓名或邮箱里的字，再从下面选",
    textOf: ({ name, email }: User) => parts(name, email),
  },
  rounds: {
    sort: { field: "year", order: "DESC" },
    isSought: false,
    help: seek,
    textOf: ({ year, state }: Round) => parts(`${year}年度`, stateLabels.rounds[state]),
  },
  complaints: {
    sort: newest,
    isSought: false,
    help: seek,
    textOf: ({ target, receivedOn, state }: Complaint) =>
      parts(target, `${dayText(receivedOn)}收到`, stateLabels.complaints[state]),
  },
  interpretations: {
    sort: newest,
    isSought: false,
    help: seek,
    textOf: ({ documentNumber, article, question }: Interpretation) => parts(documentNumber, article, question),
  },
  sanctions: {
    sort: newest,
    isSought: false,
    help: seek,
    textOf: ({ kindName, platformName, state }: Sanction) =>
      parts(`${kindName}：${platformName}`, stateLabels.sanctions[state]),
  },
};
