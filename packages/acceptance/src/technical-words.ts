/** Codes and values of programs in a text that people read: it has none. */
export function technicalWords(text: string): string[] {
  return (
    text.match(
      /\b(?:true|false|null|undefined|NaN|Infinity|[a-z]+(?:_[a-z0-9]+)+|\d{4}-\d{2}-\d{2})\b|\[object|\{\w*\}/g,
    ) ?? []
  );
}
