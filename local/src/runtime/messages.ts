/**
 * What the platform says when a call fails.
 *
 * English texts as seen on the platform. The platform words them in the user's language, so no script may depend on
 * them; the Chinese column exists to catch a script that does, and is our wording where Google's was not to be seen.
 */

const messages = {
  parameters: ["The parameters (%s) don't match the method signature for %s.", '参数 (%s) 与 %s 的方法签名不匹配。'],
  rowsMismatch: [
    'The number of rows in the data does not match the number of rows in the range. The data has %s but the range has %s.',
    '数据的行数与范围的行数不符。数据的行数是 %s，而范围的行数是 %s。',
  ],
  columnsMismatch: [
    'The number of columns in the data does not match the number of columns in the range. The data has %s but the range has %s.',
    '数据的列数与范围的列数不符。数据的列数是 %s，而范围的列数是 %s。',
  ],
  outsideSheet: [
    'The coordinates of the range are outside the dimensions of the sheet.',
    '该范围的坐标超出了工作表的尺寸。',
  ],
  invalidCoordinates: ['The coordinates or dimensions of the range are invalid.', '该范围的坐标或尺寸无效。'],
  rangeNotFound: ['Range not found', '找不到范围'],
  sheetNotFound: ['Sheet not found', '找不到工作表'],
  sheetGone: ['Sheet %s not found', '找不到工作表 %s'],
  startingRow: ['The starting row of the range is too small.', '该范围的起始行过小。'],
  startingColumn: ['The starting column of the range is too small.', '该范围的起始列过小。'],
  leastRows: ['The number of rows in the range must be at least 1.', '该范围的行数必须至少为 1。'],
  leastColumns: ['The number of columns in the range must be at least 1.', '该范围的列数必须至少为 1。'],
  duplicateSheet: [
    'A sheet with the name "%s" already exists. Please enter another name.',
    '名为“%s”的工作表已存在。请输入其他名称。',
  ],
  invalidSheetName: ['Invalid sheet name: %s', '工作表名称无效：%s'],
  lastSheet: ["You can't remove all the sheets in a document.", '您无法移除文档中的所有工作表。'],
  lastVisibleSheet: ["You can't hide all the sheets in a document.", '您无法隐藏文档中的所有工作表。'],
  rowsOutOfBounds: ['Those rows are out of bounds.', '这些行超出范围。'],
  columnsOutOfBounds: ['Those columns are out of bounds.', '这些列超出范围。'],
  allRows: ['Sorry, it is not possible to delete all non-frozen rows.', '抱歉，无法删除所有未冻结的行。'],
  allColumns: ['Sorry, it is not possible to delete all non-frozen columns.', '抱歉，无法删除所有未冻结的列。'],
  tooLong: [
    'Your input contains more than the maximum of 50000 characters in a single cell.',
    '您输入的内容在单个单元格中超过了 50000 个字符的上限。',
  ],
  tooManyCells: [
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    '此操作会使工作簿中的单元格数超出 10000000 个单元格的上限。',
  ],
  tooManySheets: ['You have reached the maximum number of sheets in a document.', '文档中的工作表数已达到上限。'],
  protectedCell: [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    '您正在尝试修改受保护的单元格或对象。如果您需要进行修改，请与电子表格所有者联系，让其移除保护设置。',
  ],
  validation: [
    'The data you entered in cell %s violates the data validation rules set on this cell.',
    '您在单元格 %s 中输入的数据违反了此单元格上设置的数据验证规则。',
  ],
  validationList: [
    'The data you entered in cell %s violates the data validation rules set on this cell. Please enter one of the following values: %s.',
    '您在单元格 %s 中输入的数据违反了此单元格上设置的数据验证规则。请输入下列值之一：%s。',
  ],
  mergePart: [
    'You must select all cells in a merged range to merge or unmerge them.',
    '您必须选择合并范围内的所有单元格才能进行合并或取消合并。',
  ],
  secondFilter: [
    "You can't create a filter in a sheet that already has a filter.",
    '您无法在已有过滤器的工作表中创建过滤器。',
  ],
  filterColumn: ['Column outside the range of the filter.', '该列不在过滤器的范围内。'],
  foreignRule: ['Conditional format rule cannot reference a different sheet.', '条件格式规则不能引用其他工作表。'],
  ruleWithoutRange: ['Conditional format rule must have at least one range.', '条件格式规则必须至少有一个范围。'],
  ruleWithoutCondition: ['Conditional format rule must have a condition.', '条件格式规则必须有条件。'],
  emptyValidation: ['A data validation rule must have a criterion.', '数据验证规则必须有条件。'],
  unprotectedOnRange: [
    'Unprotected ranges can only be set on a sheet protection.',
    '只能在工作表保护上设置不受保护的范围。',
  ],
  removeSelf: ['You cannot remove yourself as an editor.', '您无法移除自己的编辑权限。'],
  invalidNamedRange: ['Invalid name for a named range: %s', '命名范围的名称无效：%s'],
  noNamedRange: ['Named range not found: %s', '找不到命名范围：%s'],
  noUi: ['Cannot call %s.getUi() from this context.', '无法从此上下文中调用 %s.getUi()。'],
  noBrowser: [
    'Cannot call Browser.%s() from this context; have you tried Logger.log() instead?',
    '无法从此上下文中调用 Browser.%s()；您试过 Logger.log() 吗？',
  ],
  noHtmlFile: ['No HTML file named %s was found.', '未找到名为 %s 的 HTML 文件。'],
  noFunction: ['Script function not found: %s', '找不到脚本函数：%s'],
  malformedTemplate: ['Malformed HTML template: %s', 'HTML 模板格式不正确：%s'],
  lockTimeout: [
    'Lock timeout: another process was holding the lock for too long.',
    '锁定超时：另一个进程持有锁的时间过长。',
  ],
  argumentTooLarge: ['Argument too large: %s', '参数过大：%s'],
  propertyQuota: [
    'You have exceeded the property storage quota. Please remove some properties and try again.',
    '您已超出属性存储空间配额。请移除一些属性，然后重试。',
  ],
  mailQuota: ['Service invoked too many times for one day: email.', '一天内调用此服务的次数过多：email。'],
  noRecipient: ['Failed to send email: no recipient', '无法发送电子邮件：没有收件人'],
  invalidEmail: ['Invalid email: %s', '电子邮件无效：%s'],
  // Google says nothing of the kind: the local host's own.
  mailNotSent: ['The mail did not leave: %s', '邮件没有发出：%s'],
  mailUnknown: ['The mail may have left: %s', '邮件可能已经发出：%s'],
  recipientsPerMessage: ['Limit Exceeded: Email Recipients Per Message.', '超出限制：每封电子邮件的收件人数。'],
  bodySize: ['Limit Exceeded: Email Body Size.', '超出限制：电子邮件正文大小。'],
  attachmentsSize: ['Limit Exceeded: Email Total Attachments Size.', '超出限制：电子邮件附件总大小。'],
  noPermission: ['You do not have permission to call %s. Required permissions: %s', '您没有权限调用 %s。所需权限：%s'],
  scopeMissing: [
    'Specified permissions are not sufficient to call %s. Required permissions: %s',
    '指定的权限不足以调用 %s。所需权限：%s',
  ],
  tooManyTriggers: [
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    '此脚本的触发器过多。必须先从脚本中删除触发器，然后才能添加更多触发器。',
  ],
  noTriggerFunction: ['The selected function cannot be used as a trigger handler.', '所选函数不能用作触发器。'],
  triggerMinutes: [
    'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    '您传递给 everyMinutes 的值无效。该值必须为 1、5、10、15 或 30。',
  ],
  triggerHours: [
    'The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.',
    '您传递给 everyHours 的值无效。该值必须为 1、2、4、6、8 或 12。',
  ],
  clockWithoutSchedule: ['The clock trigger has no schedule.', '该时间触发器没有时间安排。'],
  executionTime: ['Exceeded maximum execution time', '超出最长执行时间'],
  unexpectedError: [
    'Unexpected error while getting the method or property %s on object %s.',
    '在对象 %2 上获取方法或属性 %1 时出现意外错误。',
  ],
  documentMissing: [
    "Document %s is missing (perhaps it was deleted, or you don't have read access?)",
    '文档 %s 缺失（可能已被删除，或者您没有读取权限？）',
  ],
  invalidArgument: ['Invalid argument: %s', '参数无效：%s'],
  invalidDate: ['Invalid date format: %s', '日期格式无效：%s'],
  cannotDecode: ['Could not decode string.', '无法解码字符串。'],
  csv: ['Could not parse text.', '无法解析文本。'],
  conversion: ['Converting from %s to %s is not supported.', '不支持从 %s 转换为 %s。'],
  illegalReturn: [
    'The script completed but the returned value is not a supported return type.',
    '脚本已完成，但返回的值不是受支持的返回类型。',
  ],
  illegalArgument: ['Failed due to illegal value in property: %s', '由于属性中存在非法值而失败：%s'],
} as const;

/** Which failure; its text comes from the catalogue. */
export type MessageKey = keyof typeof messages;

/** The text of a failure in a language (`zh…` is Chinese, all else English), its `%s` filled in order. */
export function messageText(language: string, key: MessageKey, args: readonly (string | number)[]): string {
  const template: string = messages[key][language.toLowerCase().startsWith('zh') ? 1 : 0];
  let next = 0;
  return template.replace(/%(s|\d)/g, (_, which: string) =>
    String(args[which === 's' ? next++ : Number(which) - 1] ?? ''),
  );
}
