/** Everything this channel says of its own accord; what the conversation says comes from the API. */
export const texts = {
  edited: "改过的旧消息我看不到变化，刚才的答案没有动。\n请把正确的内容重新发一条；要改以前的答案，发 /answers。",
  privateOnly: "自查要回答贵单位的情况，只在和我的私聊里进行，群里不谈。\n请点开我的头像，在私聊里发 /start。",
  tooLong: "这条有点长，一条最多2,000字，我还没有记下。\n请拣要紧的分几条发；只问数字的题，直接发数字就行。",
  notUnderstood: "这条我没看明白，还没有记下。\n请换个说法，或点题目下面的按钮；发 /continue 回到刚才的问题。",
  oldButton: "这个按钮已经过了时候。请发 /continue 回到刚才的问题。",
  pleaseChoose: "请选择：",
  /** Names in full the choices that a button cannot show whole. */
  spelledOut: (labels: readonly string[]) =>
    `可选（也可以直接回复文字）：\n${labels.map((label) => `· ${label}`).join("\n")}`,
  noneOfThese: "以上都没有",
  chosen: (labels: readonly string[]) => `✓ 您选了：${labels.join("、")}`,
} as const;
