import { reminderStepLabels } from "@shifan/contract";
import { portalPages } from "@shifan/contract/pages";
import type { ReminderStep } from "@shifan/rules";
import type { OutgoingMessage } from "../channels/channel.ts";
import type { ClaimedMessage } from "./send.ts";

/** The words of a message, in the order in which what it tells of is due. */
export function outgoingMessage(
  { message, address, told }: ClaimedMessage & { address: string },
  publicUrl: string,
): OutgoingMessage {
  const [first] = told;
  const heading = told.length === 1 && first !== undefined ? first.content.heading : `有${told.length}件事要办`;
  const paragraphs = told.flatMap(({ title, content }) => [
    `【${content.heading}】${content.lines[0] ?? ""}`,
    ...content.lines.slice(1),
    // Whoever is told of something can go back to the law.
    content.lines.some((line) => line.includes("（第")) ? `事项：${title}` : `事项：${title}（${content.article}）`,
  ]);
  const links = told.flatMap(({ title, content }) =>
    content.steps.map(({ step, path }) => ({
      label:
        told.length === 1
          ? reminderStepLabels[step as ReminderStep]
          : `${reminderStepLabels[step as ReminderStep]}：${title}`,
      url: `${publicUrl}${path}`,
    })),
  );
  // A group decides nothing of its own.
  const settings =
    message.channel === "wecom" ? [] : [{ label: "提醒设置", url: `${publicUrl}${portalPages.reminders}` }];
  const [dueDay = null] = told.flatMap(({ delivery }) => delivery.endsOn ?? []).toSorted();
  return { id: message.id, to: address, heading, paragraphs, dueDay, links: [...links, ...settings] };
}
