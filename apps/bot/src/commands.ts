/** The commands in Telegram's menu; each is an action of the conversation of the same name. */
export const commands = [
  { command: "start", description: "开始申报自查" },
  { command: "continue", description: "接着上次的问题" },
  { command: "back", description: "回到上一题" },
  { command: "answers", description: "查看和修改答案" },
  { command: "result", description: "看现在的结果" },
  { command: "materials", description: "看材料清单" },
  { command: "help", description: "怎么用" },
] as const;

/** Understood when typed, but not in the menu, which stays short. */
const alsoUnderstood = ["todo"];
const names: readonly string[] = [...commands.map((entry) => entry.command), ...alsoUnderstood];
const pattern = /^[/／]([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?![a-z0-9_@])/i;

/** The command a text begins with, and the bot it is addressed to, if it names one; null: not a command. */
export function parseCommand(text: string): { name: string; addressee: string | null } | null {
  const match = pattern.exec(text.trimStart());
  if (match?.[1] === undefined) return null;
  return { name: match[1].toLowerCase(), addressee: match[2]?.toLowerCase() ?? null };
}

export function isOwnCommand(name: string): boolean {
  return names.includes(name);
}

/** The conversation's action for a command; one we do not have gets help. */
export function commandAction(name: string): string {
  return isOwnCommand(name) ? name : "help";
}
