/** What the system says of files and disks, as a person is told it, with what to do. */

type Language = 'zh-CN' | 'en';
type Both = readonly [chinese: string, english: string];

const REASONS: Readonly<Record<string, Both>> = {
  ENOSPC: ['磁盘已满，请清理出空间', 'the disk is full: make room on it'],
  EDQUOT: [
    '磁盘配额已用完，请清理或请管理员增加',
    'the disk quota is used up: clean up, or ask the administrator for more',
  ],
  EACCES: [
    '没有权限在这里写文件，请检查文件和文件夹的权限',
    'there is no permission to write here: check the rights of the file and its folder',
  ],
  EPERM: [
    '没有权限在这里写文件，请检查文件和文件夹的权限',
    'there is no permission to write here: check the rights of the file and its folder',
  ],
  EROFS: ['这个磁盘是只读的，请换一个位置', 'this disk is read-only: use another place'],
  EIO: ['磁盘读写出错，请检查磁盘或网络共享', 'the disk failed to read or write: check the disk, or the network share'],
  ENOENT: ['文件夹不在了，请检查磁盘或网络共享', 'the folder is gone: check the disk, or the network share'],
  ESTALE: ['网络共享断开了，请重新连接', 'the network share was cut off: connect it again'],
  ETIMEDOUT: ['网络共享没有应答，请检查网络', 'the network share does not answer: check the network'],
  EHOSTDOWN: ['网络共享没有应答，请检查网络', 'the network share does not answer: check the network'],
  EBUSY: ['文件被别的程序占用，请关闭那个程序', 'another program is using the file: close it'],
  ETXTBSY: ['文件被别的程序占用，请关闭那个程序', 'another program is using the file: close it'],
  EMFILE: ['打开的文件太多，请关闭一些程序', 'too many files are open: close some programs'],
  ENFILE: ['打开的文件太多，请关闭一些程序', 'too many files are open: close some programs'],
  ENAMETOOLONG: ['文件名太长，请改短', 'the name of the file is too long: shorten it'],
  EFBIG: ['文件太大，这个磁盘放不下', 'the file is too large for this disk'],
  EEXIST: ['同名的文件或文件夹已经存在，请移走', 'a file or folder of that name is there already: move it away'],
  ENOTDIR: ['路径里有一段不是文件夹，请核对', 'a part of the path is no folder: check it'],
  ELOOP: ['文件的链接绕成了圈，请核对', 'the links of the file go round in a circle: check them'],
};

/** `null` where it is no error of the system, or one there are no words for. */
export function systemReason(error: unknown, language: Language): string | null {
  const { code } = (error ?? {}) as { code?: unknown };
  const words = Object.hasOwn(REASONS, String(code)) ? REASONS[String(code)] : undefined;
  return words ? words[language === 'en' ? 1 : 0] : null;
}
