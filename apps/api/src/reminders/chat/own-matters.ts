import type { Matter } from "@shifan/contract";
import type { Message } from "@shifan/dialog";
import type { Person } from "../../acts/begin.ts";
import type { ProcedureServices } from "../../acts/services.ts";
import { gatherMatters } from "../../matters/my-matters.ts";
import { gatherTasks } from "../../tasks/tasks.ts";

type Services = ProcedureServices & { publicUrl: string };

/** So many are told in a chat; the rest is counted, and read on the page. */
const toldAtMost = 8;

const say = (lines: readonly string[]): Message => ({ text: lines.join("\n"), choices: [], files: [] });

const isInOffice = ({ grants }: Person): boolean =>
  grants.some(({ role }) => role !== "applicant" && role !== "platform");

/** What somebody with an account has to do now: in office their tasks, else what is due of the units they act for, with what is missing. */
export async function tellTodo(services: Services, actor: Person): Promise<Message> {
  if (isInOffice(actor)) return tellTasks(services, actor);
  const { heading, matters } = await gatherMatters(services, actor);
  const own = matters.filter(({ isYours }) => isYours);
  return say([
    `**${heading}**`,
    ...own.slice(0, toldAtMost).flatMap((matter, at) => [`${at + 1}. ${due(matter)}`, ...missing(matter)]),
    ...more(own.length, `${services.publicUrl}/my-matters`),
  ]);
}

/** Where the matters of the units stand for which somebody acts, what comes next and by when. */
export async function tellMatters(services: Services, actor: Person): Promise<Message> {
  if (isInOffice(actor)) return tellTasks(services, actor);
  const { heading, matters } = await gatherMatters(services, actor);
  return say([
    `**${heading}**`,
    ...matters
      .slice(0, toldAtMost)
      .flatMap((matter) => [
        "",
        `**${matter.title}：${matter.stateText}**`,
        matter.organizationName,
        `${[matter.says, matter.next].filter((each) => each !== null).join("；下一步：")}（${matter.article}）。`,
        ...(matter.dueText === null ? [] : [`${matter.dueText}。`]),
        ...missing(matter),
      ]),
    ...more(matters.length, `${services.publicUrl}/my-matters`),
  ]);
}

const due = ({ title, dueText, says, article }: Matter): string =>
  `${title}：${dueText === null ? says : dueText}（${article}）`;

const missing = ({ missing: papers }: Matter): string[] =>
  papers.length === 0
    ? []
    : [`还缺${papers.length}样材料：${papers.map(({ title, article }) => `${title}（${article}）`).join("、")}`];

async function tellTasks(services: Services, actor: Person): Promise<Message> {
  const { heading, tasks } = await gatherTasks(services, { actor, userId: actor.userId });
  return say([
    `**${heading}**`,
    ...tasks.slice(0, toldAtMost).map(({ text }, at) => `${at + 1}. ${text}`),
    ...more(tasks.length, `${services.publicUrl}/admin/`),
  ]);
}

const more = (count: number, url: string): string[] => [
  ...(count > toldAtMost ? [`另有${count - toldAtMost}件。`] : []),
  `办理：${url}`,
];
