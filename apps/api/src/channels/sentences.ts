/** What is said, sentence by sentence, each with its end; of every sentence its paragraph. */
export function sentencesOf(paragraphs: readonly string[]): { text: string; paragraph: number }[] {
  return paragraphs.flatMap((paragraph, index) =>
    (paragraph.match(/[^。！？\n]+[。！？]*[”）]?/g) ?? [])
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .map((text) => ({ text, paragraph: index })),
  );
}

/** As much of a text as fits, with a sign where something is left out. Nothing is cut within a character. */
export function cutTo(text: string, limit: number, sizeOf: (text: string) => number): string {
  if (sizeOf(text) <= limit) return text;
  const characters = [...text];
  while (characters.length > 0 && sizeOf(`${characters.join("")}…`) > limit) characters.pop();
  return characters.length === 0 ? "" : `${characters.join("")}…`;
}
