/** How the command line ends when it cannot go on: the input is at fault, or the command was written wrongly. */
import { systemReason } from '../disk/reasons.ts';
import { whyNotWritten } from '../file/words.ts';
import { engineReason } from '../runtime/limits.ts';
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

/** Told as it stands: it says what is wrong and what to do. */
const WORDED: readonly string[] = ['Refusal', 'InputFailure', 'NotADocumentError'];

interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly path?: string;
  readonly syscall?: string;
  readonly reason?: string;
  readonly notWritten?: boolean;
  readonly place?: FilePlace;
}

/** What a person is told of a failure, and whether it was to be expected: of what was not, the place in the program is of use. */
export function explained(error: unknown, file: string): { message: string; expected: boolean } {
  const thrown: Thrown = typeof error === 'object' && error !== null ? (error as Thrown) : { message: String(error) };
  const sentence = worded(error, thrown, file);
  return { message: sentence ?? unexpected(thrown.message ?? String(error)), expected: sentence !== null };
}

/** `null` where there are no words for it. */
function worded(error: unknown, thrown: Thrown, file: string): string | null {
  const { name = '', message = '', code, path = file, reason = '', syscall, place } = thrown;
  if (WORDED.includes(name)) return message;
  if (name === 'NotAWorkbookError') return `“${file}”打不开：${placeIn(place)}${REASONS[reason] ?? message}。`;
  const said = systemReason(error, 'zh-CN') ?? engineReason(error, 'zh-CN');
  if (thrown.notWritten && said !== null) {
    return `“${path}”没有写入：${said}。从这一步起没有发出任何邮件；处理好以后再执行一次，“发送记录”里写着“发送中”的先核对。`;
  }
  if (syscall === 'uv_cwd') return '当前文件夹已经不在了。请换一个文件夹再执行。';
  if (code === 'ENOENT') return `找不到文件“${path}”。请核对路径。`;
  const notWritten = whyNotWritten(error, 'zh-CN') ?? (said === null ? null : `${said}。`);
  if (notWritten === null) return null;
  return code === undefined || thrown.path === undefined ? notWritten : `“${thrown.path}”：${notWritten}`;
}

const unexpected = (message: string): string =>
  `出了意外的问题：${message}\n已写入的内容不会丢失，可以再执行一次；仍不行请联系管理员，并附上这段文字（设置环境变量 HUIZONG_DEBUG=1 再执行，会显示出错的位置）。`;
