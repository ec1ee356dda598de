/** What the page and its host say of themselves, in the language of the add-on, whose own words come from it. */

export type Language = 'zh-CN' | 'en';

export interface Words {
  readonly elsewhere: (file: string, other: string) => string;
  /** What is written where the file itself must not be: `name` has no ending. */
  readonly otherName: (name: string, number: number) => string;
  readonly notSaved: (reason: string) => string;
  readonly saved: string;
  readonly unsaved: string;
  readonly noSuchSheet: string;
  readonly noSuchMenu: string;
  readonly noSuchQuestion: string;
  readonly triggerFailed: (trigger: string, reason: string) => string;
  readonly hostEnded: string;
  readonly disconnected: string;
  readonly refused: string;
  readonly cannotTitle: string;
  readonly cannot: string;
  readonly untitled: string;
  readonly close: string;
  readonly working: (what: string) => string;
  readonly buttons: Readonly<Record<string, string>>;
  readonly tooManyCells: string;
  readonly productName: string;
  readonly account: string;
  readonly menus: string;
  readonly sheets: string;
}

const chinese: Words = {
  elsewhere: (file, other) => `“${file}”被别的程序改动过，没有覆盖它。您在这里的改动另存为“${other}”，请核对后合并。`,
  otherName: (name, number) => `${name}（本机修改 ${number}）.xlsx`,
  notSaved: (reason) =>
    `没有保存成功：${reason}。您的改动还在这个页面里，请不要关闭；处理好以后再改动一处就会重新保存。`,
  saved: '已保存',
  unsaved: '正在保存…',
  noSuchSheet: '这个工作表已经不在了。',
  noSuchMenu: '菜单里没有这一项。',
  noSuchQuestion: '这个问题已经回答过了。',
  triggerFailed: (trigger, reason) => `触发器“${trigger}”出错：${reason}`,
  hostEnded: '后台进程意外结束，没有保存的改动可能已经丢失。请在终端重新运行 huizong open。',
  disconnected: '和本机的 huizong 断开了，正在重新连接。如果它已经关闭，请在终端重新运行 huizong open。',
  refused: '没有改动',
  cannotTitle: '这里不能做',
  cannot:
    '这个页面可以填写、粘贴、插入和删除行列、调整行高列宽。改格式、改工作表等请用 Excel、WPS 或 LibreOffice 打开文件来做。',
  untitled: '页面',
  close: '关闭',
  working: (what) => (what === '' ? '正在处理…' : `正在执行：${what}`),
  buttons: { OK: '确定', CANCEL: '取消', YES: '是', NO: '否' },
  tooManyCells: '放不下：一个工作簿最多一千万格。',
  productName: '汇总',
  account: '账号',
  menus: '菜单',
  sheets: '工作表',
};

const english: Words = {
  elsewhere: (file, other) =>
    `Another program has changed “${file}”, so it was not overwritten. What you did here is kept in “${other}”: compare the two and put them together.`,
  otherName: (name, number) => `${name} (changed here ${number}).xlsx`,
  notSaved: (reason) =>
    `Not saved: ${reason}. Your changes are still on this page, so do not close it; once the cause is gone, change anything and it is saved again.`,
  saved: 'Saved',
  unsaved: 'Saving…',
  noSuchSheet: 'This sheet is there no longer.',
  noSuchMenu: 'The menu has no such entry.',
  noSuchQuestion: 'This question has been answered already.',
  triggerFailed: (trigger, reason) => `The trigger “${trigger}” failed: ${reason}`,
  hostEnded: 'The host ended unexpectedly; what was not saved may be lost. Run huizong open in the terminal again.',
  disconnected:
    'Cut off from huizong on this machine; connecting again. If it was closed, run huizong open in the terminal again.',
  refused: 'Nothing changed',
  cannotTitle: 'Not to be done here',
  cannot:
    'Here you can type, paste, insert and delete rows and columns, and change their sizes. For formats, sheets and the like open the file in Excel, WPS or LibreOffice.',
  untitled: 'Page',
  close: 'Close',
  working: (what) => (what === '' ? 'Working…' : `Running: ${what}`),
  buttons: { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' },
  tooManyCells: 'No room: a workbook has ten million cells at most.',
  productName: 'Huizong',
  account: 'Account',
  menus: 'Menus',
  sheets: 'Sheets',
};

export const wordsIn = (language: Language): Words => (language === 'en' ? english : chinese);
