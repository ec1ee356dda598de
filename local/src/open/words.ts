/** What the page and its host say of themselves, in the language of the add-on, whose own words come from it. */

export type Language = 'zh-CN' | 'en';

export interface Words {
  readonly elsewhere: (file: string, other: string) => string;
  /** What is written where the file itself must not be: `name` has no ending. */
  readonly otherName: (name: string, number: number) => string;
  /** On the disk beside the workbook, which cannot be written now. */
  readonly keptOnly: (reason: string) => string;
  readonly notSaved: (reason: string) => string;
  /** A script's work is not in the file, so the script was stopped. */
  readonly notReached: (reason: string) => string;
  readonly elsewhereShort: string;
  readonly keptShort: string;
  readonly notSavedShort: string;
  /** A command came while a question is open, or a script runs for long. */
  readonly busyAsking: (title: string) => string;
  readonly busyWorking: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly noSuchSheet: string;
  readonly noSuchMenu: string;
  readonly noSuchQuestion: string;
  readonly triggerFailed: (trigger: string, reason: string) => string;
  /** With what it ended of, where that is known. */
  readonly hostEnded: (reason: string | null) => string;
  /** A reason as a sentence of its own. */
  readonly sentence: (reason: string) => string;
  /** What no person expected, in the program's own words. */
  readonly unexpected: (message: string) => string;
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

/** A reason may be a whole sentence already. */
const ended = (reason: string): string =>
  /[。.！!]$/.test(reason) ? reason : `${reason}${/[\u4e00-\u9fff]/.test(reason) ? '。' : '.'}`;

const chinese: Words = {
  elsewhere: (file, other) =>
    `“${file}”已经是别的程序写的，没有覆盖它。这个页面里的内容（包括您填写的）都保存在旁边的“${other}”。` +
    `在这个页面里不能再发送、催报和汇总。请关闭这个页面，核对两个文件，把要的内容合到“${file}”，再重新打开。`,
  otherName: (name, number) => `${name}（本机修改 ${number}）.xlsx`,
  keptOnly: (reason) =>
    `暂时写不进工作簿：${ended(reason)}您填写的都已记在工作簿旁边的临时文件里，关闭页面也不会丢失；处理好以后会自动写入工作簿，页面已经关闭的，下次打开时补上。`,
  notSaved: (reason) => `没有保存成功：${ended(reason)}您的改动还在这个页面里，请不要关闭；处理好以后会自动保存。`,
  notReached: (reason) =>
    `没有执行完：这一步写不进工作簿。${ended(reason)}从这一步起没有发出任何邮件。处理好以后请再执行一次；` +
    '“发送记录”里写着“发送中”的，请先核对收件人是否收到。',
  elsewhereShort: '另存在旁边',
  keptShort: '已记下，未写入文件',
  notSavedShort: '没有保存',
  busyAsking: (title) => `页面里有一个问题等人回答${title === '' ? '' : `（${title}）`}，请先回答。本次什么也没有做。`,
  busyWorking: '页面正在执行别的命令，等了一分钟还没有结束。本次什么也没有做，请稍后再试。',
  saved: '已保存',
  unsaved: '正在保存…',
  noSuchSheet: '这个工作表已经不在了。',
  noSuchMenu: '菜单里没有这一项。',
  noSuchQuestion: '这个问题已经回答过了。',
  triggerFailed: (trigger, reason) => `触发器“${trigger}”出错：${reason}`,
  hostEnded: (reason) =>
    `后台进程意外结束${reason === null ? '' : `：${reason}`}。显示过“已保存”的改动不会丢失，重新打开时会补上；还没有显示“已保存”的可能已经丢失。请在终端重新运行 huizong open。`,
  sentence: ended,
  unexpected: (message) =>
    `出了意外的问题：${message}\n已写入的内容不会丢失，可以再执行一次；仍不行请联系管理员，并附上这段文字。`,
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
    `“${file}” is now what another program wrote, and was not overwritten. All of this page, what you typed too, is kept in “${other}” beside it. ` +
    `Nothing can be sent, reminded of or consolidated on this page any more. Close it, compare the two files, put what is wanted into “${file}”, and open that again.`,
  otherName: (name, number) => `${name} (changed here ${number}).xlsx`,
  keptOnly: (reason) =>
    `The workbook cannot be written now: ${ended(reason)} All that you typed is noted in a file beside it and is not lost when this page is closed. ` +
    'Once the cause is gone, it goes into the workbook by itself, or when the workbook is opened next.',
  notSaved: (reason) =>
    `Not saved: ${ended(reason)} Your changes are still on this page, so do not close it; once the cause is gone, they are saved by themselves.`,
  notReached: (reason) =>
    `Not finished: this step could not be written into the workbook. ${ended(reason)} From this step on no mail has left. Once the cause is gone, do it again; ` +
    'where 发送记录 says 发送中, first find out whether the mail arrived.',
  elsewhereShort: 'Kept beside the file',
  keptShort: 'Noted, not in the file yet',
  notSavedShort: 'Not saved',
  busyAsking: (title) =>
    `A question on the page waits for its answer${title === '' ? '' : ` (${title})`}: answer it first. Nothing was done.`,
  busyWorking:
    'The page is carrying out another command and was not done after a minute. Nothing was done; try again later.',
  saved: 'Saved',
  unsaved: 'Saving…',
  noSuchSheet: 'This sheet no longer exists.',
  noSuchMenu: 'The menu has no such entry.',
  noSuchQuestion: 'This question has been answered already.',
  triggerFailed: (trigger, reason) => `The trigger “${trigger}” failed: ${reason}`,
  hostEnded: (reason) =>
    `The host ended unexpectedly${reason === null ? '' : `: ${reason}`}. What was shown as saved is not lost and is put in when the workbook is opened again; what was not may be lost. Run huizong open in the terminal again.`,
  sentence: ended,
  unexpected: (message) =>
    `Something unexpected happened: ${message}\nWhat was written is safe; it can be done again. If it fails again, show this text to your administrator.`,
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
