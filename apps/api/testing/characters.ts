/**
 * Ideographs of GB 18030-2022, level 3, beside those that everybody types: of each block the first and the last of the standard, and some that
 * stand in names of people, places and elements. The compatibility ideographs are those that no normalization turns into others.
 */
export const standardIdeographs: readonly (readonly [block: string, characters: string])[] = [
  ["the first block, added later", "龦龻鿋鿍鿔鿫鿬鿭鿮鿯"],
  ["compatibility", "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"],
  ["Extension A", "㐀㐂㛃㳚䶮䶵"],
  ["Extension B", "𠀀𠅤𠮷𡃁𡈽𢌱𣎴𣏌𤭢𤳵𥻗𦈡𧒽𨭎𩾌𪚥𪛖"],
  ["Extension C", "𪜀𪟝𪣻𫍽𫓹𫜴"],
  ["Extension D", "𫝀𫝆𫞩𫟼𫠝"],
  ["Extension E", "𫠠𫢸𬎆𬬻𬭊𬭚𬺡"],
  ["Extension F", "𬺰𬼘𭃂𭗃𮅕𮯠"],
];

/** Ideographs that came after the standard: no typeface of this product has them. */
export const laterIdeographs: readonly (readonly [block: string, characters: string])[] = [
  ["Extension G", "𰀀𰻝𰻞𱁬𱍊"],
  ["Extension H", "𱍐𱳅𲎯"],
  ["Extension I", "𮯰𮰀𮹝"],
];
