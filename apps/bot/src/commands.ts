/** The commands in Telegram's menu; each is an action of the conversation, or of the reminders, of the same name. */
export const commands = [
  { command: "start", description: "开始申报自查" },
  { command: "continue", description: "接着上次的问题" },
  { command: "back", description: "回到上一题" },
  { command: "answers", description: "查看和修改答案" },
  { command: "result", description: "看现在的结果" },
  { command: "materials", description: "看材料清单" },
  { command: "todo", description: "看要办的事" },
  { command: "case", description: "看我的事项到哪一步" },
  { command: "reminders", description: "看提醒和设置" },
  { command: "link", description: "连接账号" },
  { command: "help", description: "怎么用" },
] as const;

/** Understood when typed, but not in the menu, which stays short. */
const alsoUnderstood = ["remind", "mute", "unmute", "unlink"];
const names: readonly string[] = [...commands.map((entry) => entry.command), ...alsoUnderstood];
const pattern = /^[/／]([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?![a-z0-9_@])/i;

/** What stands behind these belongs to them: a code, how long; of the others nothing is meant by it. */
const withArgument: readonly string[] = ["start", "link", "mute"];
const maximumActionBytes = 48;

/** A command as it was typed: its name, the bot it is addressed to, if it names one, and what stands behind it. */
export type Command = { name: string; addressee: string | null; argument: string };

/** The command a text begins with; null: not a command. */
export function parseCommand(text: string): Command | null {
  const said = text.trimStart();
  const match = pattern.exec(said);
  if (match?.[1] === undefined) return null;
  const argument = said.slice(match[0].length).trim();
  return { name: match[1].toLowerCase(), addressee: match[2]?.toLowerCase() ?? null, argument };
}

export function isOwnCommand(name: string): boolean {
  return names.includes(name);
}

/** The conversation's action for a command; one we do not have gets help. */
export function commandAction({ name, argument }: Pick<Command, "name" | "argument">): string {
  if (!isOwnCommand(name)) return "help";
  const action = `${name} ${argument}`;
  const isWhole = argument !== "" && withArgument.includes(name) && Buffer.byteLength(action) <= maximumActionBytes;
  return isWhole ? action : name;
}
