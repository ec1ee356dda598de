/** What the engine says when a work is too large for it, as a person is told it, with what to do. */

type Language = 'zh-CN' | 'en';
type Both = readonly [chinese: string, english: string];

const MEMORY: Both = [
  '内容太多，内存放不下。请关闭其他程序，减少照片和多余的行（特别是最下面、最右边的零星格子），或换一台内存大些的电脑',
  'there is too much for the memory: close other programs, take out photographs and needless rows (stray cells far below or to the right above all), or use a computer with more memory',
];

const DEEP: Both = [
  '内容嵌套太深，处理不了。请检查文件是否正常，把最近加入的内容分开再试',
  'the content is nested too deeply: check that the file is sound, and split what was added last',
];

const TIME: Both = [
  '执行时间太长，已经停下。写好的内容不会丢失，可以再执行一次接着做；一直这样，请减少多余的行',
  'it took too long and was stopped. What was written is kept, and running it again goes on; if that happens again, take out needless rows',
];

const BY_CODE: Readonly<Record<string, Both>> = {
  ERR_STRING_TOO_LONG: MEMORY,
  ERR_BUFFER_TOO_LARGE: MEMORY,
  ERR_FS_FILE_TOO_LARGE: MEMORY,
  ERR_MEMORY_ALLOCATION_FAILED: MEMORY,
  ERR_WORKER_OUT_OF_MEMORY: MEMORY,
  ERR_SCRIPT_EXECUTION_TIMEOUT: TIME,
};

/** V8 gives its errors no codes (src/common/message-template.h). */
const BY_TEXT: readonly (readonly [RegExp, Both])[] = [
  [/^Maximum call stack size exceeded|too much recursion/, DEEP],
  [
    /^(?:Invalid (?:string|array|typed array) length|Array buffer allocation failed|(?:Map|Set) maximum size exceeded)/,
    MEMORY,
  ],
  [/^Cannot create a string longer than/, MEMORY],
  [/heap out of memory|reaching memory limit|Allocation failed/, MEMORY],
  [/^Script execution timed out|^Exceeded maximum execution time/, TIME],
];

/** `null` where the engine has not run out of anything. */
export function engineReason(error: unknown, language: Language): string | null {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const words =
    (Object.hasOwn(BY_CODE, String(code)) ? BY_CODE[String(code)] : undefined) ??
    BY_TEXT.find(([pattern]) => pattern.test(String(message)))?.[1];
  return words ? words[language === 'en' ? 1 : 0] : null;
}
