import { maximumFileText } from "@shifan/contract/labels";

export const uploadTexts = {
  chooseFiles: "选文件",
  takePicture: "拍照",
  none: "还没有选文件。",
  chooseTargetFirst: "先填上面的栏目，再选文件。",
  waiting: "等着上传",
  sending: (share: number) => `正在上传 ${share}%`,
  come: (share: number) => `已传${share}%`,
  done: "已上传",
  interrupted: "连接断了，已传的部分还在。",
  goOn: "接着传",
  remove: (name: string) => `去掉 ${name}`,
  refused: "没有接收",
  empty: "这个文件是空的，请看看是不是选错了。",
  tooLarge: `这个文件超过${maximumFileText}，请压缩或分成几个再传。`,
  otherKind: (accepted: string) => `这种文件不能收。可以传：${accepted}。`,
  most: (count: number) => `最多${count}个文件。`,
} as const;
