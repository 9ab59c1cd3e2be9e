const longest = 30;

/** What a person wrote, as it may be repeated: one line, no marks of emphasis, not too long. */
export function quote(text: string): string {
  const plain = text.replace(/\s+/gu, " ").replace(/\*/gu, "").trim();
  const characters = [...plain];
  return `“${characters.length > longest ? `${characters.slice(0, longest).join("")}…` : plain}”`;
}
