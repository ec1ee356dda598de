/** How the command line ends when it cannot go on: the input is at fault, or the command was written wrongly. */
import { systemReason } from '../disk/reasons.ts';
import { whyNotWritten } from '../file/words.ts';
import type { FilePlace } from '../xlsx/not-a-workbook.ts';

export class InputFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputFailure';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  notZip: '它不是 .xlsx 工作簿（不是压缩包格式）',
  damaged: '文件已损坏或不完整',
  noWorkbook: '压缩包里没有工作簿',
  encrypted: '文件设有打开密码，请先去掉密码',
  oldFormat: '这是旧的 .xls 格式，请另存为 .xlsx',
  tooLarge: '解压后过大，可能不是正常的工作簿',
  tooManyCells: '内容超过一个工作簿最多的一千万格。请在 Excel 或 WPS 里删去用不着的行列，或把往年的内容另存一个文件',
  unsafe: '文件里有不安全的内容（DOCTYPE）',
};

/** People know a sheet by its name; what has none is a part of the file. */
function placeIn({ sheet, part, cell }: FilePlace = {}): string {
  if (sheet !== undefined) return `工作表“${sheet}”${cell === undefined ? '' : `一直到 ${cell}，`}`;
  return part === undefined ? '' : `其中的 ${part} `;
}

/** What a person is told of a failure, and whether the input is to blame. */
export function explained(error: unknown, file: string): { message: string; expected: boolean } {
  if (!(error instanceof Error) && !(typeof error === 'object' && error !== null && 'message' in error)) {
    return { message: String(error), expected: false };
  }
  const { name, message } = error as Error;
  const said = systemReason(error, 'zh-CN');
  if ((error as { notWritten?: boolean }).notWritten) {
    const where = (error as { path?: string }).path ?? file;
    const why = said ?? message;
    return {
      message: `“${where}”没有写入：${why}。从这一步起没有发出任何邮件；处理好以后再执行一次，“发送记录”里写着“发送中”的先核对。`,
      expected: true,
    };
  }
  const { code, reason, place } = error as { code?: string; reason?: string; place?: FilePlace };
  if (name === 'NotAWorkbookError')
    return { message: `“${file}”打不开：${placeIn(place)}${REASONS[reason ?? ''] ?? message}。`, expected: true };
  if (code === 'ENOENT')
    return { message: `找不到文件“${(error as { path?: string }).path ?? file}”。请核对路径。`, expected: true };
  if (code === 'EACCES' || code === 'EPERM')
    return { message: `没有权限读写“${(error as { path?: string }).path ?? file}”。`, expected: true };
  if (code === 'EADDRINUSE')
    return { message: '这个端口已被占用。请换一个 --port，或不写，由系统挑一个。', expected: true };
  if (code === 'EISDIR') return { message: `“${file}”是文件夹，不是文件。`, expected: true };
  const notWritten = whyNotWritten(error, 'zh-CN');
  if (notWritten !== null) {
    const { path } = error as { path?: string };
    return {
      message: code === undefined || path === undefined ? notWritten : `“${path}”：${notWritten}`,
      expected: true,
    };
  }
  return { message, expected: name === 'Refusal' || name === 'InputFailure' || name === 'NotADocumentError' };
}
