const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it, never as markup. */
export function escapeHtml(words: string): string {
  return words.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
