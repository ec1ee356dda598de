/** What the page and the terminal say of themselves; the add-on's own words come from the add-on. */
export const words = {
  elsewhere: (file: string, other: string) =>
    `“${file}”被别的程序改动过，没有覆盖它。您在这里的改动另存为“${other}”，请核对后合并。`,
  notSaved: (reason: string) =>
    `没有保存成功：${reason}。您的改动还在这个页面里，请不要关闭；处理好以后再改动一处就会重新保存。`,
  saved: '已保存',
  unsaved: '正在保存…',
  noSuchSheet: '这个工作表已经不在了。',
  noSuchMenu: '菜单里没有这一项。',
  noSuchQuestion: '这个问题已经回答过了。',
  triggerFailed: (trigger: string, reason: string) => `触发器“${trigger}”出错：${reason}`,
  hostEnded: '后台进程意外结束，没有保存的改动可能已经丢失。请在终端重新运行 huizong open。',
  disconnected: '和本机的 huizong 断开了，正在重新连接。如果它已经关闭，请在终端重新运行 huizong open。',
  refused: '没有改动',
  cannotTitle: '这里不能做',
  cannot:
    '这个页面可以填写、粘贴、插入和删除行列、调整行高列宽。改格式、改工作表等请用 Excel、WPS 或 LibreOffice 打开文件来做。',
  untitled: '页面',
  close: '关闭',
  working: (what: string) => (what === '' ? '正在处理…' : `正在执行：${what}`),
  buttons: { OK: '确定', CANCEL: '取消', YES: '是', NO: '否' },
  tooManyCells: '放不下：一个工作簿最多一千万格。',
} as const;
