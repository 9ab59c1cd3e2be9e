/** Keys for the items of a list that never change places, such as the lines of a text. */
export function numbered<Item>(items: readonly Item[]): { key: number; item: Item }[] {
  return items.map((item, key) => ({ key, item }));
}
