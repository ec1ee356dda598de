/**
 * What the system says when a call fails, as a person is told it, with what to do. Every code that Node knows by name
 * (`util.getSystemErrorMap`) is here: a test asks for them.
 */

type Language = 'zh-CN' | 'en';
type Both = readonly [chinese: string, english: string];

/** Each remedy with the codes it is for. */
const REMEDIES: readonly (readonly [codes: string, words: Both])[] = [
  ['ENOSPC', ['磁盘已满，请清理出空间', 'the disk is full: make room on it']],
  [
    'EDQUOT',
    ['磁盘配额已用完，请清理或请管理员增加', 'the disk quota is used up: clean up, or ask the administrator for more'],
  ],
  [
    'EACCES',
    [
      '没有权限在这里读写文件，请检查文件和文件夹的权限',
      'there is no permission to read or write here: check the rights of the file and its folder',
    ],
  ],
  [
    'EPERM',
    [
      '没有权限在这里读写文件，或者文件设为只读、被别的程序占用；请检查权限，关闭占用它的程序',
      'there is no permission to read or write here, or the file is read-only or used by another program: check its rights, close that program',
    ],
  ],
  ['EROFS', ['这个磁盘是只读的，请换一个位置', 'this disk is read-only: use another place']],
  [
    'EIO EREMOTEIO',
    ['磁盘读写出错，请检查磁盘或网络共享', 'the disk failed to read or write: check the disk, or the network share'],
  ],
  [
    'ENODEV ENXIO EUNATCH',
    ['设备不在了，请检查磁盘或 U 盘是否接好', 'the device is not there: check that the disk is connected'],
  ],
  [
    'ENOENT',
    [
      '文件或文件夹不在了，请核对路径，检查磁盘或网络共享',
      'the file or its folder is not there: check the path, the disk, the network share',
    ],
  ],
  ['ESTALE', ['网络共享断开了，请重新连接', 'the network share was cut off: connect it again']],
  [
    'ETIMEDOUT EHOSTDOWN',
    ['网络共享没有应答，请检查网络', 'the network share, or the server, does not answer: check the network'],
  ],
  ['EBUSY ETXTBSY', ['文件被别的程序占用，请关闭那个程序', 'another program is using the file: close it']],
  ['EMFILE ENFILE', ['打开的文件太多，请关闭一些程序', 'too many files are open: close some programs']],
  ['ENAMETOOLONG', ['文件名或路径太长，请改短', 'the name of the file, or its path, is too long: shorten it']],
  [
    'EFBIG EOVERFLOW',
    ['文件太大，这个磁盘放不下，请换一个磁盘', 'the file is too large for this disk: use another one'],
  ],
  ['EEXIST', ['同名的文件或文件夹已经存在，请移走', 'a file or folder of that name is there already: move it away']],
  ['ENOTEMPTY', ['文件夹里还有别的文件，请移走', 'there are other files in the folder: move them away']],
  ['EISDIR', ['这是文件夹，不是文件，请写明文件', 'this is a folder, no file: name the file in it']],
  ['ENOTDIR', ['路径里有一段不是文件夹，请核对', 'a part of the path is no folder: check it']],
  ['ELOOP', ['文件的链接绕成了圈，请核对', 'the links of the file go round in a circle: check them']],
  ['EMLINK', ['这个文件的链接太多，请删除一些', 'the file has too many links: remove some']],
  ['EXDEV', ['两个位置不在同一个磁盘上，请放到同一个磁盘', 'the two places are on different disks: use one disk']],
  [
    'EFTYPE EILSEQ ECHARSET',
    ['文件名里有这个磁盘不接受的字，请改名', 'the name has characters that this disk does not take: rename it'],
  ],
  [
    'ENOMEM ENOBUFS EAI_MEMORY',
    ['内存不足，请关闭一些程序再试', 'there is not enough memory: close some programs and try again'],
  ],
  [
    'EAGAIN',
    [
      '系统暂时没有余力（进程太多或被锁定），请关闭一些程序再试',
      'the system is out of processes, or the file is locked: close some programs and try again',
    ],
  ],
  ['E2BIG', ['命令太长，请减少参数', 'the command is too long: give it fewer arguments']],
  [
    'EPIPE EOF ECANCELED EINTR EAI_CANCELED',
    ['对方提前结束了，请再执行一次', 'the other side ended too early: try again'],
  ],
  [
    'EADDRINUSE',
    ['这个端口已被占用，请换一个 --port，或不写，由系统挑一个', 'this port is taken: use another --port, or none'],
  ],
  [
    'EADDRNOTAVAIL EAFNOSUPPORT',
    [
      '这台电脑上不能用这个网络地址，请核对网络设置',
      'this network address cannot be used on this computer: check the network settings',
    ],
  ],
  [
    'ECONNREFUSED ECONNRESET ECONNABORTED ENOTCONN ESHUTDOWN EPROTO EMSGSIZE',
    [
      '连接被拒绝或中断，请检查服务器地址、端口和网络',
      'the connection was refused or broke: check the server’s address, its port and the network',
    ],
  ],
  ['EHOSTUNREACH ENETDOWN ENETUNREACH ENONET', ['网络不通，请检查网络', 'the network cannot be reached: check it']],
  [
    'EAI_ADDRFAMILY EAI_AGAIN EAI_BADFLAGS EAI_BADHINTS EAI_FAIL EAI_FAMILY EAI_NODATA EAI_NONAME EAI_OVERFLOW EAI_PROTOCOL EAI_SERVICE EAI_SOCKTYPE',
    [
      '找不到服务器的地址，请核对服务器名称和网络',
      'the server’s address was not found: check its name and the network',
    ],
  ],
  [
    'EALREADY EBADF EDESTADDRREQ EFAULT EINVAL EISCONN ENODATA ENOPROTOOPT ENOSYS ENOTSOCK ENOTSUP ENOTTY EPROTONOSUPPORT EPROTOTYPE ERANGE ESOCKTNOSUPPORT ESPIPE ESRCH UNKNOWN',
    [
      '系统不支持或拒绝了这个操作，请换一个位置（例如本机磁盘）再试；仍不行请联系管理员',
      'the system does not support this, or refused it: try another place, such as a disk of this computer; if it fails there, ask your administrator',
    ],
  ],
];

const REASONS: ReadonlyMap<string, Both> = new Map(
  REMEDIES.flatMap(([codes, words]) => codes.split(' ').map((code) => [code, words] as const)),
);

/** `null` where it is no error of the system. */
export function systemReason(error: unknown, language: Language): string | null {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  const words = REASONS.get(String(code));
  if (!words) return null;
  // Ports below 1024 are the administrator's.
  if (code === 'EACCES' && syscall === 'listen') return PORT[language === 'en' ? 1 : 0];
  return words[language === 'en' ? 1 : 0];
}

const PORT: Both = [
  '没有权限使用这个端口，请换一个 1024 以上的 --port，或不写，由系统挑一个',
  'there is no permission to use this port: use a --port of 1024 or more, or none',
];
